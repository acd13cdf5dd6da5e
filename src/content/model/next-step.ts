import { called, type Tally } from '../../domain/checks';
import { ownDay } from '../../domain/time';
import type { PageReading } from '../../page/read-page';
import type { CodeGroup } from '../../page/readers/code-group';
import type { ShownPromotion } from '../../page/readers/view-page';
import { say } from '../../words/say';
import { howItRead } from '../on-page/drift';

/** One sentence on what the seller does on this page; empty where the checklist says it all. */
export function nextStep(
  reading: PageReading,
  isSummary: boolean,
  { fail, ready }: Tally,
  kept: boolean,
  captured: ReadonlySet<CodeGroup>,
): string {
  const { page, form, groups, shown } = reading;
  const button = (which: 'review' | 'submit' | 'create' | 'manageCodes') =>
    called(which, { names: reading.names, say });
  if (form && !isSummary && page !== 'edit') return ready ? say('nextPress', button('review')) : '';
  switch (page) {
    case 'review':
      if (!form) return say('nextReviewUnread', button('submit'));
      return fail > 0
        ? say('nextMend', button('submit'))
        : say('nextReview', howItRead(form.readings).read, button('submit'));
    case 'submitted':
      return say('nextSubmitted', button('manageCodes'));
    case 'view':
      return onView(
        shown,
        fail > 0 ? [say('viewUnsafe')] : [say('nextView', button('manageCodes')), say('fixedNow')],
      );
    case 'claim-codes':
      if (groups.length === 0) return say('nextName', newName(groups, shown), button('create'));
      if (areAllCaptured(groups, captured)) return say('nextSaved', newName(groups, shown));
      return say(groups.some((group) => group.ready) ? 'nextCapture' : 'nextRefresh');
    case 'manage':
      return say('nextCreate');
    case 'central':
      // Percentage Off has another name there, beside price discounts that resemble it but have no codes.
      return say('nextOpen');
    case 'offer':
      return kept ? say(fail > 0 ? 'offerKeptUnsafe' : 'offerKept') : '';
    default:
      return '';
  }
}

/** The group name to copy on a claim-code page where another group can be asked for; empty anywhere else. */
export function nameToCopy({ page, groups, shown }: PageReading, captured: ReadonlySet<CodeGroup>): string {
  return page === 'claim-codes' && areAllCaptured(groups, captured) ? newName(groups, shown) : '';
}

function onView(shown: ShownPromotion | null, todo: readonly string[]): string {
  const id = shown?.trackingId ? [say('viewId', shown.trackingId)] : [];
  return [...todo, ...id].join(' ');
}

function areAllCaptured(groups: readonly CodeGroup[], captured: ReadonlySet<CodeGroup>): boolean {
  return groups.every((group) => captured.has(group));
}

/** A name for a lot of codes that tells its promotion and the seller's month, and that no other lot has: "CC-US-IG-01-2026-11". */
function newName(groups: readonly CodeGroup[], shown: ShownPromotion | null): string {
  const month = ownDay(new Date()).slice(0, 7);
  const own = shown?.trackingId || shown?.name || 'codes';
  // A name that tells its year needs no month.
  const name = /\b20\d\d\b/.test(own) ? own : `${own}-${month}`;
  const taken = new Set(groups.map((group) => group.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  let next = 2;
  while (taken.has(`${name}-${next}`.toLowerCase())) next++;
  return `${name}-${next}`;
}
