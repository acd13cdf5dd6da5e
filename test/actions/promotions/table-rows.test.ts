import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  rowsOfFilter,
  rowsWithin,
  sortedRows,
  soundView,
  tableRows,
} from '../../../src/actions/promotions/table-rows';
import { type Counts, noCounts, type Promotion } from '../../../src/domain/promotion';
import { firstView, type SortKey, tableFilters } from '../../../src/stored/table-view';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-06-15T12:00:00.000Z');
const ticks = { 'order-limit': 'x', 'nothing-else': 'x', tried: 'x' };

function item(name: string, told: Partial<Promotion> = {}, counts: Partial<Counts> = {}) {
  const promotion = aPromotion({ id: name, name, end: '2026-06-30T00:00:00.000Z', ticks, ...told });
  return {
    promotion,
    counts: { ...noCounts, total: 100, available: 100, ...counts },
    lastIssuedAt: null,
  };
}

const all = tableRows(
  [
    item('Garlic 10', { trackingId: 'IG-77', account: 'Olive Ltd', productName: 'Garlic press' }),
    item('Garlic 9', { marketplace: 'DE', end: '2026-06-20T00:00:00.000Z' }, { issued: 96, available: 4 }),
    item('Öl', { marketplace: null, end: null, productLink: 'https://www.amazon.com/x/dp/b0ABCDEF12?th=1' }),
    item('Later', { start: '2026-06-20T00:00:00.000Z' }, { redeemed: 3, redeemedKnown: true, issued: 5 }),
    item('Done', { end: '2026-06-01T00:00:00.000Z' }, { redeemed: 9, redeemedKnown: true, issued: 9 }),
    item('Done long ago', { end: '2026-05-01T00:00:00.000Z' }),
    item('Halted', { givingEnded: '2026-06-10T00:00:00.000Z' }),
    item('Away', { archived: '2026-06-12T00:00:00.000Z' }, { issued: 99, available: 1 }),
  ],
  now,
);

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
const sorted = (sort: SortKey, down = false) => names(sortedRows(all, { sort, down }, 'en'));

describe('the table of promotions', () => {
  it('has each promotion under the filters it belongs to; the archived one under no other', () => {
    const shown = Object.fromEntries(
      tableFilters.map((filter) => [filter, names(rowsOfFilter(all, filter))]),
    );
    expect(shown).toEqual({
      all: ['Garlic 10', 'Garlic 9', 'Öl', 'Later', 'Done', 'Done long ago', 'Halted'],
      live: ['Garlic 10', 'Garlic 9', 'Öl'],
      attention: ['Garlic 9', 'Halted'],
      low: ['Garlic 9'],
      early: ['Later'],
      stopped: ['Halted'],
      ended: ['Done', 'Done long ago'],
      archived: ['Away'],
    });
  });

  it('sorts by each column both ways, what is not known last', () => {
    expect(sorted('name')).toEqual([
      ...['Away', 'Done', 'Done long ago', 'Garlic 9', 'Garlic 10', 'Halted', 'Later', 'Öl'],
    ]);
    expect(sorted('left').slice(0, 2)).toEqual(['Away', 'Garlic 9']);
    expect(sorted('given', true).slice(0, 3)).toEqual(['Away', 'Garlic 9', 'Done']);
    expect(sorted('used').slice(0, 2)).toEqual(['Later', 'Done']);
    expect(sorted('used', true).slice(0, 2)).toEqual(['Done', 'Later']);
    expect(sorted('ends').at(-1)).toBe('Öl');
    expect(sorted('ends', true).at(-1)).toBe('Öl');
    expect(sorted('ends', true)[0]).toBe('Away');
    expect(sorted('store').at(-1)).toBe('Öl');
    expect(sorted('store')[0]).toBe('Garlic 9');
  });

  it('begins with what is live and ends soonest, and has what ended last at the end', () => {
    expect(sorted(firstView.sort, firstView.down)).toEqual([
      ...['Garlic 9', 'Garlic 10', 'Öl', 'Later', 'Halted', 'Done', 'Done long ago', 'Away'],
    ]);
  });

  it('finds by name, Tracking ID, product, ASIN and store, however they are written', () => {
    const found = (search: string) => names(rowsWithin(all, firstView, search));
    expect(found(' garlic  10')).toEqual(['Garlic 10']);
    expect(found('ig-77')).toEqual(['Garlic 10']);
    expect(found('PRESS olive')).toEqual(['Garlic 10']);
    expect(found('B0abcdef12')).toEqual(['Öl']);
    expect(found('o\u0308l')).toEqual(['Öl']);
    expect(found('de garlic')).toEqual(['Garlic 9']);
    expect(found('nobody')).toEqual([]);
    expect(found('')).toHaveLength(all.length);
  });

  it('filters by what occurs; a remembered choice that no longer does filters nothing', () => {
    const choices = choicesOf(all);
    expect(choices).toEqual({
      stores: ['?', 'DE', 'US'],
      accounts: ['Olive Ltd'],
      products: ['B0ABCDEF12', 'Garlic press'],
    });
    const within = (told: Partial<typeof firstView>) => names(rowsWithin(all, { ...firstView, ...told }, ''));
    expect(within({ store: '?' })).toEqual(['Öl']);
    expect(within({ product: 'Garlic press', account: 'Olive Ltd' })).toEqual(['Garlic 10']);
    expect(soundView({ ...firstView, store: 'JP', product: 'Garlic press' }, choices)).toEqual({
      ...firstView,
      product: 'Garlic press',
    });
  });
});
