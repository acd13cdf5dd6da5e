import { type KnownPromotion, savedOf } from '../domain/known-promotion';
import type { CodeGroup } from '../page/claim-codes-page';
import type { PageReading } from '../page/read-page';
import type { ShownPromotion } from '../page/view-page';
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
      return shown?.trackingId ? say('viewId', shown.trackingId, onView(known)) : onView(known);
    case 'claim-codes':
      if (groups.length === 0) return say('nextName', newName(groups, shown, known));
      if (areAllSaved(groups, known)) return say('nextSaved', newName(groups, shown, known));
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

/** The group name to copy on a claim-code page where another group can be asked for; empty anywhere else. */
export function nameToCopy({ page, groups, shown }: PageReading, known: KnownPromotion | null): string {
  return page === 'claim-codes' && areAllSaved(groups, known) ? newName(groups, shown, known) : '';
}

/** By what is kept of the promotion; null: it is not here, or not known yet. */
function onView(known: KnownPromotion | null): string {
  if (!known) return say('nextView');
  const saved = known.saved.reduce((sum, { count }) => sum + count, 0);
  if (saved === 0) return say('nextNoCodes');
  return say('nextKept', saved === 1 ? say('oneCode') : say('manyCodes', saved));
}

function areAllSaved(groups: readonly CodeGroup[], known: KnownPromotion | null): boolean {
  return groups.every(({ name, quantity }) => savedOf(known, name) === quantity);
}

/** A name for a lot of codes that tells its promotion and the seller's month, and that no other lot has: "CC-US-IG-01-2026-11". */
function newName(
  groups: readonly CodeGroup[],
  shown: ShownPromotion | null,
  known: KnownPromotion | null,
): string {
  const now = new Date();
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const name = `${shown?.trackingId || known?.name || 'codes'}-${month}`;
  const taken = new Set(groups.map((group) => group.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  let next = 2;
  while (taken.has(`${name}-${next}`.toLowerCase())) next++;
  return `${name}-${next}`;
}
