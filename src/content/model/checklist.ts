import { type Checklist, judge } from '../../domain/checks';
import { limitsIn } from '../../domain/checks/limits';
import type { PromotionKind } from '../../domain/reading';
import { namesOn } from '../../page/locate/names-on-page';
import type { PageReading } from '../../page/read-page';
import { readPromotionKind } from '../../page/readers/form/promotion-form';
import { readReviewSummary } from '../../page/readers/review-page';
import { readShownSettings } from '../../page/readers/view-settings';
import type { Settings } from '../../stored/settings';
import { duration, instant, money } from '../../words/format';
import { say } from '../../words/say';
import type { offerKnowledge } from '../asks/offers';
import type { trackingIdOwner } from '../asks/tracking-id';
import { offerChecklist } from './offer-checklist';
import { overWords } from './over';
import type { Visit } from './visit';

/** A page with, on the review page, the form that its summary tells of. */
export interface SeenPage {
  readonly page: PageReading;
  /** True where labels and values were read, not controls. */
  readonly isSummary: boolean;
}

/**
 * Reads the review page's summary, and what a promotion's own page shows, as the form it is of. `kind` was known from
 * that form.
 */
export function withSummary(page: PageReading, kind: PromotionKind): SeenPage {
  const read = page.page === 'review' ? readReviewSummary : page.page === 'view' ? readShownSettings : null;
  if (!read || page.form) return { page, isSummary: false };
  const readings = read(document, page.store.marketplace, page.terms);
  if (!readings) return { page, isSummary: false };
  const said = readPromotionKind(page.inventory.headings, page);
  const names = namesOn(page.inventory, page.terms, readings);
  return {
    page: { ...page, names, form: { kind: said === 'unknown' ? kind : said, readings } },
    isSummary: true,
  };
}

/** What a page is judged by beside what stands on it. */
export interface JudgedBy {
  readonly visit: Visit;
  readonly settings: Settings;
  /** When the seller confirmed the order limit of what is chosen, ISO. */
  readonly confirmedOn: string | null;
  readonly confirmedWords: ReadonlySet<string>;
  readonly trackingIdOwner: ReturnType<typeof trackingIdOwner>;
  readonly offers: ReturnType<typeof offerKnowledge>;
}

/** The checklist of a form, a summary or an offer page; null on any other. */
export function checklistOf(page: PageReading, by: JudgedBy): Checklist | null {
  const { visit, settings } = by;
  const limits = limitsIn(settings, page.store.marketplace?.code ?? null);
  const limit = limits.maxOrderQuantity;
  if (page.maxOrderQuantity)
    return offerChecklist(page.maxOrderQuantity, page.names('maxOrderQuantity'), limit, visit.offerTouched);
  // Nothing can be done any more about a promotion that is over.
  if (!page.form || overWords(page, false, Date.now()) !== '') return null;
  const { readings, kind } = page.form;
  if (page.page !== 'create') visit.touched.addAll();
  const judged = judge(readings, {
    say,
    show: { instant, duration, money },
    names: page.names,
    page: page.page,
    kind,
    marketplace: page.store.marketplace,
    limits,
    openedAt: visit.openedAt,
    now: Date.now(),
    trackingIdTaken: by.trackingIdOwner.of(readings.trackingId, page, visit.typedTrackingId),
    maxOrderQuantityConfirmed: by.confirmedOn,
    groupAccepted: visit.accepted,
    // Only a form has a line for the products.
    ...(page.page === 'view' ? {} : { offers: by.offers.of(page, limit) }),
    confirmedWords: by.confirmedWords,
    ...visit.typed,
  });
  if (visit.isSummary) return ofSummary(judged);
  return page.languageKnown ? judged : inUnknownLanguage(judged);
}

/** A summary has no control to point at, and leaves settings out. */
function ofSummary(checklist: Checklist): Checklist {
  return {
    ...checklist,
    results: checklist.results.map((result) => ({
      ...result,
      target: null,
      have: result.reason === 'not-found' ? say('leftOut') : result.have,
    })),
  };
}

/** Every line of a page in a language we have no words for, whatever single ids may tell. */
function inUnknownLanguage(checklist: Checklist): Checklist {
  return {
    ...checklist,
    results: checklist.results.map((result) =>
      result.state === 'confirm'
        ? result
        : {
            ...result,
            state: 'unreadable',
            reason: 'language',
            have: say('notRead'),
            should: '',
            note: '',
            unset: false,
          },
    ),
  };
}
