import type { MarketplaceCode } from '../marketplaces';

/** The stores by the name that reports give them. */
const stores: Readonly<Record<string, MarketplaceCode>> = {
  'amazon.com': 'US',
  'amazon.ca': 'CA',
  'amazon.com.mx': 'MX',
  'amazon.com.br': 'BR',
  'amazon.co.uk': 'UK',
  'amazon.de': 'DE',
  'amazon.fr': 'FR',
  'amazon.it': 'IT',
  'amazon.es': 'ES',
  'amazon.nl': 'NL',
  'amazon.se': 'SE',
  'amazon.pl': 'PL',
  'amazon.com.be': 'BE',
  'amazon.ie': 'IE',
  'amazon.com.tr': 'TR',
  'amazon.ae': 'AE',
  'amazon.sa': 'SA',
  'amazon.eg': 'EG',
  'amazon.co.za': 'ZA',
  'amazon.in': 'IN',
  'amazon.sg': 'SG',
  'amazon.com.au': 'AU',
  'amazon.co.jp': 'JP',
  'amazon.jp': 'JP',
};

/** The store that a report's sales channel names; null where it names none that we know. */
export function storeOfChannel(channel: string): MarketplaceCode | null {
  return stores[channel.trim().toLowerCase()] ?? null;
}

/**
 * Whether an order counts for a promotion of this store. A report of a whole region holds the orders of all its
 * stores; where either side doesn't tell, nothing speaks against it.
 */
export function isOfStore(channel: string, store: MarketplaceCode | null): boolean {
  const told = storeOfChannel(channel);
  return store === null || told === null || told === store;
}
