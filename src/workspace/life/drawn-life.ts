import { type LifePoint, lifeOf } from '../../domain/life';
import type { Promotion } from '../../domain/promotion';

/** A point on the line; `place`: how far along it, from 0 to 1. */
export interface Stop {
  readonly kind: LifePoint['kind'] | 'today';
  readonly at: number;
  readonly place: number;
}

/** A stretch of the line: before the start, while codes are given out, and while they only work on. */
export interface Run {
  readonly kind: 'early' | 'given' | 'works';
  readonly from: number;
  readonly to: number;
}

/** A promotion's life as it is drawn, from its first point to its last or to today, in order of time. */
export function drawnLife(
  promotion: Promotion,
  now: number,
): { runs: Run[]; stops: Stop[]; endKnown: boolean } {
  const { points, stopped, worksUntil } = lifeOf(promotion, now);
  // The page's clock ticks twice a minute: what was stopped just now is not ahead of it.
  const today = Math.max(now, stopped ?? now);
  const all = [...points, { kind: 'today' as const, at: today }].sort((a, b) => a.at - b.at);
  const from = all[0]?.at ?? now;
  const to = Math.max(all.at(-1)?.at ?? now, from + 1);
  const place = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const start = points.find(({ kind }) => kind === 'start')?.at ?? from;
  const end = Math.max(start, worksUntil ?? to);
  const until = Math.max(start, Math.min(stopped ?? end, end));
  const runs: Run[] = [
    { kind: 'early', from: 0, to: place(start) },
    { kind: 'given', from: place(start), to: place(until) },
    { kind: 'works', from: place(until), to: place(end) },
  ];
  return {
    runs: runs.filter((run) => run.to > run.from),
    stops: all.map(({ kind, at }) => ({ kind, at, place: place(at) })),
    endKnown: worksUntil !== null,
  };
}
