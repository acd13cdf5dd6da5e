import type { PromotionOrder } from './counted';

/** What is known of a promotion for judging whether its codes leak. */
export interface LeakFacts {
  readonly kind: 'single-use' | 'multi-use';
  /** Codes that ever left this computer: given out, canceled after that, handed over. */
  readonly everOut: number;
  /** Codes known here, whatever became of them. */
  readonly known: number;
  /** When codes left and how many, seconds; and whether some left without anybody here knowing when. */
  readonly wentOut: readonly { readonly at: number; readonly count: number }[];
  readonly outBefore: boolean;
  /** Uses that may be halves of one checkout. */
  readonly possiblyOne: number;
  /** From when to when the codes work, seconds; null: not known. */
  readonly start: number | null;
  readonly end: number | null;
  /** Units of a product that one order may have, and since when, seconds; null: nobody vouches for a limit. */
  readonly orderLimit: { readonly units: number; readonly since: number } | null;
  /** What one unit's discount should be at most, in hundredths; null: not known. */
  readonly discountPerUnit: number | null;
}

/** Something that points to a leak: what, how sure it is, and the orders that show it. */
export interface Leak {
  readonly kind:
    | 'more-than-known'
    | 'more-than-out'
    | 'before-first'
    | 'after-end'
    | 'too-many-units'
    | 'large-discount'
    | 'burst';
  /** `sure`: nothing else explains it. `likely`: hardly anything. `look`: worth a look. */
  readonly certainty: 'sure' | 'likely' | 'look';
  /** How many uses, units or orders it is about. */
  readonly count: number;
  /** The orders that show it, first to last; of many the first hundred. */
  readonly orders: readonly PromotionOrder[];
}

const mostShown = 100;
const hour = 3600;
/** Clocks differ, and an order is dated by its checkout. */
const grace = 300;
/** So many uses within an hour are a burst, if they are also this share of all. */
const burstUses = 10;
const burstShare = 0.2;
/** Below so many that nothing explains, it is those who took their time, among many who had just got theirs. */
const burstUnexplained = 5;
/** So long after a code went out to one person a use of it surprises nobody. */
const freshFor = 3 * 24 * hour;
/** A discount up to so much above the planned one is rounding and tax. */
const roundingShare = 1.05;

/**
 * What in a promotion's orders points to codes that reached people they were not meant for. Only from orders that
 * are here, so that no missing report raises an alarm; of a multi-use code nothing is judged by counts.
 */
export function leaks(facts: LeakFacts, orders: readonly PromotionOrder[]): Leak[] {
  const live = orders.filter(({ state }) => state !== 'canceled').toSorted((a, b) => a.at - b.at);
  // What is shipped may have been bought days before.
  const timed = live.filter(({ late }) => !late);
  // What is pending may yet be canceled.
  const uses = distinct(live.filter(({ state }) => state === 'firm'));
  const found: Leak[] = [];
  const note = (
    kind: Leak['kind'],
    certainty: Leak['certainty'],
    of: readonly PromotionOrder[],
    count = of.length,
  ) => {
    if (of.length > 0) found.push({ kind, certainty, count, orders: of.slice(0, mostShown) });
  };
  const { known, everOut, wentOut, outBefore, possiblyOne, end, orderLimit, discountPerUnit } = facts;
  const single = facts.kind === 'single-use';
  const least = uses.length - possiblyOne;
  if (single && known > 0 && least > known)
    note('more-than-known', 'likely', uses.slice(known - least), least - known);
  else if (single && known > 0 && least > everOut)
    note('more-than-out', 'likely', uses.slice(everOut - least), least - everOut);
  if (single && !outBefore && wentOut.length > 0) {
    const firstOut = wentOut.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
    const before = timed.filter(({ at }) => at < firstOut - grace);
    note('before-first', 'likely', before);
  }
  if (end !== null) {
    const after = timed.filter(({ at }) => at > end + grace);
    note('after-end', 'likely', after);
  }
  if (orderLimit !== null) {
    const { units: most, since } = orderLimit;
    const many = timed.filter(({ at, units }) => at > since && units > most);
    // Each product has a limit of its own, and an order may hold several.
    note('too-many-units', 'look', many);
  }
  if (discountPerUnit !== null) {
    // Reports of shipments and payments tell no units.
    const large = live.filter(
      ({ discount, units, shared }) =>
        !shared && units > 0 && discount !== null && discount > discountPerUnit * units * roundingShare + 1,
    );
    note('large-discount', 'look', large);
  }
  if (single && !outBefore) note('burst', 'look', burst(distinct(timed), facts));
  return found;
}

/** The first order of each checkout. */
function distinct(orders: readonly PromotionOrder[]): PromotionOrder[] {
  const seen = new Set<number>();
  return orders.filter(({ checkout }) => !seen.has(checkout) && seen.add(checkout));
}

/**
 * The fullest hour, where it holds many uses and a good part of all; none where enough went out just before, or to
 * somebody who passes many on.
 */
function burst(
  uses: readonly PromotionOrder[],
  { wentOut, start }: Pick<LeakFacts, 'wentOut' | 'start'>,
): readonly PromotionOrder[] {
  let best: readonly [number, number] = [0, 0];
  for (let from = 0, to = 0; from < uses.length; from++) {
    while (to < uses.length && (uses[to]?.at ?? 0) - (uses[from]?.at ?? 0) < hour) to++;
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  const count = best[1] - best[0];
  if (count < burstUses || count < uses.length * burstShare) return [];
  const [first, last] = [uses[best[0]]?.at ?? 0, uses[best[1] - 1]?.at ?? 0];
  const expected = wentOut.filter(
    // What went out before the start is used once the codes work.
    ({ at, count }) => at <= last && (count >= burstUses || Math.max(at, start ?? at) >= first - freshFor),
  );
  const explained = expected.reduce((sum, each) => sum + each.count, 0);
  return count - explained < burstUnexplained ? [] : uses.slice(...best);
}
