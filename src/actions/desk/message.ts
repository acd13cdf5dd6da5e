import { marketplace } from '../../domain/marketplaces';
import { defaultTemplate, fillMessage } from '../../domain/message';
import type { Promotion } from '../../domain/promotion';
import { instant } from '../../words/format';

/** A promotion's message to a buyer with this code in it, and the names of the parts it had to leave out. */
export function messageFor(
  promotion: Promotion,
  code: string,
): { readonly text: string; readonly missing: readonly string[] } {
  const zone = promotion.marketplace ? marketplace(promotion.marketplace).timeZone : undefined;
  return fillMessage(promotion.template || defaultTemplate, {
    code,
    product: promotion.productName ?? null,
    link: promotion.productLink ?? null,
    discount: promotion.percentOff === null ? null : `${promotion.percentOff}%`,
    'works until': promotion.end === null ? null : instant(Date.parse(promotion.end), zone),
  });
}
