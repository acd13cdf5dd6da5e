// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, getPromotion, issueNext, markUses } from '../../../src/ledger';
import { PromotionResults } from '../../../src/workspace/results/PromotionResults';
import { done, forget } from '../../actions/fake-platform';
import { allOrders } from '../../files/reports/helpers';
import { code, codes, freshLedger, importCodes, promotion, to } from '../../ledger/helpers';
import { takeFile } from '../../ledger/reports/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../../actions/fake-platform')).downloadText,
}));

let db: Db;
let id: string;
beforeEach(async () => {
  forget();
  db = await freshLedger();
  const into = promotion({ trackingId: 'IG-01' });
  id = (await importCodes(db, codes(8), { into })).promotionId;
  await issueNext(db, id, 1, to('Anna', 'Mail', 'likes =tea'));
  await issueNext(db, id, 3, to('', 'Vipon'));
});
afterEach(() => render(null, document.body));

const eventually = <T,>(check: () => T) => vi.waitUntil(check, { timeout: 20_000 });
const get = (testId: string) => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
const order = (n: number) => `111-0000000-${String(n).padStart(7, '0')}`;
const bought = (n: number) => ({
  ...{ 'amazon-order-id': order(n), 'promotion-ids': 'IG-01' },
  'purchase-date': '2099-09-20T10:00:00+00:00',
});
const open = async () => {
  const item = await getPromotion(db, id);
  const pool = localPool(db);
  const told = { value: await pool.promotionResults(id), problem: null };
  render(
    <PromotionResults pool={pool} told={told} item={item} now={Date.now()} orderLimit={1} />,
    document.body,
  );
  return eventually(() => get('follow-up'));
};

it('claims nothing while no use has its code', async () => {
  await takeFile(db, allOrders([bought(1)]));
  const part = await open();
  expect(part.dataset.kind).toBe('unknown');
  expect(part.textContent).toContain('nobody can tell which of the codes');
  expect(part.querySelector('a')?.getAttribute('href')).toBe('#/orders');
  expect(get('follow-up-open')).toBeNull();
  expect(get('time-to-order')).toBeNull();
});

it('lists who has codes that were not used, and saves them with their codes', async () => {
  await takeFile(db, allOrders([bought(1), bought(2)]));
  await markUses(db, [{ code: code(1), order: order(1) }], '');
  expect((await open()).dataset.kind).toBe('some');
  expect(get('follow-up')?.textContent).toContain('1 use in your reports has no code');
  expect(get('time-to-order')?.textContent).toContain('from 1 code whose order is known');
  const list = get('follow-up-open') as HTMLDetailsElement;
  expect(list.textContent).toContain('3 codes not known as used');
  list.open = true;
  list.dispatchEvent(new Event('toggle'));
  await eventually(() => get('follow-up-list'));
  const rows = [...(get('follow-up-list')?.querySelectorAll('li') ?? [])].map((row) => row.textContent);
  expect(rows[0]).toContain('Anna through Mail1 code, given out');
  expect(rows[1]).toContain('Vipon2 codes, given out');
  (await eventually(() => get('export-unused'))).click();
  await eventually(() => done.downloads.length === 1);
  const [file] = done.downloads;
  expect(file?.name).toMatch(/^Garlic-IG-01_US_not-used_[\d-]+\.csv$/);
  const lines = (await file?.text)?.trim().split('\r\n') ?? [];
  expect(lines[0]).toMatch(/code,issued_to,handle,channel,issued_at,note$/);
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
    `${code(0)},Anna,,Mail`,
    `${code(2)},,,Vipon`,
    `${code(3)},,,Vipon`,
  ]);
});

it('says that the others were not used where every use has its code', async () => {
  await takeFile(db, allOrders([bought(1)]));
  await markUses(db, [{ code: code(1), order: order(1) }], '');
  const part = await open();
  expect(part.dataset.kind).toBe('exact');
  expect(part.textContent).toContain('Every use in your reports has its code');
});
