// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, getPromotion } from '../../../src/ledger';
import { CancelCodes } from '../../../src/workspace/promotion/CancelCodes';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

let db: Db;
let promotionId: string;
const list = codes(5, 'AB9D');

beforeEach(async () => {
  forget();
  db = await freshLedger();
  ({ promotionId } = await importCodes(db, list));
  render(<CancelCodes pool={localPool(db)} promotionId={promotionId} />, document.body);
});
afterEach(() => render(null, document.body));

const at = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`);

function fill(id: string, value: string): void {
  const field = at<HTMLInputElement>(id);
  if (!field) throw new Error(`no ${id}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const canceled = async () => (await getPromotion(db, promotionId)).counts.void;

it('cancels codes in any writing, and names each line it does not understand before it cancels any', async () => {
  const [a = '', b = '', c = '', d = ''] = list;
  fill('cancel-codes', `${a}\n${b.replaceAll('-', '–')}\nコードは${c}です\n${d.slice(0, -1)}\nsorry!`);
  fill('cancel-reason', 'leaked');
  await eventually(() => expect(at('cancel-confirm')?.textContent).toBe('Cancel 3 codes'));
  expect(at('cancel-account')?.textContent).toContain(
    `1 of 5 lines not understood: line 4 “${d.slice(0, -1)}”.`,
  );
  expect(at('cancel-account')?.textContent).toContain(
    '1 of 5 lines without a code: line 5 “sorry!”. 3 understood.',
  );
  at('cancel-confirm')?.click();
  await eventually(() => expect(document.body.textContent).toContain('Correct the lines not understood'));
  expect(await canceled()).toBe(0);
  at('cancel-account-leave')?.click();
  await eventually(() => expect(document.body.textContent).not.toContain('Correct the lines not understood'));
  at('cancel-confirm')?.click();
  await eventually(() => expect(at('cancel-told')?.textContent).toContain('3 codes are canceled'));
  expect(await canceled()).toBe(3);
});
