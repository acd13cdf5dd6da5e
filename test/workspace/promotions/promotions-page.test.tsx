// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import { PromotionTable } from '../../../src/actions/promotions/promotion-table';
import { updatePromotion } from '../../../src/ledger';
import { PromotionsPage } from '../../../src/workspace/promotions/PromotionsPage';
import { forget } from '../../actions/fake-platform';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, promotion } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

beforeEach(forget);
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const names = () =>
  [...document.querySelectorAll<HTMLElement>('tr[data-promotion]')].map((row) => row.dataset.promotion);
const by = (testId: string) => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
const click = (testId: string) => by(testId)?.click();

function type(text: string) {
  const field = by('table-search') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function shown(sizes: Readonly<Record<string, number>>) {
  const db = await freshLedger();
  const ids: Record<string, string> = {};
  for (const [name, count] of Object.entries(sizes)) {
    const series = `A${name.replace(/\W/g, '').toUpperCase()}`.slice(0, 4).padEnd(4, 'Z');
    ids[name] = (await importCodes(db, codes(count, series), { into: promotion({ name }) })).promotionId;
  }
  const pool = localPool(db);
  const desk = new Desk(pool);
  const stop = desk.start();
  await eventually(() => expect(desk.state.promotions).not.toBeNull());
  render(<PromotionsPage desk={desk} table={new PromotionTable(pool)} onAdd={() => {}} />, document.body);
  return { db, ids, stop };
}

it('sorts by its heads, filters, searches, and clears', async () => {
  const { stop } = await shown({ Anis: 3, Basil: 9, Chili: 5 });
  expect(names()).toEqual(['Anis', 'Basil', 'Chili']);
  click('sort-left');
  await eventually(() => expect(names()).toEqual(['Basil', 'Chili', 'Anis']));
  expect(by('sort-left')?.closest('th')?.getAttribute('aria-sort')).toBe('descending');
  expect(document.querySelectorAll('[aria-sort]')).toHaveLength(1);
  click('sort-left');
  await eventually(() => expect(names()).toEqual(['Anis', 'Chili', 'Basil']));
  const row = document.querySelector<HTMLElement>('[data-promotion="Basil"]');
  const counts = [...(row?.querySelectorAll<HTMLElement>('[data-count]') ?? [])];
  expect(counts.map(({ dataset }) => `${dataset.count} ${dataset.value}`)).toEqual([
    ...['available 9', 'total 9', 'issued 0', 'redeemed 0'],
  ]);
  expect(row?.textContent).toContain('not counted yet');
  type('bas');
  await eventually(() => expect(names()).toEqual(['Basil']));
  expect(by('table-count')?.textContent).toBe('1 of 3 promotions');
  type('nothing like it');
  await eventually(() => expect(by('clear-filters')).not.toBeNull());
  click('clear-filters');
  await eventually(() => expect(names()).toHaveLength(3));
  stop();
});

it('archives what is checked and shown alone, and brings it back', async () => {
  const { stop } = await shown({ Anis: 3, Basil: 9, Chili: 5 });
  click('choose-all');
  await eventually(() => expect(by('table-chosen')?.dataset.value).toBe('3'));
  type('chili');
  await eventually(() => expect(by('table-chosen')?.dataset.value).toBe('1'));
  click('archive-chosen');
  await eventually(() => expect(by('table-told')?.textContent).toContain('1 promotion archived'));
  type('');
  await eventually(() => expect(names()).toEqual(['Anis', 'Basil']));
  click('filter-archived');
  await eventually(() => expect(names()).toEqual(['Chili']));
  click('choose-all');
  await eventually(() => expect(by('bring-back-chosen')).not.toBeNull());
  click('bring-back-chosen');
  await eventually(() => expect(by('clear-filters')).not.toBeNull());
  click('clear-filters');
  await eventually(() => expect(names()).toHaveLength(3));
  stop();
});

it('says that there is nothing yet', async () => {
  const { stop } = await shown({});
  expect(document.querySelector('h2')?.textContent).toBe('No promotions yet');
  expect(by('table-search')).toBeNull();
  stop();
});

it('draws of very many rows those near what is seen, and on paper all', async () => {
  let seeEnd: (seen: Partial<IntersectionObserverEntry>) => void = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(heard: (seen: readonly Partial<IntersectionObserverEntry>[]) => void) {
        seeEnd = (seen) => heard([seen]);
      }
      observe() {}
      disconnect() {}
    },
  );
  const { db, ids, stop } = await shown({ Anis: 1 });
  const row = await db.get('promotions', ids.Anis ?? '');
  for (let i = 0; i < 299; i++) await db.put('promotions', { ...row, id: `p${i}`, name: `P ${i}` } as never);
  await updatePromotion(db, ids.Anis ?? '', { name: 'Anise' });
  await eventually(() => expect(by('table-count')?.dataset.value).toBe('300'));
  expect(names()).toHaveLength(60);
  expect(by('promotions-table')?.getAttribute('aria-rowcount')).toBe('301');
  click('choose-all');
  await eventually(() => expect(by('table-chosen')?.dataset.value).toBe('300'));
  await eventually(() => {
    seeEnd({ isIntersecting: false });
    seeEnd({ isIntersecting: true, boundingClientRect: { top: innerHeight } as DOMRectReadOnly });
    expect(names().length).toBeGreaterThan(60);
  });
  expect(names().slice(0, 3)).toEqual(['Anise', 'P 0', 'P 1']);
  window.dispatchEvent(new Event('beforeprint'));
  await eventually(() => expect(names()).toHaveLength(300));
  stop();
});
