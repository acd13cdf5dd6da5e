import type { Counts, Promotion } from '../promotion';

/** A leak that is as good as certain, in few numbers. */
export interface LeakSign {
  readonly kind: 'more-than-known' | 'more-than-out' | 'before-first';
  readonly count: number;
  /** Uses in all, as they were judged. */
  readonly uses: number;
}

/** What of a promotion takes longer to find out than its counts: looked up from time to time, and kept. */
export interface PromotionSigns {
  /** When it was looked up, in milliseconds; 0: never. */
  readonly at: number;
  /** What the counts were then (`countsName`). */
  readonly of: string;
  readonly leak: LeakSign | null;
  /** Codes given out in the seven days before. */
  readonly lastWeek: number;
  /** Codes that went out before the promotion's start. */
  readonly early: number;
  /** The newest day that a report covers, since 1970; null: none does. */
  readonly reportedTo: number | null;
  /** Products whose max order quantity was missing or above the seller's own when their page was seen. */
  readonly overLimit: number;
}

export const noSigns: PromotionSigns = {
  ...{ at: 0, of: '', leak: null, lastWeek: 0, early: 0, reportedTo: null, overLimit: 0 },
};

/** Names the state of a promotion that its signs were looked up in: another name, and they are to be looked up anew. */
export function countsName({ start, end }: Pick<Promotion, 'start' | 'end'>, counts: Counts): string {
  const { total, available, held, issued, void: canceled, moved, redeemed, provisional } = counts;
  return [redeemed, provisional, start, end, total, available, held, issued, canceled, moved].join(' ');
}

/** Whether more than giving out came between two such names: uses were counted, or dates moved. */
export function usesDiffer(name: string, other: string): boolean {
  const uses = (each: string) => each.split(' ').slice(0, 4).join(' ');
  return uses(name) !== uses(other);
}
