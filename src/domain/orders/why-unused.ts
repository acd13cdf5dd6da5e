import { isOver, type Promotion } from '../promotion';

/** What the seller's own data tell of why codes that are out were not used. */
export type WhyUnused =
  /** They work no more. */
  | { readonly kind: 'over' }
  /** The promotion has not started. */
  | { readonly kind: 'not-started'; readonly start: number }
  /** So many were given out before the promotion started: whoever tried at once saw them fail. */
  | { readonly kind: 'sent-early'; readonly count: number }
  /** So many were given out with less than three days left to use them. */
  | { readonly kind: 'sent-late'; readonly count: number }
  /** So many were given out within the last week: it is too early to tell. */
  | { readonly kind: 'just-sent'; readonly count: number }
  /** So many were given out more than 30 days ago, and are forgotten by now. */
  | { readonly kind: 'sent-long-ago'; readonly count: number };

const day = 86_400;
const late = 3 * day;
const justNow = 7 * day;
const longAgo = 30 * day;

/**
 * The reasons that the data here show, the surest first; empty where they show none. `wentOut`: what was given out and
 * not taken back, when in seconds since 1970, as `now`.
 */
export function whyUnused(
  promotion: Pick<Promotion, 'start' | 'end' | 'onAmazon'>,
  wentOut: readonly { readonly at: number; readonly count: number }[],
  now: number,
): WhyUnused[] {
  const seconds = (iso: string | null) => (iso === null ? null : Date.parse(iso) / 1000);
  const [start, end] = [seconds(promotion.start), seconds(promotion.end)];
  const count = (which: (at: number) => boolean) =>
    wentOut.reduce((sum, each) => sum + (which(each.at) ? each.count : 0), 0);
  const over = (end !== null && end < now) || isOver(promotion.onAmazon?.status);
  const told: WhyUnused[] = [];
  if (over) told.push({ kind: 'over' });
  if (!over && start !== null && start > now) return [{ kind: 'not-started', start }];
  const counted = (
    kind: Exclude<WhyUnused['kind'], 'over' | 'not-started'>,
    which: (at: number) => boolean,
  ) => {
    const found = count(which);
    if (found > 0) told.push({ kind, count: found });
  };
  if (start !== null) counted('sent-early', (at) => at < start);
  if (end !== null) counted('sent-late', (at) => at > end - late && at <= end);
  if (!over) {
    counted('just-sent', (at) => at > now - justNow);
    counted('sent-long-ago', (at) => at < now - longAgo);
  }
  return told;
}
