import { describe, expect, it } from 'vitest';
import type { PromotionFacts } from '../../../src/domain/alerts/alert';
import { alertRules } from '../../../src/domain/alerts/alert-rules';
import { type LeakTold, leakSignOf } from '../../../src/domain/alerts/leak-sign';
import { countsName, noSigns, type PromotionSigns } from '../../../src/domain/alerts/signs';
import { alertsOf, houseAlerts } from '../../../src/domain/alerts/standing';
import { defaultSwitches, isQuiet, levelOf, shownAlerts } from '../../../src/domain/alerts/switches';
import type { PromotionOrder } from '../../../src/domain/orders/counted';
import { type Counts, noCounts, type Promotion } from '../../../src/domain/promotion';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-06-15T12:00:00.000Z');
const day = 86_400_000;
const iso = (days: number) => new Date(now + days * day).toISOString();
const ticks = { 'order-limit': 'x', 'nothing-else': 'x', tried: 'x' };

function facts(
  promotion: Partial<Promotion>,
  counts: Partial<Counts>,
  signs: Partial<PromotionSigns> = {},
): PromotionFacts {
  const whole = aPromotion({ start: iso(-20), end: iso(20), ticks, ...promotion });
  return { promotion: whole, counts: { ...noCounts, ...counts }, signs: { ...noSigns, at: now, ...signs } };
}
const kinds = (...about: Parameters<typeof facts>) =>
  alertsOf(facts(...about), alertRules.low, now).map(({ kind, lingers }) => (lingers ? `(${kind})` : kind));

const out = { total: 500, available: 400, issued: 100 };

describe('few codes left', () => {
  it('are told by number, by share, and by the days they last', () => {
    expect(kinds({}, out)).toEqual([]);
    expect(kinds({}, { total: 20, available: 5, issued: 15 })).toEqual(['runs-low']);
    expect(kinds({}, { total: 500, available: 50, issued: 450 })).toEqual(['runs-low']);
    expect(kinds({}, { total: 500, available: 51, issued: 449 })).toEqual([]);
    expect(kinds({}, { total: 500, available: 300, issued: 200 }, { lastWeek: 700 })).toEqual(['runs-low']);
    expect(alertsOf(facts({}, { ...out, available: 250 }, { lastWeek: 700 }), alertRules.low, now)).toEqual([
      expect.objectContaining({ kind: 'runs-low', count: 2 }),
    ]);
  });

  it('are not told again by a pace that hovers, nor by one nobody looked up lately', () => {
    expect(kinds({}, out, { lastWeek: 700 })).toEqual(['(runs-low)']);
    expect(kinds({}, out, { lastWeek: 400 })).toEqual([]);
    expect(kinds({}, out, { lastWeek: 7000, at: now - 3 * day })).toEqual([]);
    expect(kinds({}, { total: 12, available: 6, issued: 6 }, { lastWeek: 6 })).toEqual([]);
  });
});

describe('a promotion', () => {
  it('that ends soon is told of where many of its codes are out and not known as used', () => {
    expect(kinds({ end: iso(2.9) }, out)).toEqual(['ends-soon']);
    expect(kinds({ end: iso(3) }, out)).toEqual([]);
    expect(kinds({ end: iso(-0.1) }, out)).toEqual(['limit-back']);
    expect(kinds({ end: iso(1) }, { ...out, redeemed: 91, redeemedKnown: true })).toEqual([]);
    expect(kinds({ end: iso(1) }, { total: 500, available: 491, issued: 9 })).toEqual([]);
  });

  it('that goes live is told of for two days, where codes went out before', () => {
    const early = { early: 12 };
    expect(kinds({ start: iso(0), createdAt: iso(-3) }, out, early)).toEqual(['goes-live']);
    expect(kinds({ start: iso(0.01), createdAt: iso(-3) }, out, early)).toEqual([]);
    expect(kinds({ start: iso(-1.9), createdAt: iso(-3) }, out, early)).toEqual(['goes-live']);
    expect(kinds({ start: iso(-2), createdAt: iso(-3) }, out, early)).toEqual([]);
    expect(kinds({ start: iso(0), createdAt: iso(-3) }, out)).toEqual([]);
    // Amazon may still be starting it.
    expect(kinds({ start: iso(0), createdAt: iso(-0.1) }, out, early)).toEqual([]);
  });

  it('that goes live is told of where nobody knows its end, too', () => {
    expect(kinds({ start: iso(-1), end: null }, out, { early: 3 })).toContain('goes-live');
  });

  it('that its seller stopped is told of while anything works, and announced a day later', () => {
    const over = { givingEnded: iso(-0.5) };
    const [alert] = alertsOf(facts(over, out), alertRules.low, now);
    expect(alert).toMatchObject({ kind: 'works-though-over', count: 100, announcedFrom: now + day / 2 });
    const used = { total: 100, issued: 100, redeemed: 100, redeemedKnown: true };
    expect(kinds(over, used)).toEqual([]);
  });

  it('with products above the limit is told of once codes are out', () => {
    expect(kinds({}, out, { overLimit: 2 })).toEqual(['limit-high']);
    expect(kinds({}, { total: 500, available: 500 }, { overLimit: 2 })).toEqual([]);
  });

  it('with unsafe settings on its own page is told of until it is over, codes or none', () => {
    const onAmazon = { at: iso(-1), status: 'active', start: null, end: null, unsafe: 2 } as const;
    expect(kinds({ onAmazon }, out)).toEqual(['unsafe-on-amazon']);
    expect(kinds({ onAmazon }, {})).toEqual(['unsafe-on-amazon']);
    expect(kinds({ onAmazon, end: iso(-1) }, out)).toEqual(['limit-back']);
  });

  it('that was put away is not told of', () => {
    expect(kinds({ archived: iso(-1), end: iso(1) }, out, { overLimit: 1 })).toEqual([]);
  });
});

describe('reports and backups', () => {
  const house = (all: PromotionFacts[], saved: Parameters<typeof houseAlerts>[1] = null) =>
    houseAlerts(all, saved, now).map(({ kind, count }) => [kind, count]);
  const today = Math.floor(now / day);

  it('are told of once they are old, as long as they matter', () => {
    expect(house([facts({}, out, { reportedTo: today - 7 })])).toEqual([]);
    const old = facts({}, out, { reportedTo: today - 8 });
    expect(house([old, old, facts({}, out)])).toEqual([['reports-old', 2]]);
    expect(house([facts({ end: iso(-5) }, out, { reportedTo: today - 6 })])).toEqual([]);
    expect(house([facts({ end: iso(-15) }, out, { reportedTo: today - 60 })])).toEqual([]);
    expect(house([facts({}, { total: 9, available: 9 }, { reportedTo: today - 60 })])).toEqual([]);
  });

  it('count changes, and any change after a month', () => {
    expect(house([], { at: iso(-1), changes: 24 })).toEqual([]);
    expect(house([], { at: iso(-1), changes: 25 })).toEqual([['backup-due', 25]]);
    expect(house([], { at: iso(-31), changes: 1 })).toEqual([['backup-due', 1]]);
    expect(house([], { at: iso(-31), changes: 0 })).toEqual([]);
    expect(house([], { at: null, changes: 3 })).toEqual([]);
  });
});

describe('a leak', () => {
  const order = (n: number, more: Partial<PromotionOrder> = {}): PromotionOrder => ({
    ...{ order: `111-${n}`, at: now / 1000 - 1000 + n, state: 'firm', checkout: n, channel: 'Amazon.com' },
    ...{ units: 1, discount: 100, currency: 'USD', shared: false },
    ...more,
  });
  const told = (uses: number, more: Partial<LeakTold> = {}): LeakTold => ({
    ...{ kind: 'counted', orders: Array.from({ length: uses }, (_, n) => order(n)), possiblyOne: 0 },
    ...{ everOut: 10, outBefore: true, wentOut: [], ...more },
  });
  const counts: Counts = { ...noCounts, total: 20, available: 10, issued: 10 };
  const sign = (about: LeakTold, promotion: Partial<Promotion> = {}, has: Partial<Counts> = {}) =>
    leakSignOf(about, aPromotion(promotion), { ...counts, ...has })?.kind ?? null;

  it('is more uses than codes, or than codes that went out, or uses before the first went out', () => {
    expect(sign(told(10))).toBeNull();
    expect(sign(told(11))).toBe('more-than-out');
    expect(sign(told(21))).toBe('more-than-known');
    expect(sign(told(3, { outBefore: false, wentOut: [{ at: now / 1000, count: 1 }] }))).toBe('before-first');
  });

  it('is never told by what isn’t whole', () => {
    expect(sign({ ...told(21), kind: 'shared' })).toBeNull();
    expect(sign({ ...told(21), kind: 'unknown' })).toBeNull();
    expect(sign(told(21), {}, { total: 0, available: 0, issued: 0 })).toBeNull();
    // Not all codes were brought here.
    expect(sign(told(21), { planned: 500 })).toBeNull();
    // Orders may yet be canceled, or be halves of one checkout.
    const pending = Array.from({ length: 5 }, (_, n) => order(100 + n, { state: 'pending' }));
    expect(sign(told(10, { orders: [...told(10).orders, ...pending] }))).toBeNull();
    expect(sign(told(11, { possiblyOne: 1 }))).toBeNull();
    // A restored copy holds codes that may be out.
    expect(sign(told(15), {}, { available: 5, held: 5 })).toBeNull();
    // A burst of uses, or one after the end, is for the seller to judge.
    expect(sign(told(10, { everOut: 20 }), { end: iso(-1) })).toBeNull();
  });

  it('is over once the codes were written down as out, or came in', () => {
    const promotion = aPromotion({ start: iso(-20), end: iso(20), ticks });
    const leak = leakSignOf(told(15), promotion, counts);
    const signs = { leak, of: countsName(promotion, counts) };
    expect(kinds({}, counts, signs)).toContain('leak');
    expect(kinds({}, { ...counts, available: 6, issued: 14 }, signs)).toContain('leak');
    expect(kinds({}, { ...counts, available: 5, issued: 15 }, signs)).not.toContain('leak');
    const more = leakSignOf(told(21), promotion, counts);
    expect(kinds({}, { ...counts, total: 21, available: 11 }, { ...signs, leak: more })).not.toContain(
      'leak',
    );
  });
});

describe('the max order quantity', () => {
  const given = { total: 20, available: 10, issued: 10 };

  it('is missed as long as a code can be used, after giving out stopped, too', () => {
    expect(kinds({}, given, { overLimit: 1 })).toContain('limit-high');
    expect(kinds({ givingEnded: iso(-1) }, given, { overLimit: 1 })).toContain('limit-high');
    const used = { ...given, redeemed: 20 };
    expect(kinds({ givingEnded: iso(-1) }, used, { overLimit: 1 })).not.toContain('limit-high');
    expect(kinds({ end: iso(-1) }, given, { overLimit: 1 })).not.toContain('limit-high');
  });

  it('may go back for a week after the end, where it was set for the promotion', () => {
    expect(kinds({ end: iso(1) }, out)).not.toContain('limit-back');
    expect(kinds({ end: iso(-1) }, out)).toEqual(['limit-back']);
    expect(kinds({ end: iso(-8) }, out)).toEqual([]);
    expect(kinds({ end: iso(-1), ticks: { tried: 'x' } }, out)).toEqual([]);
    expect(kinds({ end: iso(-1) }, {})).toEqual([]);
    expect(kinds({ end: iso(-1), archived: iso(0) }, out)).toEqual([]);
    // Amazon takes hours to end one that was ended by hand.
    const ended = (hours: number) => ({
      ...{ givingEnded: iso(-1), end: iso(20) },
      onAmazon: { at: iso(-hours / 24), status: 'canceled' as const, start: null, end: null },
    });
    expect(kinds(ended(3), out)).toEqual(['ended-on-amazon']);
    expect(kinds(ended(5), out)).toEqual(['ended-on-amazon', 'limit-back']);
    const [alert] = alertsOf(facts({ end: iso(-1) }, out), alertRules.low, now);
    expect(alert).toMatchObject({ occasion: iso(-1), at: now - day });
  });
});

describe('what the seller decided', () => {
  const alert = { kind: 'ends-soon', promotionId: 'p', occasion: 'x' } as const;
  const shown = (...more: [Partial<typeof defaultSwitches>, Record<string, number>?]) =>
    shownAlerts([alert], { ...defaultSwitches, ...more[0] }, more[1] ?? {}, now).length;

  it('holds for a kind, for a promotion, and for a time', () => {
    expect(shown({})).toBe(1);
    expect(shown({ levels: { 'ends-soon': 'off' } })).toBe(0);
    expect(shown({ muted: { p: ['ends-soon'] } })).toBe(0);
    expect(shown({ muted: { q: ['ends-soon'] } })).toBe(1);
    expect(shown({}, { 'ends-soon p': now + 1 })).toBe(0);
    expect(shown({}, { 'ends-soon p': now })).toBe(1);
    expect(shown({}, { 'ends-soon p': now + 40 * day })).toBe(1);
  });

  it('interrupts by itself only for what costs money now', () => {
    const all = ['leak', 'works-though-over', 'runs-low', 'ends-soon', 'goes-live', 'backup-due'] as const;
    expect(all.map((kind) => levelOf(kind, defaultSwitches))).toEqual([
      ...['notify', 'notify', 'notify', 'home', 'home', 'home'],
    ]);
  });

  it('has quiet hours over midnight, too', () => {
    const night = { from: 22 * 60, to: 8 * 60 };
    expect([0, 479, 480, 1319, 1320].map((at) => isQuiet(night, at))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
    const noon = { from: 720, to: 780 };
    expect([719, 720, 779, 780].map((at) => isQuiet(noon, at))).toEqual([false, true, true, false]);
    expect(isQuiet({ from: 5, to: 5 }, 5)).toBe(false);
    expect(isQuiet(null, 5)).toBe(false);
  });
});
