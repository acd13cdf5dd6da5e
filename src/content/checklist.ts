import type { Checklist, CheckResult } from '../domain/checks';
import type { PromotionKind } from '../domain/reading';
import { namesOn } from '../page/names';
import { readPromotionKind } from '../page/promotion-form';
import type { PageReading } from '../page/read-page';
import { readReviewSummary } from '../page/review-page';
import { say } from '../platform/i18n';

/** A page with, on the review page, the form that its summary tells of. */
export interface SeenPage {
  readonly page: PageReading;
  /** True where labels and values were read, not controls. */
  readonly isSummary: boolean;
}

/** Reads the review page's summary as the form it is of. `kind` was known from that form. */
export function withSummary(page: PageReading, kind: PromotionKind): SeenPage {
  if (page.page !== 'review' || page.form) return { page, isSummary: false };
  const readings = readReviewSummary(document, page.store.marketplace, page.terms);
  if (!readings) return { page, isSummary: false };
  const said = readPromotionKind(page.inventory.headings, page);
  const names = namesOn(page.inventory, page.terms, readings);
  return {
    page: { ...page, names, form: { kind: said === 'unknown' ? kind : said, readings } },
    isSummary: true,
  };
}

/** A summary has no control to point at. */
export function withoutTargets(checklist: Checklist): Checklist {
  return { ...checklist, results: checklist.results.map((result) => ({ ...result, target: null })) };
}

/** What a press is held for. Open confirmations and what was not read never hold. */
export function blockersIn(checklist: Checklist | null): readonly CheckResult[] {
  return (checklist?.results ?? []).filter(
    ({ state, severity }) => state === 'fail' && severity === 'blocker',
  );
}

/** Every line of a page in a language we have no words for, whatever single ids may tell. */
export function inUnknownLanguage(checklist: Checklist): Checklist {
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
