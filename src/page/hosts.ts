import { type Marketplace, type MarketplaceCode, marketplace, marketplaceById } from '../domain/marketplaces';

/** Seller Central's national hosts, and the store each opens with. Regional hosts show whichever store is selected. */
const national: Record<string, MarketplaceCode> = {
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

const hostPattern = /^(?:sellercentral|catalog|catalog-sc)\.amazon\.([a-z.]+)$/;

/** Where the store was read from: the page's own words count, the address is only a guess. */
export interface StoreReading {
  readonly marketplace: Marketplace | null;
  /** `page`: the address names the selected store or the switcher does; `host`: guessed from the host name. */
  readonly from: 'page' | 'host' | null;
  readonly account: string | null;
}

/**
 * The store and account that a page shows. The account switch is cookie-wide and one host can show
 * another country's store, so the host comes last.
 */
export function readStore(doc: Document, url: URL): StoreReading {
  const switcher = readSwitcher(doc);
  const selected = url.searchParams.get('mons_sel_mkid') ?? url.searchParams.get('marketplaceID') ?? '';
  const byId = marketplaceById(selected);
  if (switcher.marketplace) return { ...switcher, from: 'page' };
  if (byId) return { marketplace: byId, from: 'page', account: switcher.account };
  const host = hostPattern.exec(url.hostname)?.[1];
  const code = host === undefined ? undefined : national[host];
  return {
    marketplace: code ? marketplace(code) : null,
    from: code ? 'host' : null,
    account: switcher.account,
  };
}

const countryNames: Record<string, MarketplaceCode> = Object.fromEntries(
  Object.values(national).map((code) => [marketplace(code).name.toLowerCase(), code]),
);

/**
 * The account switcher in the page's header shows "Account | Country". Its markup is not public, so
 * only an element that names itself a switcher and holds a country's exact name is believed.
 */
function readSwitcher(doc: Document): { marketplace: Marketplace | null; account: string | null } {
  const places = doc.querySelectorAll(
    '[id*="account-switcher" i], [class*="account-switcher" i], [id*="merchant-marketplace" i], [class*="partner-dropdown" i], [data-testid*="account-switcher" i]',
  );
  for (const place of places) {
    const parts = (place.textContent ?? '')
      .split(/[|\n•·]/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    const country = parts.map((part) => countryNames[part.toLowerCase()]).find((code) => code !== undefined);
    if (!country) continue;
    const account = parts.find((part) => countryNames[part.toLowerCase()] === undefined) ?? null;
    return { marketplace: marketplace(country), account };
  }
  return { marketplace: null, account: null };
}
