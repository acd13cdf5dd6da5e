import {
  type Marketplace,
  type MarketplaceCode,
  marketplace,
  marketplaceById,
  marketplaceCodes,
} from '../domain/marketplaces';
import { nationalHosts } from './addresses';
import { attr, findAll, textOf } from './dom';

const hostPattern = /^(?:sellercentral|catalog|catalog-sc)\.amazon\.([a-z.]+)$/;

/** Where the store was read from: the page's own words count, the address is only a guess. */
export interface StoreReading {
  readonly marketplace: Marketplace | null;
  /** `page`: the switcher, the address, the page's links or its money tell; `host`: guessed from the host name. */
  readonly from: 'page' | 'host' | null;
  readonly account: string | null;
}

const idParameters = ['mons_sel_mkid', 'marketplaceID', 'marketplaceId', 'mkid', 'store'];

/**
 * The store and account that a page shows. The account switch is cookie-wide and one host can show
 * another country's store, so the host comes last, and not at all where the page's money is another's.
 */
export function readStore(doc: Document, url: URL, texts: readonly string[] = []): StoreReading {
  const { marketplace: chosen, account } = readSwitcher(doc);
  const told = chosen ?? idIn(url) ?? idInLinks(doc, url);
  if (told) return { marketplace: told, from: 'page', account };
  const host = hostPattern.exec(url.hostname)?.[1];
  const code = host === undefined ? undefined : nationalHosts[host];
  const guess = code ? marketplace(code) : null;
  const money = moneyIn(texts);
  if (money.length === 0 || money.some((store) => store.code === code))
    return { marketplace: guess, from: guess ? 'host' : null, account };
  const [only, second] = money;
  return only && !second
    ? { marketplace: only, from: 'page', account }
    : { marketplace: null, from: null, account };
}

function idIn({ searchParams }: URL): Marketplace | null {
  for (const name of idParameters) {
    const found = marketplaceById(searchParams.get(name) ?? '');
    if (found) return found;
  }
  return null;
}

/** The store that every link of the page which names one names. A switcher's list names many. */
function idInLinks(doc: Document, url: URL): Marketplace | null {
  const found = new Map<MarketplaceCode, Marketplace>();
  for (const link of findAll(doc, 'a[href*="mons_sel_mkid="]')) {
    const href = attr(link, 'href') ?? '';
    const named = URL.canParse(href, url) ? idIn(new URL(href, url)) : null;
    if (named) found.set(named.code, named);
  }
  const [only, second] = found.values();
  return only && !second ? only : null;
}

const signs: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'MXN', 'AUD', 'SGD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY'],
  円: ['JPY'],
  '₹': ['INR'],
  r$: ['BRL'],
  '₺': ['TRY'],
  zł: ['PLN'],
};
const money =
  /(?:^|[\s(])(r\$|[$€£¥₹₺]|zł|usd|cad|mxn|aud|sgd|eur|gbp|jpy|inr|brl|pln|sek|aed|sar|egp|zar)(?=$|[\s).,\d])|\d\s?(€|zł|₺|円)/g;

/** The stores whose money a page speaks of; empty where it speaks of none, or of several kinds. */
function moneyIn(texts: readonly string[]): readonly Marketplace[] {
  const seen = new Set<string>();
  for (const text of texts)
    for (const found of text.matchAll(money)) seen.add((found[1] ?? found[2]) as string);
  const [sign, second] = seen;
  if (sign === undefined || second !== undefined) return [];
  const currencies = signs[sign] ?? [sign.toUpperCase()];
  return marketplaceCodes.map(marketplace).filter(({ currency }) => currencies.includes(currency));
}

const countryNames: Record<string, MarketplaceCode> = Object.fromEntries(
  Object.values(nationalHosts).map((code) => [marketplace(code).name.toLowerCase(), code]),
);

/**
 * The account switcher in the page's header shows "Account | Country". Its markup is not public, so
 * only an element that names itself a switcher and holds a country's exact name is believed.
 */
function readSwitcher(doc: Document): { marketplace: Marketplace | null; account: string | null } {
  const places = findAll(
    doc,
    '[id*="account-switcher" i], [class*="account-switcher" i], [id*="merchant-marketplace" i], [class*="partner-dropdown" i], [data-testid*="account-switcher" i]',
  );
  for (const place of places) {
    const parts = textOf(place)
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
