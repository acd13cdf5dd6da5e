import { type PromotionOrder, possiblyOne } from '../../../../src/domain/orders/counted';
import type { Leak } from '../../../../src/domain/orders/leaks';
import { type Counts, noCounts, type Promotion } from '../../../../src/domain/promotion';
import type { PromotionResults } from '../../../../src/ledger';
import { aPromotion } from '../../../a-promotion';
import type { Chance } from '../../../chance';

/** One promotion as the ledger and the reports tell of it. */
export interface Run {
  readonly promotion: Promotion;
  readonly counts: Counts;
  readonly told: PromotionResults;
}

/** Two years of a shop; `leak`: what was slipped into the first of its promotions. */
export interface TwoYears {
  readonly runs: readonly Run[];
  readonly leak: Leak['kind'] | null;
  readonly maxOrderQuantity: number;
}

const hour = 3600;
const day = 24 * hour;
const begin = Date.parse('2025-01-01T00:00:00Z') / 1000;
export const now = begin + 730 * day;

export const leakKinds: readonly Leak['kind'][] = [
  ...(['more-than-known', 'more-than-out', 'before-first', 'after-end'] as const),
  ...(['too-many-units', 'large-discount', 'burst'] as const),
];

export function twoYearsBy(chance: Chance, leak: Leak['kind'] | null): TwoYears {
  const maxOrderQuantity = chance.between(1, 3);
  // Some shops fetch only the reports of what Amazon shipped.
  const late = chance.oneIn(6);
  const runs = Array.from({ length: chance.between(4, 16) }, () => runBy(chance, { late, maxOrderQuantity }));
  if (leak === null) return { runs, leak, maxOrderQuantity };
  const leaking = runBy(chance, { late: false, maxOrderQuantity, leak });
  return { runs: [withLeak(chance, leaking, leak, maxOrderQuantity), ...runs], leak, maxOrderQuantity };
}

interface About {
  readonly late: boolean;
  readonly maxOrderQuantity: number;
  readonly leak?: Leak['kind'];
}

/** One code that went out. */
interface Given {
  readonly at: number;
  /** How soon it is used, if it is. */
  readonly soon: number;
  readonly rate: number;
}

function runBy(chance: Chance, { late, maxOrderQuantity, leak }: About): Run {
  const start = begin + chance.below(660 * day);
  const end = Math.min(now, start + chance.between(leak ? 30 : 3, 60) * day);
  const known = leak !== undefined || !chance.oneIn(3);
  const ticked = leak !== undefined || chance.oneIn(2);
  const [price, percentOff] = [chance.between(500, 8000) / 100, chance.between(5, 90)];
  const total = chance.between(60, 300);
  const { wentOut, given } = givingOut(chance, {
    start,
    end,
    most: leak ? 40 : total,
    singles: leak !== undefined,
  });
  const before = leak === undefined && chance.oneIn(6) ? chance.below(total - given.length + 1) : 0;
  for (let i = 0; i < before; i++) given.push({ at: start, soon: 5 * day, rate: 30 });
  const held = chance.oneIn(4) ? chance.below(Math.min(6, total - given.length + 1)) : 0;
  const orders: PromotionOrder[] = [];
  const most = ticked ? maxOrderQuantity : 5;
  for (const { at, soon, rate } of given) {
    if (chance.below(100) >= rate) continue;
    const bought = Math.max(at, start) + 60 + Math.floor(soon * -Math.log(1 - chance.below(1000) / 1001));
    if (bought < Math.min(end, now - hour))
      use(chance, orders, bought, { late, most, perUnit: price * percentOff });
  }
  // A month that no report covers.
  const gone = chance.oneIn(4) ? start + chance.below(60 * day) : null;
  const shown = gone === null ? orders : orders.filter(({ at }) => at < gone || at > gone + 30 * day);
  return {
    promotion: aPromotion({
      ...(known ? { price, percentOff } : {}),
      ...{ start: iso(start), end: iso(end) },
      ...(ticked ? { ticks: { 'order-limit': iso(start - day) } } : {}),
    }),
    counts: { ...noCounts, total, held, issued: given.length, available: total - given.length - held },
    told: {
      ...{ use: { kind: 'counted', count: { checkouts: 0, pending: 0, orders: 0, canceled: 0 } } },
      ...{ orders: shown, possiblyOne: possiblyOne(shown, () => false), covered: [] },
      ...{ wentOut, everOut: given.length, outBefore: before > 0, marked: 0, byCode: [] },
    },
  };
}

/** Codes by the piece, to a newsletter's readers, and as lots to a platform that puts them online one day. */
function givingOut(
  chance: Chance,
  { start, end, most, singles }: { start: number; end: number; most: number; singles: boolean },
) {
  const wentOut: PromotionResults['wentOut'][number][] = [];
  const given: Given[] = [];
  // Where nothing else is to show, a good part stays unused.
  const rate = chance.between(5, singles ? 40 : 100);
  while (given.length < most && (singles || wentOut.length === 0 || !chance.oneIn(60))) {
    const at = start - 6 * day + chance.below(end - start + 6 * day);
    const left = most - given.length;
    const how = singles ? 'piece' : chance.of(['piece', 'piece', 'piece', 'newsletter', 'lot'] as const);
    const count = Math.min(
      left,
      how === 'piece' ? chance.between(1, singles ? 1 : 3) : chance.between(10, 80),
    );
    // The computer's clock is not Amazon's.
    const noted = at + chance.between(-200, 200);
    const online = how === 'lot' ? at + chance.below(10 * day) : at;
    const soon = how === 'piece' ? 2 * day : chance.of([hour / 2, 6 * hour, 3 * day]);
    for (let i = 0; i < count; i++) given.push({ at: online, soon, rate });
    if (how === 'newsletter')
      for (let i = 0; i < count; i++) wentOut.push({ at: noted + i, count: 1, channel: how });
    else wentOut.push({ at: noted, count, channel: how });
  }
  return { wentOut: wentOut.sort((a, b) => a.at - b.at), given };
}

/** One code is used: in one order or two, canceled and bought again, told by this report or that. */
function use(
  chance: Chance,
  orders: PromotionOrder[],
  bought: number,
  { late, most, perUnit }: { late: boolean; most: number; perUnit: number },
): void {
  const units = chance.between(1, most);
  const state = bought > now - 3 * day || chance.oneIn(60) ? 'pending' : 'firm';
  // Shipped some days later, and dated by that day as it begins in California.
  const shipped = Math.floor((bought + chance.below(4 * day)) / day) * day + 8 * hour;
  const exact = perUnit * units;
  const discount = chance.of([Math.round(exact), Math.round(exact / 1.19), Math.ceil(perUnit) * units, null]);
  const coupon = chance.oneIn(15);
  const order = (about: Partial<PromotionOrder> = {}): PromotionOrder => ({
    order: `111-0000000-${String(orders.length).padStart(7, '0')}`,
    ...{ at: bought, state, checkout: orders.length, channel: 'Amazon.com', currency: 'USD', shared: coupon },
    ...{ units, discount: coupon && discount ? discount * 2 : discount },
    ...(late ? { at: shipped, late: true, units: 0 } : {}),
    ...about,
  });
  if (chance.oneIn(12)) {
    // Some were pending when the last report was made that holds them.
    orders.push(order({ state: chance.oneIn(4) ? 'pending' : 'canceled' }));
    if (!chance.oneIn(3)) return;
  }
  const first = order();
  orders.push(first);
  // Halves of one checkout: told by a report that has both, or found in two files. Amazon ships only one of them.
  if (!late && chance.oneIn(15)) orders.push(order(chance.oneIn(3) ? {} : { checkout: first.checkout }));
}

function withLeak(chance: Chance, run: Run, leak: Leak['kind'], maxOrderQuantity: number): Run {
  const { promotion, counts, told } = run;
  const [start, end] = [Date.parse(promotion.start ?? '') / 1000, Date.parse(promotion.end ?? '') / 1000];
  const first = Math.min(...told.wentOut.map(({ at }) => at));
  const perUnit = (promotion.price ?? 0) * (promotion.percentOff ?? 0);
  const stray = (at: number, n: number, about: Partial<PromotionOrder> = {}): PromotionOrder => ({
    ...{
      order: `999-0000000-${String(n).padStart(7, '0')}`,
      at: Math.floor(at),
      state: 'firm',
      checkout: 100_000 + n,
    },
    ...{ channel: 'Amazon.com', currency: 'USD', units: 1, discount: Math.round(perUnit), shared: false },
    ...about,
  });
  const several = (count: number, at: (n: number) => number, about: Partial<PromotionOrder> = {}) =>
    Array.from({ length: count }, (_, n) => stray(at(n), n, about));
  const firm = new Set(told.orders.flatMap(({ state, checkout }) => (state === 'firm' ? [checkout] : [])));
  const uses = firm.size - told.possiblyOne;
  const from = Math.max(first, start) + hour;
  const spread = (count: number) => (n: number) => from + ((end - from) * (n + 0.5)) / count;
  const few = chance.between(1, 3);
  const out = told.everOut + counts.held;
  const more = {
    'more-than-known': () => several(counts.total + few - uses, spread(counts.total + few - uses)),
    'more-than-out': () => several(out + few - uses, spread(out + few - uses)),
    'before-first': () => several(few, (n) => first - (n + 1) * chance.between(hour, day)),
    'after-end': () => several(few, (n) => end + (n + 1) * chance.between(hour, day)),
    'too-many-units': () => several(1, spread(1), { units: maxOrderQuantity + 1 }),
    'large-discount': () => several(1, spread(1), { discount: Math.round(perUnit * 1.5) + 5 }),
    burst: () => several(15, (n) => (from + end) / 2 + n * 150),
  }[leak]();
  const orders = [...told.orders, ...more];
  return { ...run, told: { ...told, orders } };
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
