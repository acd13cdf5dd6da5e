import { say } from '../../words/say';

/** What can stand on Amazon's pages, by the names under which it is kept. */
const names = {
  claimCode: 'settingClaimCode',
  claimCodeSingleUse: 'settingClaimCodeSingleUse',
  discount: 'settingDiscount',
  percentOff: 'settingPercentOff',
  onePerCustomer: 'settingOnePerCustomer',
  combinability: 'settingCombinability',
  productSelection: 'settingProductSelection',
  detailPage: 'settingDetailPage',
  detailPageHidden: 'settingDetailPageHidden',
  appliesTo: 'settingAppliesTo',
  minimum: 'settingMinimum',
  minimumPurchase: 'settingMinimumPurchase',
  tiers: 'settingTiers',
  start: 'settingStart',
  startDate: 'settingStartDate',
  end: 'settingEnd',
  endDate: 'settingEndDate',
  trackingId: 'settingTrackingId',
  internalDescription: 'settingInternalDescription',
  budget: 'settingBudget',
  maxOrderQuantity: 'settingMaxOrderQuantity',
  quantity: 'settingQuantity',
  download: 'settingDownload',
  amazonId: 'settingAmazonId',
  name: 'settingName',
} as const;

/** A setting's or check's name as people say it: `trackingId`, `tracking-id` → `Tracking id`. */
export function settingWords(name: string): string {
  const known = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  // What an older Claimcheck kept may have a name of its own.
  return Object.hasOwn(names, known) ? say(names[known as keyof typeof names]) : name;
}
