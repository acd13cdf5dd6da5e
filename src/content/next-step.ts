import type { PageReading } from '../page/read-page';
import { say } from '../platform/i18n';

/** One sentence on what the seller does on this page; empty where the checklist says it all. */
export function nextStep(
  { page, form, groups, shown }: PageReading,
  isSummary: boolean,
  kept: boolean,
): string {
  switch (page) {
    case 'review':
      return form && !isSummary ? '' : say('nextReview');
    case 'submitted':
      return say('nextSubmitted');
    case 'view':
      return shown?.trackingId ? say('viewId', shown.trackingId, say('nextView')) : say('nextView');
    case 'claim-codes':
      if (groups.length === 0) return say('nextName', groupName(shown?.trackingId));
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

/** A name for a lot of codes that tells its promotion and month: "CC-US-IG-01-2026-11". */
function groupName(trackingId: string | null | undefined): string {
  return `${trackingId || 'codes'}-${new Date().toISOString().slice(0, 7)}`;
}
