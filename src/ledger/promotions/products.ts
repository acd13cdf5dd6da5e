import type { Promotion } from '../../domain/promotion';
import { followsLog } from '../follow/past-log';
import { timeOf } from '../follow/stamps';
import { sortedOut } from '../repair/row-faults';
import type { ListedSelection, OfferRow, Scope, SeenOffer, SeenProduct } from '../store/offer-row';
import type { Db, WriteTx } from '../store/schema';
import { write } from '../store/transact';
import { soundPromotions } from './known-promotion';

/** Keeps what an offer's page called its product, and fills it into the promotions that are of it alone. */
export async function rememberProduct(
  db: Db,
  seen: Scope & Pick<SeenProduct, 'sku' | 'asin' | 'name' | 'link'>,
): Promise<void> {
  const id = ['product', seen.account ?? '', seen.marketplace ?? '', seen.sku].join('|');
  await write(db, async (tx) => {
    const before = await tx.objectStore('offers').get(id);
    const known = before?.kind === 'product' ? before : null;
    await tx.objectStore('offers').put({
      ...seen,
      // Its tabs show one part each.
      name: seen.name ?? known?.name ?? null,
      link: seen.link ?? known?.link ?? null,
      id,
      kind: 'product',
      at: timeOf(tx),
    });
    await fillProducts(tx, seen);
  });
}

/**
 * Fills in product, link and price of this store's promotions where they are not known: for those whose product
 * selection holds one product, as the seller listed it, and nothing for any other. A stock that was filled in from
 * `before`, an offer as it was met earlier, changes with it.
 */
export async function fillProducts(tx: WriteTx, scope: Scope, before?: OfferRow): Promise<void> {
  // Offers were met by this computer alone: where several share the codes, the others would come to other promotions.
  if (await followsLog(tx)) return;
  const rows = sortedOut('offers', await tx.objectStore('offers').getAll()).sound.filter(
    (row) => row.account === scope.account && row.marketplace === scope.marketplace,
  );
  for (const promotion of await soundPromotions(tx)) {
    if (promotion.account !== scope.account || promotion.marketplace !== scope.marketplace) continue;
    const told = promotion.selection ? onlyProduct(rows, promotion.selection) : null;
    const earlier = before && rows.map((row) => (row.id === before.id ? before : row));
    const was = earlier && promotion.selection ? onlyProduct(earlier, promotion.selection) : null;
    const filled = told && withProduct(promotion, told, was?.stock ?? null);
    if (filled) await tx.objectStore('promotions').put(filled);
  }
}

interface ToldProduct {
  readonly name: string | null;
  readonly link: string | null;
  readonly price: number | null;
  /** Of all its offers together. */
  readonly stock: number | null;
}

/** The one product of a selection; null where its products are not listed, or are several. */
function onlyProduct(rows: readonly OfferRow[], selection: string): ToldProduct | null {
  const listed = rows.find(
    (row): row is ListedSelection => row.kind === 'selection' && row.name === selection,
  );
  if (!listed) return null;
  const isIn = (row: OfferRow): row is SeenOffer | SeenProduct =>
    row.kind !== 'selection' &&
    (listed.items.includes(row.sku) || (row.asin !== null && listed.items.includes(row.asin)));
  const known = rows.filter(isIn);
  const unknown = listed.items.some((item) => !known.some(({ sku, asin }) => sku === item || asin === item));
  // Two offers of one product have one ASIN.
  const [product, another] = new Set(known.map(({ sku, asin }) => asin ?? sku));
  if (unknown || product === undefined || another !== undefined) return null;
  const one = <Value>(values: readonly (Value | null | undefined)[]): Value | null => {
    const [value, second] = new Set(values.filter((each) => each !== null && each !== undefined));
    return second === undefined ? (value ?? null) : null;
  };
  return {
    name: one(known.map((row) => (row.kind === 'product' ? row.name : null))),
    link: one(known.map((row) => (row.kind === 'product' ? row.link : null))),
    price: one(known.map((row) => (row.kind === 'offer' ? row.price : null))),
    stock: sum(known.flatMap((row) => (row.kind === 'offer' ? [row.stock ?? null] : []))),
  };
}

/** Null where one is not known, or none is: what lies at Amazon stands on no offer page. */
function sum(stocks: readonly (number | null)[]): number | null {
  if (stocks.length === 0) return null;
  return stocks.reduce((all, each) => (all === null || each === null ? null : all + each), 0);
}

/** What the seller typed stays; a stock that came from the offer pages (`was`) goes with them. */
function withProduct(
  promotion: Promotion,
  { name, link, price, stock }: ToldProduct,
  was: number | null,
): Promotion | null {
  const known = promotion.stock ?? null;
  const isNews = stock !== null && stock !== known && (known === null || known === was);
  const filled = {
    ...(!promotion.productName && name ? { productName: name } : {}),
    ...(!promotion.productLink && link ? { productLink: link } : {}),
    ...(!promotion.price && price ? { price } : {}),
    ...(isNews ? { stock } : {}),
  };
  return Object.keys(filled).length > 0 ? { ...promotion, ...filled } : null;
}
