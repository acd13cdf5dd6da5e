import { describe, expect, it } from 'vitest';
import type { Promotion } from '../../../src/domain/promotion';
import { routeOf } from '../../../src/workspace/parts/route';
import { detailsOf, judge } from '../../../src/workspace/promotion/details';

const known: Promotion = {
  id: 'p',
  account: null,
  marketplace: 'US',
  name: 'Garlic',
  trackingId: 'G-1',
  amazonIds: [],
  percentOff: 20,
  start: '2026-10-01T07:00:00.000Z',
  end: '2026-11-01T06:59:59.999Z',
  givingEnded: null,
  createdAt: '2026-09-01T00:00:00.000Z',
};

describe('a promotion’s details', () => {
  it('stand on the store’s own clock', () => {
    expect(detailsOf(known)).toMatchObject({ start: '2026-10-01T00:00', end: '2026-10-31T23:59' });
  });

  it('come back unchanged, to the second, where nothing was typed', () => {
    expect(judge(detailsOf(known), known)).toMatchObject({
      patch: { start: known.start, end: known.end, percentOff: 20 },
    });
  });

  it('keep the time on the clock when the store changes', () => {
    const judged = judge({ ...detailsOf(known), marketplace: 'DE' }, known);
    expect(judged).toMatchObject({ patch: { marketplace: 'DE', start: '2026-09-30T22:00:00.000Z' } });
  });

  it('may be unknown', () => {
    const nothing = {
      name: 'Garlic',
      trackingId: ' ',
      marketplace: '' as const,
      percentOff: '',
      start: '',
      end: '',
      productName: '',
      productLink: '',
      price: '',
      stock: '',
    };
    expect(judge(nothing, known)).toEqual({
      patch: {
        name: 'Garlic',
        trackingId: null,
        marketplace: null,
        percentOff: null,
        start: null,
        end: null,
        productName: null,
        productLink: null,
        price: null,
        stock: null,
      },
    });
  });

  it.each([
    ['name', { name: ' ' }],
    ['price', { price: 'a lot' }],
    ['stock', { stock: '12.5' }],
    ['productLink', { productLink: 'javascript:alert(1)' }],
    ['percentOff', { percentOff: '0' }],
    ['percentOff', { percentOff: '20.5' }],
    ['end', { end: '2026-09-01T00:00' }],
  ])('name the field %s that is wrong', (field, patch) => {
    expect(judge({ ...detailsOf(known), ...patch }, known)).toMatchObject({ fault: { field } });
  });
});

it('reads where the workspace stands from its address', () => {
  expect(routeOf('')).toEqual({ page: 'home' });
  expect(routeOf('#/nonsense')).toEqual({ page: 'home' });
  expect(routeOf('#/settings')).toEqual({ page: 'settings', section: null });
  expect(routeOf('#/settings/backup')).toEqual({ page: 'settings', section: 'backup' });
  expect(routeOf('#/inbox/a%20b')).toEqual({ page: 'inbox', id: 'a b' });
  const first = { page: 'promotion', id: 'x', exports: null, list: false, tab: 'given-out' };
  expect(routeOf('#/promotion/x')).toEqual(first);
  expect(routeOf('#/promotion/x/setup')).toEqual({ ...first, tab: 'setup' });
  expect(routeOf('#/promotion/x/elsewhere')).toEqual(first);
  expect(routeOf('#/promotion/x/list')).toEqual({ ...first, list: true });
  expect(routeOf('#/promotion/x/export/history')).toEqual({ ...first, exports: 'history' });
});
