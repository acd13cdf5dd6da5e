import type { Promotion } from './promotion';
import { nameKey } from './text/name-key';

/** Amazon's number of a product in a link to its page. */
const asinInLink = /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:[/?#]|$)/i;

function asinOf({ productLink }: Promotion): string | null {
  return asinInLink.exec(productLink ?? '')?.[1]?.toUpperCase() ?? null;
}

/** Whether two promotions give off the same product, as far as what was said of them tells. */
export function sameProduct(a: Promotion, b: Promotion): boolean {
  const [one, other] = [asinOf(a), asinOf(b)];
  if (one !== null && other !== null) return one === other;
  const named = nameKey(a.productName ?? '');
  if (named !== '' && named === nameKey(b.productName ?? '')) return true;
  const chosen = nameKey(a.selection ?? '');
  const sameStore = a.marketplace === b.marketplace && a.account === b.account;
  return sameStore && chosen !== '' && chosen === nameKey(b.selection ?? '');
}
