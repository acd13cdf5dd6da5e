import { marketplace } from '../../domain/marketplaces';
import { fillMessage } from '../../domain/message';
import { messageWords } from '../../domain/messages';
import {
  isMessageLanguage,
  localeIn,
  type MessageLanguage,
  storeLanguage,
} from '../../domain/messages/languages';
import type { Promotion } from '../../domain/promotion';
import { instantIn, percentIn } from '../../words/format';
import { language } from '../../words/say';

/** The language of the screen, where messages can be in it; else English. */
export function screenLanguage(): MessageLanguage {
  const [spoken = ''] = language().split('-');
  return isMessageLanguage(spoken) ? spoken : 'en';
}

/** The language of a promotion's message where the seller chose none: the store's, or the screen's where that is not known. */
export function languageLikeStore({ marketplace: store }: Promotion): MessageLanguage {
  return store ? storeLanguage(store) : screenLanguage();
}

/** The language of a promotion's message. */
export function messageLanguage(promotion: Promotion): MessageLanguage {
  return promotion.messageLanguage ?? languageLikeStore(promotion);
}

/** A promotion's message to a shopper with this code in it, and the names of the parts it had to leave out. */
export function messageFor(
  promotion: Promotion,
  code: string,
  now = Date.now(),
): { readonly text: string; readonly missing: readonly string[] } {
  const { marketplace: store, template, percentOff, start, end } = promotion;
  const language = messageLanguage(promotion);
  const locale = localeIn(language, store);
  const { template: usual, neutral } = messageWords[language];
  const time = (at: string) =>
    instantIn(locale, Date.parse(at), store ? marketplace(store).timeZone : undefined);
  const parts = {
    code,
    product: promotion.productName || null,
    link: promotion.productLink || null,
    discount: percentOff === null ? null : percentIn(locale, percentOff),
    // Once the code works, nobody needs to know since when.
    'works from': start !== null && Date.parse(start) <= now ? '' : start && time(start),
    'works until': end && time(end),
  };
  return fillMessage(template || usual, parts, neutral);
}
