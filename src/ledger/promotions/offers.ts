import type { OfferEvidence } from '../../domain/checks';
import { sortedOut } from '../repair/row-faults';
import type { ListedSelection, OfferRow, Scope, SeenOffer } from '../store/offer-row';
import type { Db } from '../store/schema';
import { read, write } from '../store/transact';
import { fillProducts } from './products';

/** A limit read longer ago may have been overwritten by a feed since. */
const countsFor = 30 * 24 * 3_600_000;

/** Keeps what an offer page showed as it loaded. */
export async function rememberOffer(
  db: Db,
  offer: Scope & Pick<SeenOffer, 'sku' | 'asin' | 'limit' | 'price' | 'stock'>,
): Promise<void> {
  const id = idOf('offer', offer, offer.sku);
  await write(db, async (tx) => {
    const before = await tx.objectStore('offers').get(id);
    await tx.objectStore('offers').put({ ...offer, id, kind: 'offer', at: new Date().toISOString() });
    await fillProducts(tx, offer, before);
  });
}

/**
 * What is known of the offers in a product selection, or null while the seller has not said which they
 * are. `items` says so, replacing what was said before; an empty list takes it back.
 */
export async function offersOfSelection(
  db: Db,
  wanted: Scope & {
    readonly selection: string;
    readonly items: readonly string[] | null;
    readonly limit: number;
  },
): Promise<OfferEvidence | null> {
  const { account, marketplace, selection: name, items } = wanted;
  const id = idOf('selection', wanted, name);
  if (items) {
    const row = { account, marketplace, name, id, kind: 'selection' as const, at: new Date().toISOString() };
    await write(db, async (tx) => {
      const store = tx.objectStore('offers');
      if (items.length > 0) await store.put({ ...row, items: [...new Set(items)] });
      else await store.delete(id);
      await fillProducts(tx, wanted);
    });
  }
  const stored = await read(db, ['offers'], (tx) => tx.objectStore('offers').getAll());
  const rows = sortedOut('offers', stored).sound;
  const listed = rows.find((row): row is ListedSelection => row.id === id && row.kind === 'selection');
  if (!listed) return null;
  const oldest = Date.now() - countsFor;
  const seen = rows.filter(
    (row): row is SeenOffer =>
      row.kind === 'offer' && row.account === account && row.marketplace === marketplace,
  );
  // An ASIN stands for every offer of it that is known, and for one still to be read while none is.
  const offers = listed.items.flatMap((item): { item: string; offer: SeenOffer | null }[] => {
    const known = seen.filter((offer) => offer.sku === item || offer.asin === item);
    return known.length > 0 ? known.map((offer) => ({ item, offer })) : [{ item, offer: null }];
  });
  const fresh = offers.filter(({ offer }) => offer !== null && Date.parse(offer.at) > oldest);
  const prices = fresh.map(({ offer }) => offer?.price ?? null);
  return {
    total: offers.length,
    read: fresh.length,
    over: fresh
      .filter(({ offer }) => !offer?.limit || offer.limit > wanted.limit)
      .map(({ item, offer }) => offer?.sku ?? item),
    price: fresh.length === offers.length ? highest(prices) : null,
  };
}

/** Null where one is not known: it could be the highest. */
function highest(prices: readonly (number | null)[]): number | null {
  const known = prices.filter((price) => price !== null);
  return known.length > 0 && known.length === prices.length ? Math.max(...known) : null;
}

function idOf(kind: OfferRow['kind'], { account, marketplace }: Scope, name: string): string {
  return [kind, account ?? '', marketplace ?? '', name].join('|');
}
