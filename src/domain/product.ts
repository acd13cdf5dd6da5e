import type { Promotion } from './promotion';

/** The ASIN that a link to an offer names; null where it names none. */
export function asinOf(link: string): string | null {
  return /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?![A-Z0-9])/i.exec(link)?.[1]?.toUpperCase() ?? null;
}

/** What a promotion is for, as far as it is known: its product's name, else the selection's, else the ASIN. */
export function productOf({ productName, selection, productLink }: Promotion): string | null {
  return productName || selection || (productLink ? asinOf(productLink) : null) || null;
}
