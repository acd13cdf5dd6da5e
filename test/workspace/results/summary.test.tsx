// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, getPromotion, issueNext } from '../../../src/ledger';
import { PromotionResults } from '../../../src/workspace/results/PromotionResults';
import { allOrders } from '../../files/reports/helpers';
import { code, codes, freshLedger, importCodes, promotion, to } from '../../ledger/helpers';
import { takeFile } from '../../ledger/reports/helpers';

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
  const day = 86_400_000;
  const dates = {
    start: new Date(Date.now() - 40 * day).toISOString(),
    end: new Date(Date.now() + 20 * day).toISOString(),
  };
  const into = promotion({ trackingId: 'IG-01', ...dates });
  id = (await importCodes(db, codes(8), { into })).promotionId;
  await issueNext(db, id, 4, to('Anna', 'Mail', 'likes tea'));
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const eventually = <T,>(check: () => T) => vi.waitUntil(check, { timeout: 20_000 });
const get = (testId: string) => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
const bought = (ago: number) => ({
  'amazon-order-id': `111-0000000-${String(ago).padStart(7, '0')}`,
  'promotion-ids': ago % 10 === 0 ? 'IG-01' : '',
  'purchase-date': new Date(Date.now() - ago * 86_400_000).toISOString(),
});
const open = async () => {
  const item = await getPromotion(db, id);
  const pool = localPool(db);
  const told = { value: await pool.promotionResults(id), problem: null };
  render(
    <PromotionResults pool={pool} told={told} item={item} orderLimit={5} now={Date.now()} />,
    document.body,
  );
  await eventually(() => get('results'));
};

it('is printed with numbers, and without any code, buyer or order', async () => {
  await takeFile(db, allOrders(Array.from({ length: 30 }, (_, ago) => bought(ago))));
  await open();
  let paper = '';
  vi.stubGlobal('print', () => {
    paper = get('printed-summary')?.textContent ?? '';
    window.dispatchEvent(new Event('afterprint'));
  });
  get('print-summary')?.click();
  await eventually(() => paper !== '');
  expect(paper).toContain('3 used of 4 given out');
  expect(paper).toContain('IG-01');
  expect(paper).not.toContain(code(0));
  expect(paper).not.toMatch(/Anna|likes tea|111-0/);
  await eventually(() => get('printed-summary') === null);
});

it('says where the pace of the last days leads, and why codes were not used', async () => {
  await takeFile(db, allOrders(Array.from({ length: 30 }, (_, ago) => bought(ago))));
  await open();
  expect(get('expected-use')?.textContent).toMatch(/\d+ days in your reports .* between 3 and 4 of 4 codes/);
  expect(get('why-unused')?.textContent).toContain('4 codes were given out within the last 7 days');
});

it('leads nowhere without reports', async () => {
  await open();
  expect(get('expected-use')).toBeNull();
  expect(get('why-unused')?.querySelector('a')?.getAttribute('href')).toBe('#/help/not-used');
});
