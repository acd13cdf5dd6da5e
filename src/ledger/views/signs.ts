import { joined } from '../../domain/orders/coverage';
import type { Promotion } from '../../domain/promotion';
import { offersOfSelection } from '../promotions/offers';
import { sortedOut } from '../repair/row-faults';
import { importTimes } from '../reports/promotion-results';
import { Uses, useStores } from '../reports/uses';
import type { Db, Entry, Tx } from '../store/schema';
import { read } from '../store/transact';

const week = 7 * 24 * 3_600_000;
/** Entries looked through in each direction: more say nothing more of a pace. */
const mostLooked = 2000;

/** What of a promotion is not in its counts, and takes a look at a few of its entries to find out. */
export interface TellingSigns {
  /** Codes given out in the last seven days. */
  readonly lastWeek: number;
  /** Codes given out before its start. */
  readonly early: number;
  /** The newest day, since 1970, that a report of its store covers where its uses are counted; null: none. */
  readonly reportedTo: number | null;
  /** Products of its selection whose max order quantity was missing or above `limit` when their page was seen. */
  readonly overLimit: number;
}

/**
 * Looks up the signs of promotions, in their order: what all of them need is read once. `now` in milliseconds, `limit`
 * in units.
 */
export async function tellingSigns(
  db: Db,
  promotions: readonly Promotion[],
  about: { readonly now: number; readonly limit: (promotion: Promotion) => number },
): Promise<TellingSigns[]> {
  const found = await read(db, ['promotions', 'entries', 'batches', ...useStores], async (tx) => {
    const imported = await importTimes(tx);
    // What came in as given out already says nothing of when it went.
    const isFresh = ({ batch, at }: Entry) => imported.get(batch) !== at;
    const { sound } = sortedOut('promotions', await tx.objectStore('promotions').getAll());
    const uses = await Uses.in(tx, sound);
    const signs: Omit<TellingSigns, 'overLimit'>[] = [];
    for (const promotion of promotions) {
      const covered = uses && uses.idsOf(promotion).length > 0 ? joined(uses.coveredFor(promotion)) : [];
      signs.push({
        lastWeek: await givenInWeek(tx, promotion.id, about.now, isFresh),
        early: await givenBefore(tx, promotion),
        reportedTo: covered.at(-1)?.last ?? null,
      });
    }
    return signs;
  });
  const whole: TellingSigns[] = [];
  for (const [at, promotion] of promotions.entries()) {
    const of = found[at] as Omit<TellingSigns, 'overLimit'>;
    whole.push({ ...of, overLimit: await overLimit(db, promotion, about.limit(promotion)) });
  }
  return whole;
}

async function givenInWeek(
  tx: Tx,
  promotionId: string,
  now: number,
  isFresh: (entry: Entry) => boolean,
): Promise<number> {
  const acts = tx.objectStore('entries').index('acts');
  let given = 0;
  let since = now - week;
  let looked = 0;
  for (
    let cursor = await acts.openCursor(IDBKeyRange.only([promotionId, 'issue']), 'prev');
    cursor;
    cursor = await cursor.continue()
  ) {
    const at = Date.parse(cursor.value.at);
    if (at < now - week) break;
    if (isFresh(cursor.value)) given += cursor.value.count;
    since = at;
    looked += 1;
    // So many in less than a week: the rest of it is taken to have gone on alike.
    if (looked === mostLooked) return Math.round((given * week) / Math.max(1, now - since));
  }
  return given;
}

async function givenBefore(tx: Tx, { id, start }: Promotion): Promise<number> {
  const begin = Date.parse(start ?? '');
  if (Number.isNaN(begin)) return 0;
  const acts = tx.objectStore('entries').index('acts');
  let early = 0;
  let looked = 0;
  for (
    let cursor = await acts.openCursor(IDBKeyRange.only([id, 'issue']));
    cursor && looked < mostLooked;
    cursor = await cursor.continue()
  ) {
    if (Date.parse(cursor.value.at) >= begin) break;
    early += cursor.value.count;
    looked += 1;
  }
  return early;
}

async function overLimit(db: Db, promotion: Promotion, limit: number): Promise<number> {
  const { account, marketplace, selection } = promotion;
  if (!selection) return 0;
  const offers = await offersOfSelection(db, { account, marketplace, selection, items: null, limit });
  return offers?.over.length ?? 0;
}
