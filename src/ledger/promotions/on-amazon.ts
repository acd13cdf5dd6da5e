import type { MarketplaceCode } from '../../domain/marketplaces';
import { type AmazonStatus, isOver, type OnAmazon, type Promotion } from '../../domain/promotion';
import { timeOf } from '../follow/stamps';
import type { Db } from '../store/schema';
import { read, writeShared } from '../store/transact';
import { promotionShown, soundPromotions } from './known-promotion';

/** What one of Amazon's pages shows of a promotion; null: not read. */
export interface ShownOnAmazon {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly status: AmazonStatus | null;
  /** Instants, ISO 8601 in UTC. */
  readonly start: string | null;
  readonly end: string | null;
  /** How many settings stand wrong there and can cost money; null or absent: not read. */
  readonly unsafe?: number | null;
}

interface Shown {
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly shown: readonly ShownOnAmazon[];
}

/**
 * Has promotions learn what Amazon's own page or list shows of them; how many learned something. Nothing is made.
 *
 * What Amazon shows is the truth about when codes work, so it takes the place of what the form, a file or the
 * seller said, and what stood there before is kept in `was` until the seller has seen it. Only what is news is
 * taken: a date or status that Amazon showed before already changes nothing again. So whatever the seller decides
 * after it (another date, to go on giving out) stands until Amazon shows something new. What was not read changes
 * nothing ever.
 */
export async function learnFromAmazon(db: Db, page: Shown): Promise<number> {
  if ((await promotionsThatLearn(db, page)) === 0) return 0;
  return writeShared(db, async (tx) => {
    const learnt = newsIn(await soundPromotions(tx), page, timeOf(tx));
    for (const promotion of learnt) await tx.objectStore('promotions').put(promotion);
    return learnt.length;
  });
}

/** How many promotions here don't know yet what a page shows of them. */
export function promotionsThatLearn(db: Db, page: Shown): Promise<number> {
  return read(db, ['promotions'], async (tx) => newsIn(await soundPromotions(tx), page, timeOf(tx)).length);
}

function newsIn(all: readonly Promotion[], { shown, ...store }: Shown, now: string): Promotion[] {
  return shown.flatMap((each) => {
    const found = promotionShown(all, { ...store, ...each });
    return (found && !found.elsewhere && learned(found.promotion, each, now)) || [];
  });
}

/** The promotion with what is news in what a page shows; null where nothing is. */
export function learned(promotion: Promotion, shown: ShownOnAmazon, now: string): Promotion | null {
  const { at, status, start, end, was, unsafe, stopped } = promotion.onAmazon ?? nothing;
  const dates = sensible(shown) ? (['start', 'end'] as const) : [];
  const newDates = dates.filter((side) => shown[side] !== null && !same(shown[side], { start, end }[side]));
  const isNew = shown.status !== null && shown.status !== status;
  const stands = shown.unsafe ?? unsafe ?? 0;
  const isOther = stands !== (unsafe ?? 0);
  if (newDates.length === 0 && !isNew && !isOther) return null;

  const taken: { start?: string; end?: string } = {};
  const before: { start?: string; end?: string } = { ...was };
  for (const side of newDates) {
    const mine = promotion[side];
    if (same(mine, shown[side])) continue;
    taken[side] = shown[side] as string;
    if (mine !== null) before[side] ??= mine;
  }
  const told: OnAmazon = {
    at: isNew || isOther || Object.keys(taken).length > 0 ? now : (at ?? now),
    status: isNew ? shown.status : status,
    start: newDates.includes('start') ? shown.start : start,
    end: newDates.includes('end') ? shown.end : end,
    ...(Object.keys(before).length > 0 ? { was: before } : {}),
    ...(stands > 0 ? { unsafe: stands } : {}),
  };
  return { ...promotion, ...taken, ...givingOut(promotion, told, stopped, now) };
}

const nothing = {
  at: null,
  status: null,
  start: null,
  end: null,
  was: {},
  unsafe: 0,
  stopped: undefined,
} as const;

/** Giving out ends with the promotion, and goes on only if nothing but Amazon's word had ended it. */
function givingOut(
  { givingEnded, onAmazon }: Promotion,
  told: OnAmazon,
  stopped: true | undefined,
  now: string,
): Pick<Promotion, 'givingEnded'> & { readonly onAmazon: OnAmazon } {
  const begins = isOver(told.status) && !isOver(onAmazon?.status);
  if (begins && givingEnded === null) return { givingEnded: now, onAmazon: { ...told, stopped: true } };
  if (stopped && !isOver(told.status)) return { givingEnded: null, onAmazon: told };
  return { givingEnded, onAmazon: stopped ? { ...told, stopped } : told };
}

/** Dates of which the end lies before the start were read wrong. */
function sensible({ start, end }: ShownOnAmazon): boolean {
  return start === null || end === null || Date.parse(start) < Date.parse(end);
}

/** Whether two instants are the same minute: Amazon shows no seconds. */
function same(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.floor(Date.parse(one) / 60_000) === Math.floor(Date.parse(other) / 60_000);
}
