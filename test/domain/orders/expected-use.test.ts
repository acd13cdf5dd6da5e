import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/domain/orders/coverage';
import { expectedUse } from '../../../src/domain/orders/expected-use';

const day = 86_400;
const first = 20_000;
const now = (first + 30) * day;

/** `perDay` uses on each of the days up to `until`, of which reports cover all. */
function so(perDay: (at: number) => number, about: Partial<Parameters<typeof expectedUse>[0]> = {}) {
  const days = Array.from({ length: 30 }, (_, i) => ({
    ...{ day: dateOf(first + i), out: 0, used: perDay(i), pending: 0 },
  }));
  return {
    days,
    covered: [{ first, last: first + 30 }],
    used: days.reduce((sum, { used }) => sum + used, 0),
    ...{ everOut: 1000, start: first * day, end: (first + 59) * day },
    ...about,
  };
}

describe('the uses to expect', () => {
  it('go on at the pace of the last 28 days', () => {
    const told = expectedUse(
      so((i) => (i < 15 ? 1 : 3)),
      now,
    );
    expect(told).toMatchObject({ days: 28, uses: 58, of: 1000 });
    // 30 days to come, at 58 uses in 28 days: 62 more than the 60 so far.
    expect(told?.expected).toBe(60 + Math.round((58.5 * 30) / 28));
    expect(told?.low).toBeLessThan(told?.expected ?? 0);
    expect(told?.low).toBeGreaterThan(60 + 35);
    expect(told?.high).toBeLessThan(60 + 95);
  });

  it('are never fewer than there were, and never more than codes are out', () => {
    expect(
      expectedUse(
        so(() => 3, { everOut: 100 }),
        now,
      ),
    ).toMatchObject({ expected: 100, high: 100 });
    expect(
      expectedUse(
        so(() => 0),
        now,
      ),
    ).toMatchObject({ low: 0, uses: 0 });
  });

  it('count only the days that reports cover', () => {
    const covered = [
      { first, last: first + 9 },
      { first: first + 20, last: first + 30 },
    ];
    expect(
      expectedUse(
        so(() => 1, { covered }),
        now,
      ),
    ).toMatchObject({ days: 18 });
  });

  it('have a range that holds 95 of 100 futures', () => {
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const poisson = (mean: number) => {
      let [n, product] = [0, random()];
      while (product > Math.exp(-mean)) {
        n++;
        product *= random();
      }
      return n;
    };
    const rounds = 2000;
    let within = 0;
    for (let i = 0; i < rounds; i++) {
      const rate = 0.2 + 2 * random();
      const shop = so(() => poisson(rate), { everOut: 1e6 });
      const told = expectedUse(shop, now);
      let final = shop.used;
      for (let ahead = 0; ahead < 30; ahead++) final += poisson(rate);
      if (told && final >= told.low && final <= told.high) within++;
    }
    expect(within / rounds).toBeGreaterThan(0.93);
    expect(within / rounds).toBeLessThan(0.99);
  });

  it.each([
    ['no report is here', { covered: [] }],
    ['reports end long ago', { covered: [{ first, last: first + 14 }] }],
    ['too few days are covered', { covered: [{ first: first + 25, last: first + 30 }] }],
    ['the end is past', { end: now - day }],
    ['nothing is out', { everOut: 0 }],
  ])('are not told where %s', (_, about) => {
    expect(
      expectedUse(
        so(() => 1, about),
        now,
      ),
    ).toBeNull();
  });
});
