import type { MarketplaceCode } from '../../domain/marketplaces';
import { said } from '../../domain/problem';
import type { Counts, Promotion } from '../../domain/promotion';
import { sameName } from '../../domain/text/name-key';
import type { Ticks } from '../../domain/ticks';
import { areSound, countsIn, emptyCounts, recounted } from '../codes/counting';
import { newId } from '../follow/stamps';
import { damagedPromotion } from '../repair/damage';
import { type DamagedRow, readablePromotion, sortedOut } from '../repair/row-faults';
import { withUses } from '../reports/used-counts';
import { sameIdAs, Uses, useStores } from '../reports/uses';
import { LedgerProblem } from '../store/problem';
import type { CountsRow, Db, StoreName, Tx, WriteTx } from '../store/schema';
import { read, writeShared } from '../store/transact';

export interface PromotionWithCounts {
  readonly promotion: Promotion;
  readonly counts: Counts;
  /** When the newest code still out was given out. */
  readonly lastIssuedAt: string | null;
}

export interface NewPromotion {
  readonly name: string;
  readonly trackingId: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly account: string | null;
  readonly percentOff: number | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly amazonId: string | null;
  readonly selection?: string | null;
  readonly price?: number | null;
  readonly stock?: number | null;
  readonly planned?: number;
  readonly ticks?: Ticks;
}

type Changeable =
  | 'name'
  | 'trackingId'
  | 'marketplace'
  | 'account'
  | 'percentOff'
  | 'start'
  | 'end'
  | 'givingEnded'
  | 'archived'
  | 'productName'
  | 'productLink'
  | 'price'
  | 'stock'
  | 'template'
  | 'messageLanguage'
  | 'ticks';

export type PromotionPatch = Partial<Pick<Promotion, Changeable>> & { readonly addAmazonId?: string };

/** What is read to show a promotion with its counts. */
const shownStores: StoreName[] = ['promotions', 'counts', 'spans', 'entries', 'batches', ...useStores];

/**
 * All promotions that can be read, newest first, and those that are damaged. Two reads, never codes: as fast
 * with a million codes as with none.
 */
export function readPromotions(
  db: Db,
): Promise<{ promotions: PromotionWithCounts[]; damaged: DamagedRow[] }> {
  return read(db, shownStores, async (tx) => {
    const sorting = allIn(tx);
    const [{ sound, damaged }, counted, uses] = await Promise.all([
      sorting,
      tx.objectStore('counts').getAll(),
      Uses.in(
        tx,
        sorting.then((all) => all.sound),
      ),
    ]);
    const rows = new Map(counted.map((row) => [row.promotionId, row]));
    const promotions: PromotionWithCounts[] = [];
    for (const promotion of sound) {
      const row = rows.get(promotion.id);
      const counts = areSound(row) ? row : await recounted(tx, promotion.id);
      promotions.push(withCounts(promotion, await withUses(tx, uses, promotion, counts)));
    }
    promotions.sort((a, b) => b.promotion.createdAt.localeCompare(a.promotion.createdAt));
    return { promotions, damaged };
  });
}

/** All promotions that can be read, newest first. */
export async function listPromotions(db: Db): Promise<PromotionWithCounts[]> {
  return (await readPromotions(db)).promotions;
}

/** One promotion. Throws LedgerProblem `not-found`. */
export function getPromotion(db: Db, id: string): Promise<PromotionWithCounts> {
  return read(db, shownStores, async (tx) => {
    const rows = tx.objectStore('promotions').getAll();
    const [promotion, uses, counts] = await Promise.all([
      promotionIn(tx, id),
      Uses.in(
        tx,
        rows.then((all) => sortedOut('promotions', sameIdAs(all, [id])).sound),
        true,
      ),
      countsIn(tx, id),
    ]);
    return withCounts(promotion, await withUses(tx, uses, promotion, counts));
  });
}

/** Changes what we know of a promotion; `addAmazonId` adds one more of Amazon's ids. */
export function updatePromotion(db: Db, id: string, patch: PromotionPatch): Promise<Promotion> {
  return writeShared(db, async (tx) => {
    const { addAmazonId, ...changes } = patch;
    const old = await promotionIn(tx, id);
    const promotion = {
      ...old,
      ...changes,
      ...decided(old, changes),
      amazonIds: withId(old.amazonIds, addAmazonId ?? null),
    };
    await tx.objectStore('promotions').put(promotion);
    return promotion;
  });
}

/** What the seller decides on dates and on giving out, Amazon's earlier news no longer speaks to. */
function decided({ onAmazon }: Promotion, changes: Partial<Promotion>): Pick<Promotion, 'onAmazon'> {
  if (!onAmazon) return {};
  const { was, stopped, ...told } = onAmazon;
  const dates = 'start' in changes || 'end' in changes;
  return {
    onAmazon: {
      ...told,
      ...(was && !dates ? { was } : {}),
      ...(stopped && !('givingEnded' in changes) ? { stopped } : {}),
    },
  };
}

/** The promotion with this name or Tracking ID in this store (blanks and case aside); a Tracking ID wins. */
export function matchPromotion(
  db: Db,
  text: string,
  marketplace: MarketplaceCode | null,
): Promise<Promotion | null> {
  return read(db, ['promotions'], async (tx) => {
    const inStore = (await allIn(tx)).sound.filter((promotion) => promotion.marketplace === marketplace);
    return (
      inStore.find((promotion) => sameText(promotion.trackingId, text)) ??
      inStore.find((promotion) => sameText(promotion.name, text)) ??
      null
    );
  });
}

/** The promotion with this id. Throws LedgerProblem `not-found`, `damaged`. */
export async function promotionIn(tx: Tx, id: string): Promise<Promotion> {
  const promotion = await tx.objectStore('promotions').get(id);
  const [damaged] = promotion ? sortedOut('promotions', [promotion]).damaged : [];
  if (damaged) throw damagedPromotion(damaged);
  if (!promotion) {
    throw new LedgerProblem('not-found', said('problemPromotionGone'));
  }
  return promotion;
}

/** The promotion with this id as far as it can be read, for showing and exporting: a damaged one has its codes all the same. */
export async function promotionToShow(tx: Tx, id: string): Promise<Promotion> {
  return readablePromotion((await tx.objectStore('promotions').get(id)) ?? { id });
}

/** The promotions as a transaction finds them, read once for all that it makes. */
export interface PromotionsHere {
  readonly sound: Promotion[];
  readonly damaged: readonly DamagedRow[];
}

export function promotionsHere(tx: WriteTx): Promise<PromotionsHere> {
  return allIn(tx);
}

async function allIn(tx: Tx) {
  return sortedOut('promotions', await tx.objectStore('promotions').getAll());
}

/**
 * Makes a promotion, or takes the one that is already known by its Amazon id, Tracking ID or name in
 * the same account and store: another tab may have made it a moment ago. `here` learns of it.
 */
export async function makeOrBind(
  tx: WriteTx,
  { sound, damaged }: PromotionsHere,
  wanted: NewPromotion,
  at: string,
): Promise<Promotion> {
  const store = tx.objectStore('promotions');
  const lost = damaged.find((row) => sameText(row.name, wanted.name));
  if (lost) throw damagedPromotion(lost);
  const known = sound.find((promotion) => isSame(promotion, wanted));
  if (known) {
    const bound = {
      ...known,
      account: known.account ?? wanted.account,
      trackingId: known.trackingId ?? wanted.trackingId,
      amazonIds: withId(known.amazonIds, wanted.amazonId),
      percentOff: known.percentOff ?? wanted.percentOff,
      start: known.start ?? wanted.start,
      end: known.end ?? wanted.end,
      ...withSelection(known.selection ?? wanted.selection),
      ...withPrice(known.price ?? wanted.price),
      ...withStock(known.stock ?? wanted.stock),
      ...(wanted.planned === undefined ? {} : { planned: wanted.planned }),
      ...(wanted.ticks ? { ticks: { ...wanted.ticks, ...known.ticks } } : {}),
    };
    await store.put(bound);
    sound[sound.indexOf(known)] = bound;
    return bound;
  }
  const { amazonId, ...details } = wanted;
  const promotion: Promotion = {
    ...details,
    id: newId(tx),
    amazonIds: withId([], amazonId),
    givingEnded: null,
    createdAt: at,
  };
  await store.add(promotion);
  sound.push(promotion);
  await tx.objectStore('counts').add(emptyCounts(promotion.id));
  return promotion;
}

/** True where two ledgers' promotions are one and the same on Amazon, as far as both tell. */
export function samePromotion(known: Promotion, other: Promotion): boolean {
  return isSame(known, { ...other, amazonId: other.amazonIds[0] ?? null });
}

function isSame(known: Promotion, wanted: NewPromotion): boolean {
  const sameStore = known.marketplace === wanted.marketplace;
  if (!sameStore || differ(known.account, wanted.account)) return false;
  if (wanted.amazonId !== null && known.amazonIds.length > 0)
    return known.amazonIds.includes(wanted.amazonId);
  if (wanted.trackingId !== null && known.trackingId !== null) {
    return sameText(known.trackingId, wanted.trackingId);
  }
  return sameText(known.name, wanted.name);
}

/** Whether both are known and contradict each other. */
export function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** Whether a person would call both the same name. */
export function sameText(a: string | null, b: string): boolean {
  return a !== null && sameName(a, b);
}

function withId(ids: readonly string[], id: string | null): readonly string[] {
  return id === null || ids.includes(id) ? ids : [...ids, id];
}

function withPrice(price: number | null | undefined) {
  return price ? { price } : {};
}

function withStock(stock: number | null | undefined) {
  return stock === null || stock === undefined ? {} : { stock };
}

function withSelection(selection: string | null | undefined) {
  return selection ? { selection } : {};
}

function withCounts(promotion: Promotion, row = emptyCounts(promotion.id)): PromotionWithCounts {
  const { promotionId: _, lastIssuedAt, ...counts }: CountsRow = row;
  return { promotion, counts, lastIssuedAt };
}
