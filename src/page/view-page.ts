import type { Marketplace } from '../domain/marketplaces';
import { instantOf } from '../domain/time';
import { localDateTime } from './dates';
import { labels } from './labels';
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

/** Reads the View promotion page, or what a claim-code page repeats of it. */
export function readShownPromotion(doc: Document, url: URL, marketplace: Marketplace | null): ShownPromotion {
  const discount = valueBeside(doc, labels.buyerGets) ?? '';
  const percent = /(\d+(?:[.,]\d+)?)\s*%|percent(?:age)? off\D{0,3}(\d+)/i.exec(discount);
  return {
    amazonId: promotionIdOfUrl(url),
    trackingId: valueBeside(doc, labels.trackingId),
    name: valueBeside(doc, labels.internalDescription),
    percentOff: percent ? Number((percent[1] ?? percent[2] ?? '').replace(',', '.')) : null,
    start: instant(doc, labels.startDate, marketplace),
    end: instant(doc, labels.endDate, marketplace),
  };
}

function instant(doc: Document, names: readonly string[], marketplace: Marketplace | null): string | null {
  const shown = valueBeside(doc, names);
  if (shown === null || !marketplace) return null;
  const at = instantOf(localDateTime(shown, null, marketplace.dateOrder), marketplace.timeZone);
  return at === null ? null : new Date(at).toISOString();
}
