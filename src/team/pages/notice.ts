import { isFull } from '../replay/room';
import { isSeated } from '../seat/seat';
import type { TeamState } from './team-here';

/** Why nothing can be given out now, or not all is there, and what the way to more is called. */
export type PoolNotice =
  | { readonly why: 'none'; readonly key: 'teamNoticeNone'; readonly way: 'teamNoticeSetUp' }
  | { readonly why: 'begun'; readonly key: 'teamNoticeBegun'; readonly way: 'teamNoticeGoOn' }
  | { readonly why: 'gone'; readonly key: 'teamNoticeGone'; readonly way: 'teamNoticeMore' }
  | {
      readonly why: 'away';
      readonly key: 'teamNoticeAway' | 'teamNoticeLease';
      readonly way: 'teamNoticeMore';
    }
  | { readonly why: 'stopped'; readonly key: 'teamNoticeStopped'; readonly way: 'teamNoticeMore' }
  /** The disk, or the browser's storage. */
  | { readonly why: 'full'; readonly key: 'teamNoticeFull'; readonly way: 'teamNoticeMore' }
  /** Codes can be given out, and what is shown beside isn't whole. */
  | { readonly why: 'coming'; readonly key: 'teamNoticeComing'; readonly way: 'teamNoticeProgress' };

/**
 * The one line at the top of a page; null where all is as it should be. `long`: it has stood so for a while; `leased`:
 * some codes were taken along.
 */
export function noticeOf(
  { seat, standing, members }: Pick<TeamState, 'seat' | 'standing' | 'members'>,
  long: boolean,
  leased = false,
): PoolNotice | null {
  if (seat === undefined) return null;
  if (seat === null) return { why: 'none', key: 'teamNoticeNone', way: 'teamNoticeSetUp' };
  if (!isSeated(seat)) return { why: 'begun', key: 'teamNoticeBegun', way: 'teamNoticeGoOn' };
  if (isGone({ seat, members })) return { why: 'gone', key: 'teamNoticeGone', way: 'teamNoticeMore' };
  if (standing.kind === 'stopped' && isFull(standing.why))
    return { why: 'full', key: 'teamNoticeFull', way: 'teamNoticeMore' };
  if (standing.kind === 'stopped') return { why: 'stopped', key: 'teamNoticeStopped', way: 'teamNoticeMore' };
  if (standing.kind === 'away' && (long || standing.silent))
    return { why: 'away', key: leased ? 'teamNoticeLease' : 'teamNoticeAway', way: 'teamNoticeMore' };
  if (standing.kind === 'current' && standing.come)
    return { why: 'coming', key: 'teamNoticeComing', way: 'teamNoticeProgress' };
  return null;
}

/** Whether this browser's member was removed, as far as the log was followed. */
export function isGone({ seat, members }: Pick<TeamState, 'seat' | 'members'>): boolean {
  return Boolean(seat && members?.all[seat.me.card.id]?.gone);
}
