import type { OrderState } from './order-line';

/** A code that is known as used in an order that reports have. */
export interface CodeInOrder {
  /** When it was given out, seconds since 1970; null where nobody here knows. */
  readonly givenAt: number | null;
  readonly orderedAt: number;
  readonly state: OrderState;
  readonly checkout: number;
}

/** How long it takes from giving out to the order. */
export interface TimeToOrder {
  /** Seconds; half of the codes were faster. */
  readonly median: number;
  /** Codes it is known of. */
  readonly codes: number;
  /** Codes that were ordered with before they were given out here: they were out before anybody noted it. */
  readonly before: number;
}

/** The median time from giving out to the order, of codes of which both are known; null where there is none. */
export function timeToOrder(codes: readonly CodeInOrder[]): TimeToOrder | null {
  const times = codes.flatMap(({ givenAt, orderedAt, state }) =>
    givenAt === null || state === 'canceled' ? [] : [orderedAt - givenAt],
  );
  const after = times.filter((time) => time >= 0).sort((a, b) => a - b);
  const [low, high] = [after[(after.length - 1) >> 1], after[after.length >> 1]];
  if (low === undefined || high === undefined) return null;
  return { median: (low + high) / 2, codes: after.length, before: times.length - after.length };
}

/**
 * What can be said of the codes that are out and not known as used.
 *
 * - `exact`: every use that reports tell of has its code, so that the others were not used on the days they cover
 * - `some`: some uses have no code; which codes those were, nobody can tell
 * - `unknown`: no use has its code
 */
export interface FollowUp {
  readonly kind: 'exact' | 'some' | 'unknown';
  /** Uses in reports without their code; null where no report counts them. */
  readonly unnamed: number | null;
}

/** Judges what can be said. `uses`: how many the reports count, null where none does; `marked`: codes known as used. */
export function followUp(uses: number | null, codes: readonly CodeInOrder[], marked: number): FollowUp {
  const live = codes.filter(({ state }) => state !== 'canceled');
  const named = new Set(live.map(({ checkout }) => checkout)).size;
  const unnamed = uses === null ? null : Math.max(0, uses - named);
  if (unnamed === 0) return { kind: 'exact', unnamed };
  return { kind: marked > 0 ? 'some' : 'unknown', unnamed };
}
