import type { Marketplace } from '../domain/marketplaces';
import { instantOf } from '../domain/time';
import { localDateTime } from './dates';
import { confirmed, type Terms, type Vocabulary } from './labels';
import { percentIn } from './numbers';
import { promotionIdOfUrl } from './page-kind';
import { valueBeside } from './pairs';

/** A promotion as its View page shows it; what could not be read is null. */
export interface ShownPromotion {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly name: string | null;
  readonly percentOff: number | null;
  /** ISO instants. */
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * Reads the View promotion page, or what a claim-code page repeats of it. Only by confirmed words: what
 * is read here is kept, and no one looks it over first.
 */
export function readShownPromotion(
  doc: Document,
  url: URL,
  marketplace: Marketplace | null,
  terms: Vocabulary,
): ShownPromotion {
  return {
    amazonId: promotionIdOfUrl(url),
    trackingId: valueBeside(doc, confirmed(terms.trackingId)),
    name: valueBeside(doc, confirmed(terms.internalDescription)),
    percentOff: percentIn(valueBeside(doc, confirmed(terms.buyerGets)) ?? ''),
    start: instant(doc, confirmed(terms.startDate), marketplace),
    end: instant(doc, confirmed(terms.endDate), marketplace),
  };
}

function instant(doc: Document, names: Terms, marketplace: Marketplace | null): string | null {
  const shown = valueBeside(doc, names);
  if (shown === null || !marketplace) return null;
  const at = instantOf(localDateTime(shown, null, marketplace.dateOrder), marketplace.timeZone);
  return at === null ? null : new Date(at).toISOString();
}
