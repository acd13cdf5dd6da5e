import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { quickGuard } from '../../../src/ledger/store/quick-guard';
import { rowShapes, type ShapedStore } from '../../../src/ledger/store/row-shapes';
import { aPromotion } from '../../a-promotion';

const at = '2026-06-01T00:00:00.000Z';
const codes = { total: 9, available: 4, held: 1, issued: 2, void: 1, moved: 1, redeemed: 1 };
const ticks = { tried: at };
const onAmazon = { at, status: 'active', start: null, end: at, was: { end: at }, unsafe: 2, stopped: true };
const leftThere = [{ issuance: 'i', left: 3, at, by: '' }];
const told = { price: 9.5, stock: 3, archived: null, template: 'Take {code}', planned: 4 };

/** A sound row of each store that is read as a whole, with all that it may hold. */
const rows = {
  promotions: { ...aPromotion({ amazonIds: ['A1'] }), ...told, ticks, onAmazon, leftThere },
  counts: { promotionId: 'p', ...codes, redeemedKnown: true, lastIssuedAt: at },
  batches: {
    ...{ id: 1, promotionId: 'p', name: 'lot', quantityAsked: null, count: 9, sourceName: 'a.txt' },
    ...{ sha256: 'ab', at, by: 'Sam', withdrawn: false, united: true },
  },
  entries: {
    ...{ seq: 1, id: 'e', kind: 'issue', issuance: 'i', promotionId: 'p', batch: 1, from: 0, count: 1 },
    ...{ to: 'Anna', channel: '', note: '', at, by: '', names: ['anna'], seen: true, until: at },
  },
  spans: {
    ...{ batch: 1, from: 0, count: 9, promotionId: 'p', state: 'issued', entry: 1, issue: 1, redeem: 0 },
  },
  idMarks: { id: 'x', promotionId: null, at, by: '' },
  reports: {
    ...{ id: 'r', kind: 'all-orders', name: 'a.txt', content: 'ab', at, by: '', lines: 9, rejected: 0 },
    ...{ orders: 9, kept: 3, days: { first: 1, last: 2 }, channels: ['Amazon.com'] },
  },
} satisfies Partial<Record<ShapedStore, object>>;

const odd = fc.oneof(
  fc.anything(),
  fc.constantFrom(undefined, null, true, 0, -0, -1, 1.5, Number.NaN, 2 ** 53, 1e9, 101, [], {}, ''),
  fc.constantFrom('US', 'us', 'issued', at, '2026-02-30T00:00:00Z', '2026-06-01', `${at} `, 'a'.repeat(201)),
  fc.constantFrom<unknown>(['a'], [null], [at], { left: 1 }, { at }, Object.create({ length: 1 })),
);

describe.each(Object.entries(rows))('of %s', (store, row) => {
  const shape = rowShapes[store as keyof typeof rows];
  const guard = quickGuard(shape);

  it('is sure of a sound row', () => {
    expect(shape.safeParse(row).success).toBe(true);
    expect(guard(row)).toBe(true);
  });

  it('is sure of those rows alone that its shape takes', () => {
    const inner = Object.entries(row).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? Object.keys(value).map((each) => [key, each]) : [],
    );
    const places = [...Object.keys(shape.shape).map((key) => [key]), ...inner];
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, ([key = '', within], value) => {
        const changed: Record<string, unknown> = structuredClone(row);
        if (within === undefined) changed[key] = value;
        else (changed[key] as Record<string, unknown>)[within] = value;
        expect(guard(changed)).toBe(shape.safeParse(changed).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('is sure of nothing else', () => {
    fc.assert(
      fc.property(odd, (value) => {
        expect(guard(value)).toBe(false);
      }),
    );
    for (const key of Object.keys(row)) {
      const { [key]: _, ...rest } = row as Record<string, unknown>;
      expect(guard(rest)).toBe(shape.safeParse(rest).success);
    }
  });
});

it('leaves to the shape what it doesn’t know', () => {
  const shapes: [z.ZodMiniType, unknown][] = [
    [z.string().check(z.regex(/^a/)), 'a'],
    [z.number().check(z.multipleOf(2)), 2],
    [z.number().check(z.gt(1)), 2],
    [z.string().check(z.email()), 'a@b.co'],
    [z.instanceof(Uint8Array), new Uint8Array()],
    [z.object({ bytes: z.instanceof(Uint8Array) }), { bytes: new Uint8Array() }],
    [z.tuple([z.string()]), ['a']],
    [z.array(z.string()).check(z.refine(() => false)), []],
    [z.strictObject({ a: z.optional(z.string()) }), { b: 1 }],
  ];
  for (const [shape, value] of shapes) expect(quickGuard(shape)(value)).toBe(false);
});
