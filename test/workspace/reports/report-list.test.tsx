// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { ReportImporter } from '../../../src/actions/reports/report-importer';
import { type Db, listReports } from '../../../src/ledger';
import { OrdersPage } from '../../../src/workspace/reports/OrdersPage';
import { allOrders } from '../../files/reports/helpers';
import { freshLedger } from '../../ledger/helpers';
import { takeFile } from '../../ledger/reports/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

let db: Db;
let reports: ReportImporter;
beforeEach(async () => {
  db = await freshLedger();
  const pool = localPool(db);
  reports = new ReportImporter(pool);
  render(<OrdersPage pool={pool} reports={reports} promotions={[]} addReports={null} />, document.body);
});
afterEach(() => render(null, document.body));

const eventually = <T,>(check: () => T) => vi.waitUntil(check, { timeout: 20_000 });
const get = (testId: string) => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
const press = async (testId: string) => (await eventually(() => get(testId))).click();
const list = () => get('report-list')?.textContent ?? '';
const rows = [
  { 'purchase-date': '2026-09-10T10:00:00+00:00' },
  { 'amazon-order-id': '111-0000002-0000002', 'purchase-date': '2026-09-20T10:00:00+00:00' },
  { 'amazon-order-id': 'none' },
];

it('lists what is imported meanwhile, and takes it out again after asking', async () => {
  await eventually(() => get('report-list-empty'));
  await reports.take([allOrders(rows, 'september.txt')]);
  expect(reports.state.results).toHaveLength(1);
  await eventually(() => list().includes('september.txt'));
  for (const words of ['All Orders', 'Covers Sep 10 – Sep 20', '2 orders', '1 line left out'])
    expect(list()).toContain(words);
  await press('report-list-remove');
  await eventually(() => get('report-remove-ask'));
  expect(await listReports(db)).toHaveLength(1);
  await press('report-remove-confirm');
  await eventually(() => get('report-list-empty'));
  expect(list()).toContain('“september.txt” was removed.');
  expect(await listReports(db)).toEqual([]);
  expect(reports.state.results).toEqual([]);
});

it('has its days corrected, and refuses what can’t be', async () => {
  await takeFile(db, allOrders(rows, 'september.txt'));
  await press('report-days-open');
  const type = async (testId: string, date: string) => {
    const field = (await eventually(() => get(testId))) as HTMLInputElement;
    field.value = date;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await type('report-days-first', '2026-09-15');
  await press('report-days-save');
  await eventually(() => list().includes('The report has orders from Sep 10 – Sep 20.'));
  await type('report-days-first', '2026-09-01');
  await type('report-days-last', '2026-09-30');
  await press('report-days-save');
  await eventually(() => list().includes('Covers Sep 1 – Sep 30 (corrected by you)'));
  await press('report-days-open');
  await press('report-days-reset');
  await eventually(() => list().includes('Covers Sep 10 – Sep 20') && !list().includes('corrected'));
});
