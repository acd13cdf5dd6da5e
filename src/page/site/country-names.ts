import { isMarketplaceCode, type MarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import { plain } from '../values/text';
import { nationalHosts } from './addresses';

/** The languages in which a page may call a country. */
const locales = 'en de fr it es pt nl pl sv tr ja zh zh-Hant ar hi vi ko'.split(' ');

/** What the browser doesn't call a country, but people do. */
const alsoCalled: Readonly<Record<string, MarketplaceCode>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s': 'US',
  'u.k.': 'UK',
  'u.k': 'UK',
  gb: 'UK',
  'great britain': 'UK',
  uae: 'AE',
  'u.a.e': 'AE',
  'the netherlands': 'NL',
  turkey: 'TR',
};

/** Amazon's code as the browser knows the country. */
function region(code: MarketplaceCode): string {
  return code === 'UK' ? 'GB' : code;
}

let names: Map<string, MarketplaceCode> | undefined;

/** All names in all languages; made once, where first one is asked for. */
function allNames(): ReadonlyMap<string, MarketplaceCode> {
  if (names) return names;
  names = new Map(Object.entries(alsoCalled));
  for (const [host, code] of Object.entries(nationalHosts)) names.set(`amazon.${host}`, code);
  for (const locale of locales)
    for (const style of ['long', 'short'] as const) {
      const called = new Intl.DisplayNames(locale, { type: 'region', style });
      for (const code of marketplaceCodes) {
        const name = called.of(region(code));
        if (name) names.set(plain(name), code);
      }
    }
  return names;
}

/** The store of the country that a text names and nothing else; null for all other texts. */
export function countryCalled(text: string): MarketplaceCode | null {
  if (text.length > 40) return null;
  const bare = text.replace(/\p{RI}|\p{Extended_Pictographic}/gu, '').trim();
  // Two letters are a code where they stand in capitals; `it` and `in` are words.
  if (/^[A-Z]{2}$/.test(bare) && isMarketplaceCode(bare)) return bare;
  return /^(?:[a-z]{2})$/.test(bare) ? null : (allNames().get(plain(bare)) ?? null);
}
