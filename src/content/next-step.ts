import type { PageReading } from '../page/read-page';

/** One sentence on what the seller does on this page; empty where the checklist says it all. */
export function nextStep(
  { page, form, groups, shown }: PageReading,
  isSummary: boolean,
  kept: boolean,
): string {
  switch (page) {
    case 'review':
      return form && !isSummary
        ? ''
        : 'Compare these values with what you meant, then press Submit. Claim code, discount, conditions and product list can’t be changed later.';
    case 'submitted':
      return 'Next: open the promotion, then press Manage claim codes at the top.';
    case 'view':
      return `${shown?.trackingId ? `Tracking ID ${shown.trackingId}. ` : ''}To get codes, press Manage claim codes at the top. Claim code, discount, conditions and product list can’t be changed any more.`;
    case 'claim-codes':
      if (groups.length === 0)
        return 'Type a group name and a quantity, press Create, then refresh until it says Ready.';
      return groups.some((group) => group.ready)
        ? 'Press Capture codes: they are kept in Claimcheck, on this computer only.'
        : 'Refresh this page; once a group says Ready, Capture appears here.';
    case 'manage':
    case 'central':
      return 'Open or create a promotion: its form gets a checklist here.';
    case 'offer':
      return kept ? 'Kept, with today’s date, for the promotions this product is in.' : '';
    default:
      return '';
  }
}
