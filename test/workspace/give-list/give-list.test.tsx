// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import type { Db } from '../../../src/ledger';
import { getPromotion, issueNext, listIssuances, listPeople, updatePromotion } from '../../../src/ledger';
import { PromotionPage } from '../../../src/workspace/promotion/PromotionPage';
import { eventually } from '../../eventually';
import { code, codes, freshLedger, importCodes, promotion, rowsOf, to } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
const saved: { name: string; text: string }[] = [];
vi.mock('../../../src/platform/download', () => ({
  downloadText: (name: string, parts: BlobPart[]) => saved.push({ name, text: parts.join('') }),
}));

let stop = () => {};
beforeEach(() => saved.splice(0));
afterEach(() => {
  stop();
  render(null, document.body);
});

const at = <E extends HTMLElement = HTMLElement>(testId: string) =>
  document.querySelector<E>(`[data-testid="${testId}"]`);
const press = (testId: string) => at(testId)?.click();

async function opened(db: Db, promotionId: string, list = true) {
  const desk = new Desk(localPool(db));
  stop = desk.start();
  await eventually(() => expect(desk.state.promotions).not.toBeNull());
  const route = { page: 'promotion', id: promotionId, exports: null, list, tab: 'given-out' } as const;
  render(<PromotionPage pool={localPool(db)} desk={desk} route={route} />, document.body);
  return desk;
}

async function paste(text: string) {
  const field = at<HTMLTextAreaElement>('give-list-paste');
  if (field) field.value = text;
  press('give-list-read');
  await eventually(() => expect(at('give-list-preview')).not.toBeNull());
}

async function choose(bytes: string | Uint8Array<ArrayBuffer>, name = 'list.csv') {
  const input = at<HTMLInputElement>('give-list-file');
  if (!input) throw new Error('no field');
  Object.defineProperty(input, 'files', { value: [new File([bytes], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await eventually(() => expect(at('give-list-preview') ?? at('give-list-error')).not.toBeNull());
}

function told() {
  const { people, have, double, blank, left } = at('give-list-preview')?.dataset ?? {};
  return [people, have, double, blank, left].map(Number);
}

async function confirmed() {
  press('give-list-confirm');
  await eventually(() => expect(at('give-list-given')).not.toBeNull());
}

function select(testId: string, value: string) {
  const field = at<HTMLSelectElement>(testId);
  if (!field) throw new Error(`no ${testId}`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function check(testId: string) {
  at<HTMLInputElement>(testId)?.click();
}

describe('giving out to a list', () => {
  it('previews, gives one each, gives the rows back, and shows the messages one by one', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(20), {
      into: promotion({ end: '2030-01-02T07:59:00.000Z' }),
    });
    await updatePromotion(db, promotionId, { productLink: 'https://www.amazon.com/dp/B0ABCDEFGH' });
    await issueNext(db, promotionId, 1, to('Dora'));
    const desk = await opened(db, promotionId);
    await choose('Name;E-Mail;Formel\nAnna;anna@x.org;=1+1\n\nBert;;"a;b"\nanna ;ANNA@x.org;\n;;x\nDora;;\n');
    expect(told()).toEqual([3, 1, 1, 2, 19]);
    expect(at('give-list-confirm')?.textContent).toBe('Give out 2 codes');
    expect(document.querySelector('.list-lines')?.textContent).toMatch(/line 5.*line 3.*line 6/);
    expect(await db.count('entries')).toBe(1);
    await confirmed();
    expect((await rowsOf(db, promotionId)).slice(0, 4).map((row) => row.issuedTo)).toEqual([
      ...['Dora', 'Anna', 'Bert', ''],
    ]);
    const lines = saved[0]?.text.split('\r\n') ?? [];
    expect(saved[0]?.name).toMatch(/list.*\.csv$/);
    expect(lines[0]).toBe('\ufeffName,E-Mail,Formel,code,message,works_until,link');
    expect(saved[0]?.text).toContain(`Anna,anna@x.org,=1+1,${code(1)},"Hi! Here is your code`);
    expect(saved[0]?.text).toContain(',2030-01-02T07:59:00.000Z,https://www.amazon.com/dp/B0ABCDEFGH\r\n');
    expect(saved[0]?.text).toContain(`Bert,,a;b,${code(2)},`);
    // Who repeats somebody, is nobody, or is skipped gets no code.
    expect(lines).toEqual(expect.arrayContaining(['anna ,ANNA@x.org,,,,,', ',,x,,,,', 'Dora,,,,,,']));
    await eventually(() => expect(at('list-message')?.textContent).toContain(code(1)));
    expect(document.querySelectorAll('[data-testid="issued-code"]')).toHaveLength(0);
    // A code given out beside it is the only one shown then.
    press('issue-next');
    await eventually(() => expect(at('issued-code')?.textContent).toBe(code(3)));
    expect(at('list-message')).toBeNull();
    await desk.noteList(promotionId, null);
    await eventually(() => expect(at('list-message')?.textContent).toContain(code(1)));
    press('list-message-sent');
    await eventually(() => expect(at('list-message')?.textContent).toContain(code(2)));
    expect(at('list-messages')?.textContent).toContain('1 of 2 sent');
  });

  it('reserves before the promotion starts, and opens the messages once it is live', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9), {
      into: promotion({ start: '2029-01-02T07:59:00.000Z', end: '2030-01-02T07:59:00.000Z' }),
    });
    await opened(db, promotionId);
    await paste('Anna\nBert');
    expect(at('give-list-confirm')?.textContent).toBe('Reserve 2 codes');
    await confirmed();
    expect(at('give-list-given')?.textContent).toContain('2 codes reserved');
    stop();
    render(null, document.body);
    await opened(db, promotionId, false);
    await eventually(() => expect(document.querySelector('.promotion-page')).not.toBeNull());
    expect(at('reserved')).toBeNull();
    // It started between the act and now.
    const [act] = await listIssuances(db, promotionId);
    const start = new Date(Date.parse(act?.at ?? '') + 1).toISOString();
    await updatePromotion(db, promotionId, { start });
    await eventually(() => expect(at('reserved')?.textContent).toContain('2 people on “Pasted list”'));
    press('reserved-messages');
    await eventually(() => expect(at('list-message')?.textContent).toContain(code(0)));
    press('list-message-sent');
    await eventually(() => expect(at('reserved')?.textContent).toContain('1 person'));
    await eventually(() => expect(at('list-message')?.textContent).toContain(code(1)));
    press('list-message-sent');
    await eventually(() => expect(at('reserved')).toBeNull());
  });

  it('shows the old code, or gives another, where that is chosen', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    await issueNext(db, promotionId, 1, to('Anna'));
    await opened(db, promotionId);
    await paste('Anna\nBert');
    expect(told()).toEqual([2, 1, 0, 0, 8]);
    select('give-list-have', 'old');
    await eventually(() => expect(at('give-list-confirm')?.textContent).toBe('Give out 1 code'));
    await confirmed();
    expect(saved[0]?.text).toMatch(new RegExp(`Anna,${code(0)},[^]*Bert,${code(1)},`));
    press('give-list-given');
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(2);
  });

  it('says for how many too few codes are enough, and asks', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    await opened(db, promotionId);
    await paste('Anna\nBert\nCarl');
    expect(at('give-list-preview')?.textContent).toContain(
      '3 people, 2 codes left: enough for the first 2 people',
    );
    press('give-list-confirm');
    await eventually(() => expect(at('give-list-fault')).not.toBeNull());
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(0);
    check('give-list-first');
    await confirmed();
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(2);
    expect(saved[0]?.text).toMatch(/\r\nCarl,,,,\r\n$/);
  });

  it('changes what a column is by one choice, and remembers it', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    await opened(db, promotionId);
    const list = 'Recipient,Name,Extra\nr1,n1,x\nr2,n1,y\n';
    await choose(list);
    expect(told().slice(0, 3)).toEqual([1, 0, 1]);
    select('give-list-column-1', 'person');
    await eventually(() => expect(told().slice(0, 3)).toEqual([2, 0, 0]));
    press('give-list-cancel');
    await eventually(() => expect(at('give-list-file')).not.toBeNull());
    await choose(list);
    expect(told().slice(0, 3)).toEqual([2, 0, 0]);
  });

  it.each([
    ['nobody at all', 'name,email\n', [0, 0, 0, 0, 3]],
    ['only empty columns', 'name,email\n,\n , \n', [0, 0, 0, 2, 3]],
    ['one person in three spellings', 'Anna\nＡＮＮＡ\n anna\n', [1, 0, 2, 0, 3]],
    ['a name of 500 letters', `${'ä'.repeat(500)}\n`, [1, 0, 0, 0, 3]],
  ])('takes a list with %s as it is', async (_, text, expected) => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    await opened(db, promotionId);
    await choose(text);
    expect(told()).toEqual(expected);
    press('give-list-confirm');
    const given = expected[0] ?? 0;
    await eventually(() => expect(at(given ? 'give-list-given' : 'give-list-fault')).not.toBeNull());
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(given);
  });

  it('previews again what was given out meanwhile, and gives nobody two', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    await opened(db, promotionId);
    await paste('Anna\nBert');
    await issueNext(db, promotionId, 1, to('Anna'));
    press('give-list-confirm');
    await eventually(() => expect(told()).toEqual([2, 1, 0, 0, 4]));
    expect(saved).toEqual([]);
    await confirmed();
    expect((await rowsOf(db, promotionId)).map((row) => row.issuedTo)).toEqual(['Anna', 'Bert', '', '', '']);
  });

  it('shows in the list of acts who got what, and takes one person back alone', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    const desk = await opened(db, promotionId);
    await paste('Anna\nBert\nCarl');
    await confirmed();
    await eventually(() => expect(at('people-of-act')).not.toBeNull());
    press('people-of-act');
    await eventually(() =>
      expect(document.querySelectorAll('[data-testid="list-back-person"]')).toHaveLength(3),
    );
    document.querySelectorAll<HTMLElement>('[data-testid="list-back-person"]')[1]?.click();
    await eventually(() => expect(at('undo-seen')).not.toBeNull());
    press('undo-seen');
    await eventually(() => expect(desk.state.notice?.text).toContain('Bert'));
    const [act] = await listIssuances(db, promotionId);
    expect((await listPeople(db, act?.issuance ?? '')).map((each) => each.state)).toEqual([
      ...['issued', 'void', 'issued'],
    ]);
    await eventually(() =>
      expect(document.querySelectorAll('[data-testid="list-edit-person"]')).toHaveLength(3),
    );
    press('list-download');
    expect(saved[1]?.text).toContain(`Anna,,,,${code(0)},`);
    expect(saved[1]?.text).not.toContain('Bert');
  });
});
