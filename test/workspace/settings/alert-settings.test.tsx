// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlertSwitches } from '../../../src/domain/alerts/switches';
import { alertSwitches, type SwitchesPatch, saveSwitches } from '../../../src/stored/alerts/alert-switches';
import { PromotionAlerts } from '../../../src/workspace/life/PromotionAlerts';
import { AlertSettings } from '../../../src/workspace/settings/AlertSettings';
import { done, forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

const at = <Kind extends HTMLElement = HTMLInputElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`) as Kind;
function change(id: string, value: string): void {
  at(id).value = value;
  at(id).dispatchEvent(new Event('change', { bubbles: true }));
}
async function show(): Promise<AlertSwitches> {
  const switches = await alertSwitches.read();
  const save = (patch: SwitchesPatch) => void saveSwitches(patch).then(show);
  render(<AlertSettings switches={switches} onSave={save} />, document.body);
  return switches;
}
const keep = (wanted: Partial<AlertSwitches>) =>
  eventually(async () => expect(await alertSwitches.read()).toMatchObject(wanted));

beforeEach(forget);
afterEach(() => render(null, document.body));

it('asks the browser for notifications in the click, and stays off where it refuses', async () => {
  await show();
  done.allows = false;
  at('alerts-notify').click();
  await eventually(() => expect(document.body.textContent).toContain('didn’t allow notifications'));
  expect(at('alerts-notify').checked).toBe(false);
  expect((await alertSwitches.read()).notify).toBe(false);
  done.allows = true;
  at('alerts-notify').click();
  await keep({ notify: true });
  expect(document.body.textContent).not.toContain('didn’t allow');
  at('alerts-notify').click();
  await keep({ notify: false });
});

it('is shown as off where they were forbidden since', async () => {
  await saveSwitches({ notify: true });
  await show();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(at('alerts-notify').checked).toBe(false);
});

it('keeps quiet hours, what is low, and how far each alert reaches', async () => {
  await show();
  at('alerts-quiet').click();
  await keep({ quiet: { from: 1320, to: 480 } });
  await eventually(() => expect(at('alerts-quiet-from').value).toBe('22:00'));
  change('alerts-quiet-to', '07:30');
  await keep({ quiet: { from: 1320, to: 450 } });
  change('alerts-quiet-to', '');
  change('setting-low-days', '5');
  await keep({ low: { codes: 5, percent: 10, days: 5 }, quiet: { from: 1320, to: 450 } });
  change('setting-low-percent', '101');
  await eventually(() => expect(document.body.textContent).toContain('from 0 to 100'));
  expect(at('alert-level-leak').value).toBe('notify');
  change('alert-level-leak', 'off');
  await keep({ levels: { leak: 'off' }, low: { codes: 5, percent: 10, days: 5 } });
});

it('pauses all notifications for a day, says until when, and resumes them', async () => {
  await show();
  const before = Date.now();
  at('alerts-pause').click();
  await eventually(async () => {
    const { paused } = await alertSwitches.read();
    expect((paused ?? 0) - before).toBeGreaterThanOrEqual(24 * 3_600_000);
  });
  await show();
  expect(at('alerts-pause').textContent).toBe('Resume notifications');
  expect(document.body.textContent).toContain('Paused until');
  at('alerts-pause').click();
  await keep({ paused: null });
});

it('switches single alerts off for one promotion, and offers none that is off altogether', async () => {
  const levels = { 'goes-live': 'off' as const };
  const showOne = async () => {
    const switches = { ...(await alertSwitches.read()), levels };
    render(<PromotionAlerts promotionId="p" switches={switches} />, document.body);
  };
  await showOne();
  expect(at('promotion-alert-goes-live')).toBeNull();
  expect(at('promotion-alert-backup-due')).toBeNull();
  at('promotion-alert-runs-low').click();
  await keep({ muted: { p: ['runs-low'] } });
  await showOne();
  expect(at('promotion-alert-runs-low').checked).toBe(false);
  at('promotion-alert-runs-low').click();
  await eventually(async () => expect((await alertSwitches.read()).muted).toEqual({}));
});
