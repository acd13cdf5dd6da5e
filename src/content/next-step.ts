import { type KnownPromotion, savedOf } from '../domain/known-promotion';
import type { PageReading } from '../page/read-page';
import { say } from '../platform/i18n';
import { howItRead } from './drift';

/** One sentence on what the seller does on this page; empty where the checklist says it all. */
export function nextStep(
  { page, form, groups, shown }: PageReading,
  isSummary: boolean,
  kept: boolean,
  known: KnownPromotion | null,
): string {
  switch (page) {
    case 'review':
      if (form && !isSummary) return '';
      return form ? say('nextReview', howItRead(form.readings).read) : say('nextReviewUnread');
    case 'submitted':
      return say('nextSubmitted');
    case 'view':
      return shown?.trackingId ? say('viewId', shown.trackingId, say('nextView')) : say('nextView');
    case 'claim-codes':
      if (groups.length === 0) return say('nextName', groupName(shown?.trackingId, known));
      if (groups.every(({ name, quantity }) => savedOf(known, name) === quantity)) return say('nextSaved');
      return say(groups.some((group) => group.ready) ? 'nextCapture' : 'nextRefresh');
    case 'manage':
    case 'central':
      return say('nextOpen');
    case 'offer':
      return kept ? say('offerKept') : '';
    default:
      return '';
  }
}

/** The group name to copy on a claim-code page without groups; empty anywhere else. */
export function nameToCopy({ page, groups, shown }: PageReading, known: KnownPromotion | null): string {
  return page === 'claim-codes' && groups.length === 0 ? groupName(shown?.trackingId, known) : '';
}

/** A name for a lot of codes that tells its promotion and month: "CC-US-IG-01-2026-11". */
function groupName(trackingId: string | null | undefined, known: KnownPromotion | null): string {
  return `${trackingId || known?.name || 'codes'}-${new Date().toISOString().slice(0, 7)}`;
}
