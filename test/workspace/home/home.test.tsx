// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { Importer } from '../../../src/actions/import/importing';
import { localPool } from '../../../src/actions/local-pool';
import { noSigns } from '../../../src/domain/alerts/signs';
import { type Db, issueNext, updatePromotion } from '../../../src/ledger';
import { alertSigns } from '../../../src/stored/alerts/alert-signs';
import { alertSnoozes, snooze } from '../../../src/stored/alerts/alert-snoozes';
import { saveSettings } from '../../../src/stored/settings';
import { Workspace } from '../../../src/workspace/Workspace';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, to } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

let db: Db;
let stops: (() => void)[] = [];

async function open(): Promise<void> {
  location.hash = '#/';
  const desk = new Desk(localPool(db));
  const importer = new Importer(localPool(db));
  stops = [desk.start(), importer.start()];
  render(<Workspace pool={localPool(db)} desk={desk} importer={importer} />, document.body);
  await eventually(() => expect(desk.state.promotions).not.toBeNull());
}

const at = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`);

beforeEach(async () => {
  forget();
  db = await freshLedger();
});
afterEach(() => {
  for (const stop of stops) stop();
  render(null, document.body);
});

it('says how many of the day’s target were given out, and by whom', async () => {
  const { promotionId } = await importCodes(db, codes(60));
  await saveSettings({ dailyTarget: 20 });
  for (let given = 0; given < 12; given++)
    await issueNext(db, promotionId, 1, { ...to(`Person ${given}`), by: 'Mia' });
  await open();
  await eventually(() => expect(at('today-count')?.textContent).toBe('12 of 20'));
  expect(at('today')?.textContent).toBe('12 given out by Mia');
  expect(document.title).toBe('Home · Claimcheck');
});

it('sees to a promotion that runs low from its line: the sheet opens with its name', async () => {
  const { promotionId } = await importCodes(db, codes(6));
  const ticked = new Date().toISOString();
  await updatePromotion(db, promotionId, {
    ticks: { 'order-limit': ticked, 'nothing-else': ticked, tried: ticked },
  });
  await issueNext(db, promotionId, 2, to('Ben'));
  await open();
  await eventually(() => expect(at('need-act')?.textContent).toBe('Add codes'));
  at('need-act')?.click();
  await eventually(() => expect(at<HTMLInputElement>('import-promotion')?.value).toBe('Garlic-IG-01'));
});

it('puts a line off until tomorrow, and no longer', async () => {
  const { promotionId } = await importCodes(db, codes(6));
  const ticked = new Date().toISOString();
  await updatePromotion(db, promotionId, {
    ticks: { 'order-limit': ticked, 'nothing-else': ticked, tried: ticked },
  });
  await issueNext(db, promotionId, 5, to('Ben'));
  await open();
  await eventually(() => expect(at('need-later')).not.toBeNull());
  at('need-later')?.click();
  await eventually(() => expect(at('needs-you')).toBeNull());
  const until = (await alertSnoozes.read())[`runs-low ${promotionId}`] ?? 0;
  expect(Math.round((until - Date.now()) / 3_600_000)).toBe(24);
  await snooze([`runs-low ${promotionId}`], 1);
  await eventually(() => expect(at('needs-you')?.textContent).toContain('Running low: 1 of 6 codes left.'));
});

it('tells of a leak first, and of reports that are old', async () => {
  const { promotionId } = await importCodes(db, codes(30));
  await issueNext(db, promotionId, 28, to('Ben'));
  await updatePromotion(db, promotionId, { trackingId: 'T-1', start: '2026-06-01T00:00:00.000Z' });
  const leak = { kind: 'before-first' as const, count: 3, uses: 3 };
  await alertSigns.write({ [promotionId]: { ...noSigns, at: Date.now(), leak, reportedTo: 20_000 } });
  await open();
  await eventually(() => expect(document.querySelector('[data-need="leak"]')).not.toBeNull());
  const line = document.querySelector('[data-need="leak"]');
  expect(line?.textContent).toMatch(
    /Sign of a leak: .* 3 uses .* checks are still open.*Running low: 2 of 30/,
  );
  expect(line?.querySelector('a.need-act')?.getAttribute('href')).toBe(`#/promotion/${promotionId}/results`);
  const reports = document.querySelector('[data-need="reports-old"]');
  expect(reports?.textContent).toContain('Your newest order report ends on Oct 4, 2024.');
  expect(reports?.querySelector('a')?.getAttribute('href')).toBe('#/orders');
});
