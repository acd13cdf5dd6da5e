import type { Marketplace } from '../../src/domain/marketplaces.ts';
import { dateText, defaultTrackingId, fullHour, instantOf, storeTime } from './clock.ts';

export type PromotionType = 'PERCENTAGE_OFF' | 'SOCIAL' | 'BOGO';
export type ClaimCode = 'SINGLE_USE' | 'GROUP' | 'NONE';

/** Everything a promotion form holds. Field names and values are not public: ours. */
export interface Draft {
  type: PromotionType;
  buyerPurchases: string;
  purchaseMinimum: string;
  purchasedItems: string;
  buyerGets: string;
  discount: string;
  appliesTo: string;
  additionalAsin: string;
  excludedItems: string;
  tiers: { minimum: string; discount: string }[];
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
  internalDescription: string;
  trackingId: string;
  claimCode: ClaimCode;
  onePerCustomer: boolean;
  groupCode: string;
  combinability: string;
  checkoutText: string;
  shortText: string;
  purchasedItemsText: string;
  detailPage: boolean;
  detailPageText: string;
  terms: string;
}

/** The seller's product selections. "Select one", "Select another" and "Entire catalog" are Amazon's words. */
export const productSelections = [
  { value: 'PSL-GARLIC', text: 'Garlic press (1 ASIN)' },
  { value: 'PSL-KITCHEN', text: 'Kitchen helpers 2026' },
  { value: 'PSL-NEW', text: 'New arrivals' },
] as const;

const hour = 3_600_000;

/** A fresh form. Start: 4 hours ahead, to the next full hour; the end a week later (a guess). */
export function freshDraft(type: PromotionType, store: Marketplace, now: number): Draft {
  const start = storeTime(Math.ceil((now + 4 * hour) / hour) * hour, store);
  const end = storeTime(now + 7 * 24 * hour, store);
  const social = type === 'SOCIAL';
  return {
    type,
    buyerPurchases: 'QUANTITY',
    purchaseMinimum: '1',
    purchasedItems: '',
    buyerGets: type === 'BOGO' ? 'FREE_ITEMS' : 'PERCENT_OFF',
    discount: type === 'BOGO' ? '1' : '',
    appliesTo: 'PURCHASED',
    additionalAsin: '',
    excludedItems: '',
    tiers: [],
    startDate: dateText(start, store),
    startTime: fullHour(start),
    endDate: dateText(end, store),
    endTime: '23:59',
    internalDescription: '',
    // BOGO's own prefix is not public.
    trackingId: defaultTrackingId(
      social ? 'MPC-S Percentage Off' : type === 'BOGO' ? 'Buy One Get One' : 'Percentage Off',
      now,
      store,
    ),
    claimCode: social ? 'GROUP' : 'NONE',
    onePerCustomer: social,
    groupCode: '',
    combinability: social ? 'PREFERENTIAL' : 'UNRESTRICTED',
    checkoutText: type === 'BOGO' ? 'Buy One Get One' : 'Percentage Off',
    shortText: '',
    purchasedItemsText: '',
    detailPage: !social,
    detailPageText: '',
    terms: 'Offer valid while supplies last.',
  };
}

/** Reads a sent form. What is missing keeps the value of `base`, as on the edit form, where little is sent. */
export function readDraft(form: URLSearchParams, base: Draft): Draft {
  const draft: Draft = { ...base };
  for (const key of Object.keys(base) as (keyof Draft)[]) {
    const sent = form.get(key);
    if (sent !== null && typeof base[key] === 'string') Object.assign(draft, { [key]: sent.trim() });
  }
  if (form.has('fullForm')) {
    const minimums = form.getAll('tierMinimum');
    draft.onePerCustomer = form.has('onePerCustomer');
    draft.tiers = form
      .getAll('tierDiscount')
      .map((discount, i) => ({ minimum: minimums[i] ?? '', discount }));
  }
  if (form.has('detailPageShown')) draft.detailPage = form.has('detailPage');
  // The tool keeps codes in upper case, with 0 and 1 as O and I (Amazon's help, G202140170).
  draft.groupCode = draft.groupCode.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
  return draft;
}

/** The same form as name and value pairs, to carry it from the preview to Submit. */
export function draftFields(draft: Draft): [string, string][] {
  const fields: [string, string][] = [
    ['fullForm', '1'],
    ['detailPageShown', '1'],
  ];
  for (const [key, value] of Object.entries(draft)) {
    if (typeof value === 'string') fields.push([key, value]);
    if (value === true) fields.push([key, 'on']);
  }
  for (const tier of draft.tiers) fields.push(['tierMinimum', tier.minimum], ['tierDiscount', tier.discount]);
  return fields;
}

/** What is wrong with a form, by field. The texts are ours; 1 to 99 % is Amazon's oldest stated range. */
export function problems(draft: Draft, store: Marketplace): Partial<Record<keyof Draft, string>> {
  const found: Partial<Record<keyof Draft, string>> = {};
  const start = instantOf(draft.startDate, draft.startTime, store);
  const end = instantOf(draft.endDate, draft.endTime, store);
  if (draft.purchasedItems === '') found.purchasedItems = 'Select a product selection.';
  if (draft.buyerGets === 'PERCENT_OFF' && !(Number(draft.discount) >= 1 && Number(draft.discount) <= 99)) {
    found.discount = 'Enter a percentage between 1 and 99.';
  }
  if (start === null) found.startDate = 'Enter a start date.';
  if (end === null) found.endDate = 'Enter an end date.';
  if (start !== null && end !== null && end <= start)
    found.endDate = 'The end date must be after the start date.';
  if (draft.trackingId === '') found.trackingId = 'Enter a tracking ID.';
  if (draft.claimCode === 'GROUP' && !/^[A-Z0-9]{8,12}$/.test(draft.groupCode)) {
    found.groupCode = 'Enter a claim code of 8 to 12 letters and numbers.';
  }
  return found;
}
