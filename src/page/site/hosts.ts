import {
  type Marketplace,
  type MarketplaceCode,
  marketplace,
  marketplaceById,
  marketplaceCodes,
} from '../../domain/marketplaces';
import { attr, findAll } from '../dom/dom';
import { readSwitcher } from './store-switcher';

/** What a page says of the store it shows: by its switcher, its address, its links or its money. */
export interface StoreReading {
  /** Null where nothing tells, or two signs differ. */
  readonly marketplace: Marketplace | null;
  readonly account: string | null;
}

const idParameters = ['mons_sel_mkid', 'marketplaceID', 'marketplaceId', 'mkid', 'store'];

/**
 * The store and account that a page shows. The account switch is cookie-wide and one host can show
 * another country's store, so the host proves nothing: where the page doesn't say, or says two things,
 * the store is not known.
 */
export function readStore(
  doc: Document,
  url: URL,
  texts: readonly string[] = [],
  roots: readonly (Document | ShadowRoot)[] = [doc],
): StoreReading {
  const { stores, account } = readSwitcher(roots);
  const named = [
    ...[...stores].map(marketplace),
    ...[idIn(url), idInLinks(doc, url)].filter((each) => each !== null),
  ];
  const signs = named.length > 0 ? named : onlyOne(storesByMoney(texts));
  const [store, second] = new Map(signs.map((each) => [each.code, each])).values();
  return { marketplace: store && !second ? store : null, account };
}

function onlyOne<T>(all: readonly T[]): readonly T[] {
  return all.length === 1 ? all : [];
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
function storesByMoney(texts: readonly string[]): readonly Marketplace[] {
  const seen = new Set<string>();
  for (const text of texts)
    for (const found of text.matchAll(money)) seen.add((found[1] ?? found[2]) as string);
  const [sign, second] = seen;
  if (sign === undefined || second !== undefined) return [];
  const currencies = signs[sign] ?? [sign.toUpperCase()];
  return marketplaceCodes.map(marketplace).filter(({ currency }) => currencies.includes(currency));
}
