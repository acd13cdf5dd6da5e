import { alertRules } from './alerts/alert-rules';
import { rulesOf } from './checks/rule-book';
import { endedOnAmazon, type Promotion } from './promotion';

const hour = 3_600_000;

/** So long, in milliseconds, Amazon takes to start a promotion after it was made, and to end one: the most it says. */
export const amazonTakes = rulesOf('unknown', null).leadHours * hour;

/** A promotion that ends within this time, in milliseconds, ends soon. */
export const soon = alertRules.endsWithin * 24 * hour;

/**
 * Where a promotion stands with Amazon; what its seller does is apart from it. `pending`: it should work, and Amazon
 * may still be starting it. `end-requested`: it was seen as over, and codes may work a few hours longer. `unknown`:
 * nobody knows its end, and Amazon was never seen to call it active.
 */
export type LifePhase = 'unknown' | 'made' | 'pending' | 'live' | 'ending' | 'end-requested' | 'ended';

/** Something that happens in a promotion's life. `stopped`: the seller gives out no more, and the codes work on. */
export interface LifePoint {
  readonly kind: 'made' | 'start' | 'stopped' | 'seen-over' | 'end';
  /** Milliseconds. */
  readonly at: number;
}

/** A promotion's life as far as it is known: instants in milliseconds, null where nobody knows. */
export interface Life {
  readonly phase: LifePhase;
  /** From when its codes surely work: its start, or once Amazon has had its time. */
  readonly worksFrom: number | null;
  /** The last instant at which one of its codes may work. */
  readonly worksUntil: number | null;
  /** Since when its seller gives out no more, by their own will. */
  readonly stopped: number | null;
  /** What happens in it, in order of time. */
  readonly points: readonly LifePoint[];
}

type Told = Pick<Promotion, 'start' | 'end' | 'createdAt' | 'givingEnded' | 'onAmazon'>;

/** The life of a promotion as it stands at `now`, in milliseconds. */
export function lifeOf(promotion: Told, now: number): Life {
  const made = instantIn(promotion.createdAt);
  const start = instantIn(promotion.start);
  const end = instantIn(promotion.end);
  const seenOver = endedOnAmazon(promotion) ? instantIn(promotion.onAmazon?.at) : null;
  const stopped = promotion.onAmazon?.stopped ? null : instantIn(promotion.givingEnded);
  const worksFrom = start === null ? null : readyAt(start, made, promotion);
  const gone = seenOver === null ? null : seenOver + amazonTakes;
  const worksUntil = gone === null ? end : Math.min(gone, end ?? gone);
  const points: LifePoint[] = [
    ...point('made', made),
    ...point('start', start),
    ...point('stopped', stopped),
    // An end that was reached says it better.
    ...point('seen-over', seenOver !== null && (end === null || seenOver < end) ? seenOver : null),
    ...point('end', end),
  ];
  return {
    phase: phaseOf(
      {
        ...{ start, worksFrom, worksUntil, isOver: seenOver !== null },
        isActive: promotion.onAmazon?.status === 'active',
      },
      now,
    ),
    ...{ worksFrom, worksUntil, stopped },
    points: points.sort((a, b) => a.at - b.at),
  };
}

function phaseOf(
  {
    start,
    worksFrom,
    worksUntil,
    isOver,
    isActive,
  }: Pick<Life, 'worksFrom' | 'worksUntil'> & {
    readonly start: number | null;
    readonly isOver: boolean;
    readonly isActive: boolean;
  },
  now: number,
): LifePhase {
  if (worksUntil !== null && worksUntil < now) return 'ended';
  if (isOver) return 'end-requested';
  if (start !== null && start > now) return 'made';
  if (worksFrom !== null && worksFrom > now) return 'pending';
  if (worksUntil === null) return isActive ? 'live' : 'unknown';
  return worksUntil - now < soon ? 'ending' : 'live';
}

/** Its start; later where it was made shortly before, or Amazon still showed it as pending after its start. */
function readyAt(start: number, made: number | null, { onAmazon }: Told): number {
  if (onAmazon?.status === 'active') return start;
  // What was added here after its start was made on Amazon long before, for all that anybody knows.
  const afterMade = made !== null && made <= start ? made + amazonTakes : start;
  const seen = onAmazon?.status === 'pending' ? instantIn(onAmazon.at) : null;
  const afterSeen = seen !== null && seen >= start ? seen + amazonTakes : start;
  return Math.max(start, afterMade, afterSeen);
}

function point(kind: LifePoint['kind'], at: number | null): LifePoint[] {
  return at === null ? [] : [{ kind, at }];
}

/** A damaged row may hold anything as its date. */
function instantIn(iso: string | null | undefined): number | null {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? null : at;
}
