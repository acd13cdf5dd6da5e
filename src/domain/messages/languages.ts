import type { MarketplaceCode } from '../marketplaces';

/** The languages that a message to a shopper can be in. */
export const messageLanguages = [
  'en',
  'de',
  'fr',
  'it',
  'es',
  'pt',
  'nl',
  'sv',
  'pl',
  'tr',
  'ja',
  'ar',
] as const;

export type MessageLanguage = (typeof messageLanguages)[number];

/**
 * Each store's main language. Amazon.com.be speaks French at its plain address; Dutch, the language of most
 * Belgians, has an address of its own (`/-/nl/`).
 */
const storeLanguages: Record<MarketplaceCode, MessageLanguage> = {
  US: 'en',
  CA: 'en',
  MX: 'es',
  BR: 'pt',
  UK: 'en',
  DE: 'de',
  FR: 'fr',
  IT: 'it',
  ES: 'es',
  NL: 'nl',
  SE: 'sv',
  PL: 'pl',
  BE: 'fr',
  IE: 'en',
  TR: 'tr',
  AE: 'ar',
  SA: 'ar',
  EG: 'ar',
  ZA: 'en',
  IN: 'en',
  SG: 'en',
  AU: 'en',
  JP: 'ja',
};

/** The language that most of a store's shoppers read. */
export function storeLanguage(store: MarketplaceCode): MessageLanguage {
  return storeLanguages[store];
}

/**
 * The language as it is written in a store's country: `en-GB` in the UK, `fr-CA` in Canada. English where the
 * country speaks another language is American: Intl would mix in that country's blanks and commas.
 */
export function localeIn(language: MessageLanguage, store: MarketplaceCode | null): string {
  return store && (language !== 'en' || storeLanguages[store] === 'en')
    ? `${language}-${store === 'UK' ? 'GB' : store}`
    : language;
}

/** True for one of the languages above. */
export function isMessageLanguage(text: string): text is MessageLanguage {
  return (messageLanguages as readonly string[]).includes(text);
}
