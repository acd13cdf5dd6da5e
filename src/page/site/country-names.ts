import { isMarketplaceCode, type MarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import { isLatin, plain } from '../values/text';
import { nationalHosts } from './addresses';

/** The languages in which a page may call a country: those in Latin letters, and all others. */
const inLatin = 'en de fr it es pt nl pl sv tr vi'.split(' ');
const inOthers = 'ja zh zh-Hant ar hi ko'.split(' ');

/** What the browser doesn't call a country, or only for short, but people do. */
const alsoCalled: Readonly<Record<string, MarketplaceCode>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s': 'US',
  'é.-u': 'US',
  'ee. uu': 'US',
  eua: 'US',
  vs: 'US',
  abd: 'US',
  mỹ: 'US',
  アメリカ: 'US',
  अमेरिका: 'US',
  'u.k.': 'UK',
  'u.k': 'UK',
  gb: 'UK',
  'r.-u': 'UK',
  ru: 'UK',
  vk: 'UK',
  bk: 'UK',
  'wlk. bryt': 'UK',
  英国: 'UK',
  'यू॰के॰': 'UK',
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

type Names = Map<string, MarketplaceCode>;

const known: { latin?: Names; others?: Names } = {};

/** All names in these letters, in all languages; made once, where first one is asked for: that is slow. */
function namesIn(letters: 'latin' | 'others'): Names {
  const before = known[letters];
  if (before) return before;
  const names: Names = new Map(Object.entries(alsoCalled));
  known[letters] = names;
  for (const [host, code] of Object.entries(nationalHosts)) names.set(`amazon.${host}`, code);
  for (const locale of letters === 'latin' ? inLatin : inOthers) {
    const called = new Intl.DisplayNames(locale, { type: 'region' });
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
  if (/^(?:[a-z]{2})$/.test(bare)) return null;
  return namesIn(isLatin(bare) ? 'latin' : 'others').get(plain(bare)) ?? null;
}
