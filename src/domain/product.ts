import type { Promotion } from './promotion';
import { nameKey } from './text/name-key';

/** The ASIN that a link to an offer names; null where it names none. */
export function asinOf(link: string): string | null {
  return /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?![A-Z0-9])/i.exec(link)?.[1]?.toUpperCase() ?? null;
}

/** What a promotion is for, as far as it is known: its product's name, else the selection's, else the ASIN. */
export function productOf({ productName, selection, productLink }: Promotion): string | null {
  return productName || selection || asinOf(productLink ?? '');
}

/** Whether two promotions are for the same product, as far as what is known of them tells. */
export function sameProduct(a: Promotion, b: Promotion): boolean {
  const [one, other] = [a, b].map(({ productLink }) => asinOf(productLink ?? ''));
  if (one && other) return one === other;
  const named = nameKey(a.productName ?? '');
  if (named !== '' && named === nameKey(b.productName ?? '')) return true;
  const chosen = nameKey(a.selection ?? '');
  const sameStore = a.marketplace === b.marketplace && a.account === b.account;
  return sameStore && chosen !== '' && chosen === nameKey(b.selection ?? '');
}
