// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countAttention } from '../../../src/actions/attention';
import { bringKept, keptItems } from '../../../src/actions/backup/kept-settings';
import { planNeeds } from '../../../src/actions/needs';
import { alertKey } from '../../../src/domain/alerts/alert';
import { snooze } from '../../../src/stored/alerts/alert-snoozes';
import { readAlertsKept } from '../../../src/stored/alerts/alerts-kept';
import { deletePlan, savePlan, setStepDone, stockPlans } from '../../../src/stored/stock-plans';
import { PlannerPage } from '../../../src/workspace/planner/PlannerPage';
import { browser, forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

const figures = { stock: 1000, give: 50, daily: 10, start: '2026-12-01', days: 7, every: 3 };
const plan = { id: 'p1', name: 'Garlic', figures, done: [] };
const at = <Kind extends HTMLElement = HTMLElement>(id: string) =>
  document.querySelector<Kind>(`[data-testid="${id}"]`);
const textOf = (id: string) => at(id)?.textContent ?? '';

function type(id: string, text: string): void {
  const field = at<HTMLInputElement>(id);
  if (!field) throw new Error(`The page has no ${id}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function open(id: string | null): Promise<void> {
  location.hash = id === null ? '#/plan' : `#/plan/${id}`;
  render(<PlannerPage key={id} id={id} />, document.body);
  await eventually(() => expect(at('planner')).not.toBeNull());
}

beforeEach(forget);
afterEach(() => render(null, document.body));

describe('a new plan', () => {
  it('is worked out while it is typed, kept, and its steps ticked off one by one', async () => {
    await open(null);
    expect([at('plan-result'), at('plan-none')]).toEqual([null, null]);
    for (const [id, text] of Object.entries({ stock: '1000', give: '50', daily: '0.5' }))
      type(`plan-${id}`, text);
    type('plan-start', '2026-12-01');
    await eventually(() => expect(textOf('plan-result')).toContain('946 units set aside'));
    expect(textOf('plan-most')).toBe('At worst, 54 units go at the discount in all, and 52 at once.');
    expect(textOf('plan-promise')).toContain('Nobody can buy');
    // Nothing can be ticked off that would be lost.
    expect(at('plan-step')).toBeNull();
    at('plan-save')?.click();
    await eventually(async () => expect(await stockPlans.read()).toHaveLength(1));
    const [saved] = await stockPlans.read();
    expect(saved).toMatchObject({ name: 'My plan', figures: { daily: 0.5, start: '2026-12-01' } });
    await open(saved?.id ?? '');
    at('plan-step')?.click();
    await eventually(async () => expect((await stockPlans.read())[0]?.done).toEqual(['limit 2026-11-30 1']));
    await eventually(() => expect(textOf('plan-steps')).toContain('Done: 1 of'));
  });

  it.each([
    ['50', '60', 'You have fewer units than you want to give away.'],
    ['100', '60', 'There is nothing to set aside'],
  ])('%s in stock and %s to give away are no plan, and are not kept', async (stock, give, why) => {
    await open(null);
    for (const [id, text] of Object.entries({ stock, give, daily: '10' })) type(`plan-${id}`, text);
    await eventually(() => expect(textOf('plan-none')).toContain(why));
    at('plan-save')?.click();
    expect(await stockPlans.read()).toEqual([]);
  });

  it('says what is wrong with a figure once its field is left', async () => {
    await open(null);
    type('plan-stock', '1,000');
    expect(document.querySelector('.cc-fault')).toBeNull();
    at('plan-stock')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await eventually(() =>
      expect(document.querySelector('.cc-fault')?.textContent).toBe(
        'Type a whole number from 1 to 10,000,000.',
      ),
    );
    expect(at('plan-result')).toBeNull();
  });
});

describe('a plan that is kept', () => {
  it('comes back by Undo after it was deleted', async () => {
    await savePlan({ ...plan, done: ['limit 2026-11-30 1'] });
    await open('p1');
    at('plan-delete')?.click();
    await eventually(() => expect(document.body.textContent).toContain('“Garlic” is deleted.'));
    expect(await stockPlans.read()).toEqual([]);
    document.querySelector<HTMLButtonElement>('.cc-notice-done button')?.click();
    await eventually(async () => expect((await stockPlans.read())[0]?.done).toHaveLength(1));
  });

  it('says that a plan is gone whose address was kept', async () => {
    await open('gone');
    expect(textOf('planner')).toContain('This plan was deleted.');
  });

  it('keeps what two pages tick at the same time, and leaves out what is no plan', async () => {
    await browser.storage.local.set({ stockPlans: [plan, { id: 'x', name: 'Broken' }, null] });
    await Promise.all([setStepDone('p1', 'a', true), setStepDone('p1', 'b', true)]);
    expect((await stockPlans.read()).map(({ id, done }) => [id, done])).toEqual([['p1', ['a', 'b']]]);
  });
});

it('comes along with a backup, once', async () => {
  await savePlan({ ...plan, id: 'here' });
  const rows = [{ key: 'stockPlans', value: [plan, { ...plan, id: 'here', name: 'Other' }, 'no plan'] }];
  const items = await keptItems(rows);
  expect(items.map(({ text, weakens }) => [text, weakens])).toEqual([['Stock plan “Garlic”', false]]);
  await bringKept(items);
  expect((await stockPlans.read()).map(({ id, name }) => [id, name])).toEqual([
    ['here', 'Garlic'],
    ['p1', 'Garlic'],
  ]);
  expect(await keptItems(rows)).toEqual([]);
});

describe('a step whose day has come', () => {
  const noon = new Date(2026, 11, 4, 12).getTime();

  it('wants the seller’s eye until it is ticked off, put off, or its plan is gone', async () => {
    await savePlan(plan);
    const due = async (now: number) => planNeeds(await readAlertsKept(), now).map(({ step }) => step?.kind);
    expect(await due(new Date(2026, 10, 30, 7, 59).getTime())).toEqual([]);
    expect(await due(new Date(2026, 10, 30, 8).getTime())).toEqual([
      ...['limit', 'variations', 'hold', 'hold-part', 'hold-part', 'budget'],
    ]);
    for (const { id } of (await import('../../../src/domain/planner/kept-plan')).openSteps(plan).slice(0, 6))
      await setStepDone('p1', id, true);
    const [release, ...others] = planNeeds(await readAlertsKept(), noon);
    expect([release?.step?.kind, others]).toEqual(['release', []]);
    expect(countAttention([], [], noon, await readAlertsKept())).toBe(1);
    if (release) await snooze([alertKey(release)], noon + 1);
    expect(await due(noon)).toEqual([]);
    expect(await due(noon + 1)).toEqual(['release']);
    await deletePlan('p1');
    expect(await due(noon + 1)).toEqual([]);
  });
});
