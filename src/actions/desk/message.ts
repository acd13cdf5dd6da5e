import { timeZoneOf } from '../../domain/marketplaces';
import { fillMessage, type MessageParts } from '../../domain/message';
import { messageWords } from '../../domain/messages';
import {
  isMessageLanguage,
  localeIn,
  type MessageLanguage,
  storeLanguage,
} from '../../domain/messages/languages';
import type { FailKind } from '../../domain/messages/message-words';
import type { Promotion } from '../../domain/promotion';
import { instantIn, masked, percentIn } from '../../words/format';
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
  const { template: usual, neutral } = messageWords[messageLanguage(promotion)];
  const parts = partsOf(promotion, code);
  // Once the code works, nobody needs to know since when.
  const begun = promotion.start !== null && Date.parse(promotion.start) <= now;
  return fillMessage(promotion.template || usual, begun ? { ...parts, 'works from': '' } : parts, neutral);
}

/**
 * A reply to a shopper whose code fails, in the language of the promotion's message. It names the code by its first and
 * last letters alone: whoever asks has it, and nobody else gets it by this.
 */
export function replyOnFailing({
  promotion,
  code,
  fails,
}: {
  readonly promotion: Promotion;
  readonly code: string;
  readonly fails: FailKind;
}): string {
  const { fails: words, neutral } = messageWords[messageLanguage(promotion)];
  return fillMessage(`${words.hello}\n${words[fails]}`, partsOf(promotion, masked(code)), neutral).text;
}

function partsOf(promotion: Promotion, code: string): MessageParts {
  const { marketplace: store, percentOff, start, end } = promotion;
  const locale = localeIn(messageLanguage(promotion), store);
  const time = (at: string) => instantIn(locale, Date.parse(at), timeZoneOf(store));
  return {
    code,
    product: promotion.productName || null,
    link: promotion.productLink || null,
    discount: percentOff === null ? null : percentIn(locale, percentOff),
    'works from': start && time(start),
    'works until': end && time(end),
  };
}
