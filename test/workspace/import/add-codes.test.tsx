// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { Importer } from '../../../src/actions/import/importing';
import { localPool } from '../../../src/actions/local-pool';
import { historyHeader } from '../../../src/files';
import {
  addToInbox,
  backupLines,
  type Db,
  issueNext,
  listPromotions,
  planRestore,
  readBackup,
  restoreBackup,
  takeBack,
  withdrawImport,
} from '../../../src/ledger';
import { Workspace } from '../../../src/workspace/Workspace';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { cancel, codes, freshLedger, importCodes, rowsOf } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

let db: Db;
let stops: (() => void)[] = [];
const list = codes(12);

async function open(hash = '#/'): Promise<void> {
  location.hash = hash;
  const desk = new Desk(localPool(db));
  const importer = new Importer(localPool(db));
  stops = [desk.start(), importer.start()];
  render(<Workspace pool={localPool(db)} desk={desk} importer={importer} />, document.body);
  await eventually(() => expect(desk.state.promotions).not.toBeNull());
}

const at = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`);

function fill(id: string, value: string, kind = 'input'): void {
  const field = at<HTMLInputElement>(id);
  if (!field) throw new Error(`no ${id}`);
  field.value = value;
  field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function choose(text: string, name = 'codes.txt'): void {
  const input = at<HTMLInputElement>('import-codes');
  if (!input) throw new Error('no import-codes');
  Object.defineProperty(input, 'files', { value: [new File([text], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const preview = () => vi.waitUntil(() => at('import-preview'), { timeout: 20_000 });

beforeEach(async () => {
  forget();
  db = await freshLedger();
});
afterEach(() => {
  for (const stop of stops) stop();
  render(null, document.body);
});

describe('the first view', () => {
  it('holds the whole way of a list into the ledger', async () => {
    await open();
    for (const id of ['import-codes', 'paste-codes', 'paste-read', 'import-promotion'])
      expect(at(id)).not.toBeNull();
    expect(at<HTMLSelectElement>('import-marketplace')?.value).toBe('US');
    const as = [...(at<HTMLSelectElement>('import-as')?.options ?? [])].map((option) => option.value);
    expect(as).toEqual(['new', 'given-out', 'part-given-out']);
    for (const id of ['import-preview', 'import-confirm', 'import-error']) expect(at(id)).toBeNull();
  });

  it('counts every line of a file once, adds the new codes and takes the preview away', async () => {
    await open();
    fill('import-promotion', 'Garlic');
    fill('import-marketplace', 'DE', 'change');
    choose(`code\n${list.join('\n')}\n${list[0]}\n\nAA22XYZ1\nnot a code\n`);
    expect({ ...(await preview()).dataset }).toMatchObject({
      added: '12',
      duplicate: '1',
      rejected: '1',
      blank: '1',
      header: '1',
      suspect: '1',
    });
    expect(document.body.textContent).toContain('A new promotion will be created: Garlic (DE)');
    expect(list.some((code) => document.body.innerHTML.includes(code))).toBe(false);
    at('import-confirm')?.click();
    await eventually(() => expect(at('import-done')?.textContent).toContain('12 codes added'));
    expect(at('import-preview')).toBeNull();
    await eventually(() => {
      const total = document.querySelector<HTMLElement>('[data-promotion="Garlic"] [data-count="total"]');
      expect(total?.dataset.value).toBe('12');
    });
    at('import-undo')?.click();
    await eventually(() => expect(at('import-done')?.textContent).toContain('Import undone'));
  });

  it('shows why a file is refused, without a preview or a promotion', async () => {
    await open();
    choose('just words\nand more words\n', 'notes.txt');
    await eventually(() => expect(at('import-error')?.textContent).toContain('notes.txt'));
    expect(at('import-preview')).toBeNull();
    expect(await listPromotions(db)).toEqual([]);
  });

  it('puts the question between what is in the file and the button, with the focus in it', async () => {
    await open();
    choose(list.join('\n'));
    await preview();
    await eventually(() => expect(document.activeElement).toBe(at('import-promotion')));
    const order = [at('import-preview'), at('import-promotion'), at('import-confirm')] as Node[];
    for (const [before, after] of [order.slice(0, 2), order.slice(1)] as [Node, Node][])
      expect(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('leads with Enter from a field to the button, and presses nothing by it', async () => {
    await open();
    choose(list.join('\n'));
    await preview();
    fill('import-promotion', 'Garlic');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    at('import-promotion')?.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(at('import-confirm'));
    expect(await listPromotions(db)).toEqual([]);
  });

  it('says which codes of a history come into a second line, before they do', async () => {
    await open();
    const row = (each: string | undefined, state: string, note = '') =>
      `${each},${state},Garlic,,l,${state === 'issued' ? '2026-05-01T09:30:00Z,Ben' : ','},,,,${note},US,,`;
    const left = list.slice(1, 4).map((each) => row(each, 'available'));
    choose([historyHeader().trim(), row(list[0], 'issued'), ...left].join('\r\n'), 'history.csv');
    await preview();
    expect(at('import-in-line')?.textContent).toMatch(
      /^3 codes that this history lists as left go in line here.*in one place only/,
    );
    fill('import-as', 'given-out', 'change');
    await eventually(() => expect(at('import-in-line')).toBeNull());
  });

  it('says so of codes that came back elsewhere only once they are to come back here', async () => {
    const { promotionId } = await importCodes(db, list.slice(0, 1));
    const { issuance } = await issueNext(db, promotionId, 1, { to: 'Ben', channel: '', note: '', by: '' });
    const there = await freshLedger();
    const { lines } = await backupLines(db);
    await restoreBackup(there, await planRestore(there, await readBackup(lines), '2026-05-03T10:00:00Z'), '');
    await takeBack(there, issuance, 'none', '');
    const [row] = await rowsOf(there, promotionId);
    await open();
    const cells = [
      row?.code,
      'available',
      'Garlic-IG-01',
      '',
      'l',
      '',
      '',
      '',
      '',
      '',
      row?.note,
      'US',
      '',
      '',
    ];
    const csv = cells.map((cell) => `"${cell}"`).join(',');
    await eventually(() => expect(at('add-codes')).not.toBeNull());
    at('add-codes')?.click();
    await eventually(() => expect(at('import-codes')).not.toBeNull());
    choose([historyHeader().trim(), csv].join('\r\n'), 'history.csv');
    await preview();
    expect(at('import-in-line')).toBeNull();
    at<HTMLInputElement>('import-take-back')?.click();
    await eventually(() =>
      expect(at('import-in-line')?.textContent).toMatch(/^1 code that .* goes in line here/),
    );
  });

  it('asks for the promotion at its field', async () => {
    await open();
    fill('paste-codes', list.join('\n'));
    at('paste-read')?.click();
    await preview();
    at('import-confirm')?.click();
    await eventually(() => expect(at('import-promotion')?.getAttribute('aria-invalid')).toBe('true'));
    await eventually(() => expect(document.activeElement).toBe(at('import-promotion')));
  });
});

it('adds codes from a sheet over the page of the promotion that they are for, and tells of it there', async () => {
  const { promotionId } = await importCodes(db, list.slice(0, 4));
  await open(`#/promotion/${promotionId}`);
  await eventually(() => expect(at('add-codes')).not.toBeNull());
  expect(at('import-codes')).toBeNull();
  at('add-codes')?.click();
  await eventually(() => expect(at<HTMLInputElement>('import-promotion')?.value).toBe('Garlic-IG-01'));
  at('sheet-close')?.click();
  await eventually(() => expect(at('import-codes')).toBeNull());
  at('add-codes')?.click();
  await eventually(() => expect(at('import-codes')).not.toBeNull());
  choose(list.join('\n'));
  await preview();
  at('import-confirm')?.click();
  await eventually(() => expect(at('import-done')?.textContent).toContain('8 codes added'));
  expect(at('import-codes')).toBeNull();
  expect(location.hash).toBe(`#/promotion/${promotionId}`);
  at('import-dismiss')?.click();
  await eventually(() => expect(at('import-done')).toBeNull());
});

it('opens a captured file and compares it with what Amazon was asked for', async () => {
  const id = await addToInbox(db, {
    name: 'codes.zip',
    bytes: new TextEncoder().encode(list.slice(0, 10).join('\n')),
    group: 'ig-1',
    quantity: 12,
    marketplace: 'UK',
    account: null,
    promotion: null,
  });
  await open(`#/inbox/${id}`);
  await preview();
  expect(document.body.textContent).toContain('12 codes were requested on Amazon; the file contains 10.');
  expect(at<HTMLSelectElement>('import-marketplace')?.value).toBe('UK');
});

it('shows a promotion’s imports and what was given out, and undoes an import', async () => {
  const { promotionId } = await importCodes(db, list, { name: 'ig-1' });
  await open(`#/promotion/${promotionId}`);
  await eventually(() => expect(document.body.textContent).toContain('12 of 12 codes left'));
  document.querySelector<HTMLElement>('[aria-label="Undo import of ig-1"]')?.click();
  await eventually(() => expect(document.body.textContent).toContain('The import was undone'));
  expect((await listPromotions(db))[0]?.counts.total).toBe(0);
});

it('offers to take back only what is still out, and says what was canceled', async () => {
  const { promotionId } = await importCodes(db, list);
  const about = { channel: '', note: '', by: '' };
  const { codes: annas } = await issueNext(db, promotionId, 1, { ...about, to: 'Anna' });
  const { codes: bens } = await issueNext(db, promotionId, 3, { ...about, to: 'Ben' });
  for (const code of [annas[0], bens[0]]) await cancel(db, promotionId, [code as string], 'leaked');
  await open(`#/promotion/${promotionId}`);
  await eventually(() => expect(document.body.textContent).toContain('3 codes, 1 canceled'));
  expect(document.body.textContent).toContain('1 code, canceled');
  const back = [...document.querySelectorAll('[aria-label^="Take back"]:not([data-testid="cancel-undo"])')];
  expect(back.map((each) => each.getAttribute('aria-label'))).toEqual([
    expect.stringContaining('given to Ben'),
  ]);
});

it('says once on its first view that a promotion waits for its codes', async () => {
  const { promotionId, batchId } = await importCodes(db, list);
  await withdrawImport(db, batchId, '');
  await open();
  await eventually(() => expect(at('needs-you')?.textContent).toContain('No codes captured yet'));
  expect(document.body.textContent?.match(/No codes captured yet/g)).toHaveLength(1);
  await open(`#/promotion/${promotionId}`);
  await eventually(() => expect(at('not-captured')).not.toBeNull());
});

it('lets nothing come in above a code just given out: what that act left to do is told once it is off the screen', async () => {
  await importCodes(db, list.slice(0, 6));
  await open();
  await eventually(() => expect(at('issue-next')).not.toBeNull());
  at('issue-next')?.click();
  await eventually(() => expect(at('issued-code')).not.toBeNull());
  // Five are left, and three things were never ticked.
  expect(at('needs-you')).toBeNull();
  render(null, document.body);
  for (const stop of stops) stop();
  await open();
  await eventually(() => expect(at('needs-you')?.textContent).toContain('Running low: 5 of 6 codes left'));
  expect(at('needs-you')?.textContent).toContain('checks are still open: “Max order quantity is set”');
});
