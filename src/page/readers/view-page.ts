import type { Marketplace } from '../../domain/marketplaces';
import type { PageKind } from '../../domain/reading';
import { instantOf } from '../../domain/time';
import { topOf } from '../dom/dom';
import { confirmed, isEnglishAlone, type Vocabulary } from '../labels';
import { textById } from '../locate/known-ids';
import { valueBeside } from '../locate/value-beside';
import { promotionIdOfUrl, trackingIdOfUrl } from '../site/page-kind';
import { tellOrder } from '../values/date-order';
import { dateIn, localDateTime, type ToldOrder } from '../values/dates';
import { percentIn } from '../values/numbers';
import { labelMatch, plain } from '../values/text';
import { type ShownStatus, statusSaid } from './status';

/** A promotion as its View page shows it; what could not be read is null. */
export interface ShownPromotion {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly name: string | null;
  readonly percentOff: number | null;
  /** ISO instants. */
  readonly start: string | null;
  readonly end: string | null;
  readonly status: ShownStatus | null;
}

/**
 * Reads the View promotion page, or what a claim-code page repeats of it. Only by confirmed words and
 * known ids: what is read here is kept, and no one looks it over first. Where two of them differ, nothing
 * is known.
 */
export function readShownPromotion(
  doc: Document,
  url: URL,
  { page, marketplace }: { readonly page: PageKind; readonly marketplace: Marketplace | null },
  terms: Vocabulary,
): ShownPromotion {
  const start = momentsOf(doc, terms, 'start');
  const end = momentsOf(doc, terms, 'end');
  const order = orderOf(doc, [start, end], marketplace, terms);
  return {
    amazonId: agreed(promotionIdOfUrl(url), idShown(doc, terms)),
    trackingId: agreed(valueBeside(doc, confirmed(terms.trackingId)), trackingIdOfUrl(url)),
    name: valueBeside(doc, confirmed(terms.internalDescription)),
    percentOff: agreed(
      percentIn(valueBeside(doc, confirmed(terms.buyerGets)) ?? ''),
      percentById(doc, terms),
    ),
    start: instant(start, order, marketplace),
    end: instant(end, order, marketplace),
    // A page of claim codes has states too, but those of its groups.
    status: page === 'view' ? statusShown(doc, terms) : null,
  };
}

/** How it stands with the promotion: the only status on the page that says so. */
function statusShown(doc: Document, terms: Vocabulary): ShownStatus | null {
  const sure = valueBeside(doc, confirmed(terms.status));
  const text = sure ?? valueBeside(doc, terms.status);
  const said = text === null ? null : statusSaid(text, terms);
  return said && { ...said, sure: said.sure && sure !== null };
}

/** What two signs say together; null where they differ, or neither says anything. */
function agreed<T>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : null;
}

function idShown(doc: Document, terms: Vocabulary): string | null {
  const text = textById(doc, terms, 'promotionId', []) ?? '';
  return /^(?:A[0-9A-Z]{9,15}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text) ? text : null;
}

function percentById(doc: Document, terms: Vocabulary): number | null {
  const kind = textById(doc, terms, 'benefitType', ['buyerGets', 'percentOff']);
  const value = textById(doc, terms, 'benefitValue', ['buyerGets', 'percentOff']);
  if (kind === null || value === null || labelMatch(plain(kind), terms.percentOff) === 0) return null;
  return percentIn(/%|٪/.test(value) ? value : `${value}%`);
}

/** A date as it stands beside its label, and as it stands where the known ids are. */
interface ShownMoments {
  readonly labelled: string | null;
  readonly byId: string | null;
}

function momentsOf(doc: Document, terms: Vocabulary, side: 'start' | 'end'): ShownMoments {
  const concept = `${side}Date` as const;
  const date = textById(doc, terms, concept, [concept]);
  const time = textById(doc, terms, `${side}Time`, [concept]);
  return {
    labelled: valueBeside(doc, confirmed(terms[concept])),
    byId: date === null ? null : [date, time].filter(Boolean).join(' '),
  };
}

function orderOf(
  doc: Document,
  [start, end]: readonly [ShownMoments, ShownMoments],
  store: Marketplace | null,
  terms: Vocabulary,
): ToldOrder {
  const dates = [start, end].flatMap(({ labelled, byId }) => byId ?? labelled ?? []);
  const { lang } = topOf(doc);
  return tellOrder({
    dates,
    hints: [],
    elsewhere: [],
    clocks: dates.flatMap((text) => dateIn(text)?.rest ?? []),
    lang,
    isEnglish: lang === '' && isEnglishAlone(terms),
    store,
  });
}

function instant(
  { labelled, byId }: ShownMoments,
  order: ToldOrder,
  marketplace: Marketplace | null,
): string | null {
  if (!marketplace) return null;
  const [one, other] = [labelled, byId]
    .filter((text) => text !== null)
    .map((text) => localDateTime(text, null, order, marketplace.timeZone));
  if (!one || (other && other.date !== one.date)) return null;
  if (other && one.time !== null && other.time !== null && one.time !== other.time) return null;
  const at = instantOf({ ...one, time: one.time ?? other?.time ?? null }, marketplace.timeZone);
  return at === null ? null : new Date(at).toISOString();
}
