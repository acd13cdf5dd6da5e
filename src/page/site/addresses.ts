import type { MarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';

/** Seller Central's national hosts, and the store each opens with. Regional hosts show whichever store is selected. */
export const nationalHosts: Readonly<Record<string, MarketplaceCode>> = {
  com: 'US',
  ca: 'CA',
  'com.mx': 'MX',
  'com.br': 'BR',
  'co.uk': 'UK',
  de: 'DE',
  fr: 'FR',
  it: 'IT',
  es: 'ES',
  nl: 'NL',
  se: 'SE',
  pl: 'PL',
  'com.be': 'BE',
  ie: 'IE',
  'com.tr': 'TR',
  ae: 'AE',
  sa: 'SA',
  eg: 'EG',
  'co.za': 'ZA',
  in: 'IN',
  sg: 'SG',
  'com.au': 'AU',
  'co.jp': 'JP',
};

/** Where shoppers find a product; null while its store is not known, or for what is no ASIN. */
export function productAddress(store: MarketplaceCode | null, asin: string | null): string | null {
  const host = Object.keys(nationalHosts).find((each) => nationalHosts[each] === store);
  return host !== undefined && /^[A-Z0-9]{10}$/.test(asin ?? '')
    ? `https://www.amazon.${host}/dp/${asin}`
    : null;
}

/**
 * Where Amazon shows a promotion, with its Manage claim codes and End; null while its store or Amazon's id
 * is not known. Source: the address of the View page as public code uses it.
 */
export function addressOnAmazon({ amazonIds, marketplace }: Promotion): string | null {
  const id = amazonIds.at(-1);
  const host = Object.keys(nationalHosts).find((each) => nationalHosts[each] === marketplace);
  if (id === undefined || host === undefined) return null;
  return `https://sellercentral.amazon.${host}/promotions/view?promotionId=${encodeURIComponent(id)}`;
}
