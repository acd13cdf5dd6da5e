// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, getPromotion, issueNext, redeem } from '../../../src/ledger';
import { PastedUses } from '../../../src/workspace/reports/PastedUses';
import { code, codes, freshLedger, importCodes, to } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

let db: Db;
let id: string;
beforeEach(async () => {
  db = await freshLedger();
  id = (await importCodes(db, codes(8))).promotionId;
  await issueNext(db, id, 4, to('Anna'));
  await redeem(db, code(3), '111-0000000-0000009', '');
  render(<PastedUses pool={localPool(db)} />, document.body);
});
afterEach(() => render(null, document.body));

const eventually = <T,>(check: () => T) => vi.waitUntil(check, { timeout: 20_000 });
const get = (testId: string) => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
const used = async () => (await getPromotion(db, id)).counts.redeemed;

async function paste(text: string) {
  const field = (await eventually(() => get('uses-paste'))) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

it('says what each line comes to, marks them at once, and takes that back', async () => {
  const line = (n: number, of: string) => `111-0000000-000000${n}\t${of}`;
  await paste(
    [line(1, code(0)), line(2, code(5)), line(3, code(3)), line(4, 'ZZZZ-ZZZZZZ-ZZZZZZ'), '12'].join('\n'),
  );
  const preview = await eventually(() => get('uses-preview'));
  expect({ ...preview.dataset }).toMatchObject({
    ...{ marked: '2', left: '1', same: '0', other: '1', unknown: '1', refused: '0', bad: '1' },
  });
  expect(preview.textContent).toContain('is already used in 111-0000000-0000009');
  expect(preview.textContent).toContain('line 5');
  expect(await used()).toBe(1);
  get('uses-confirm')?.click();
  await eventually(() => get('uses-told')?.textContent?.includes('2 codes marked as used'));
  expect(await used()).toBe(3);
  get('uses-told')?.querySelector('button')?.click();
  await eventually(() => get('uses-told')?.textContent?.includes('2 codes are no longer marked'));
  expect(await used()).toBe(1);
});

it('asks for something to mark before it marks anything', async () => {
  (await eventually(() => get('uses-confirm'))).click();
  await eventually(() => document.body.textContent?.includes('Paste at least one order ID'));
  await paste('hello 1');
  await eventually(() => get('uses-preview')?.dataset.bad === '1');
  get('uses-confirm')?.click();
  await eventually(() => document.body.textContent?.includes('There is no code to mark here.'));
  expect(await used()).toBe(1);
});
