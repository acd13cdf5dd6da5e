import type { PromotionOrder } from './counted';

/** What is known of a promotion for judging whether its codes leak. */
export interface LeakFacts {
  readonly kind: 'single-use' | 'multi-use';
  /** Codes that ever left this computer: given out, canceled after that, handed over. */
  readonly everOut: number;
  /** Codes known here, whatever became of them. */
  readonly known: number;
  /** When the first code left, and when Amazon ends the promotion; seconds, null: not known. */
  readonly firstOut: number | null;
  readonly end: number | null;
  /** Units that one order may have, where the seller knows. */
  readonly unitsPerOrder: number | null;
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
/** A discount up to so much above the planned one is rounding and tax. */
const roundingShare = 1.05;

/**
 * What in a promotion's orders points to codes that reached people they were not meant for. Only from orders that
 * are here, so that no missing report raises an alarm; of a multi-use code nothing is judged by counts.
 */
export function leaks(facts: LeakFacts, orders: readonly PromotionOrder[]): Leak[] {
  const live = orders.filter(({ state }) => state !== 'canceled').toSorted((a, b) => a.at - b.at);
  const uses = distinct(live);
  const found: Leak[] = [];
  const note = (
    kind: Leak['kind'],
    certainty: Leak['certainty'],
    of: readonly PromotionOrder[],
    count = of.length,
  ) => {
    if (of.length > 0) found.push({ kind, certainty, count, orders: of.slice(0, mostShown) });
  };
  const single = facts.kind === 'single-use';
  if (single && facts.known > 0 && uses.length > facts.known)
    note('more-than-known', 'likely', uses.slice(facts.known), uses.length - facts.known);
  else if (single && facts.known > 0 && uses.length > facts.everOut)
    note('more-than-out', 'likely', uses.slice(facts.everOut), uses.length - facts.everOut);
  const { firstOut, end, unitsPerOrder, discountPerUnit } = facts;
  if (single && firstOut !== null)
    note(
      'before-first',
      'likely',
      live.filter(({ at }) => at < firstOut - grace),
    );
  if (end !== null)
    note(
      'after-end',
      'likely',
      live.filter(({ at }) => at > end + grace),
    );
  if (unitsPerOrder !== null)
    note(
      'too-many-units',
      'sure',
      live.filter(({ units }) => units > unitsPerOrder),
    );
  if (discountPerUnit !== null) {
    const most = (units: number) => discountPerUnit * Math.max(1, units) * roundingShare + 1;
    note(
      'large-discount',
      'look',
      live.filter(({ discount, units, shared }) => !shared && discount !== null && discount > most(units)),
    );
  }
  if (single) note('burst', 'look', burst(uses));
  return found;
}

/** The first order of each checkout. */
function distinct(orders: readonly PromotionOrder[]): PromotionOrder[] {
  const seen = new Set<number>();
  return orders.filter(({ checkout }) => !seen.has(checkout) && seen.add(checkout));
}

/** The fullest hour, where it holds many uses and a good part of all. */
function burst(uses: readonly PromotionOrder[]): readonly PromotionOrder[] {
  let best: readonly [number, number] = [0, 0];
  for (let from = 0, to = 0; from < uses.length; from++) {
    while (to < uses.length && (uses[to]?.at ?? 0) - (uses[from]?.at ?? 0) < hour) to++;
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  const count = best[1] - best[0];
  return count >= burstUses && count >= uses.length * burstShare ? uses.slice(...best) : [];
}
