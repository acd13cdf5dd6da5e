import {
  type Marketplace,
  marketplace,
  marketplaceById,
  type marketplaceCodes,
} from '../../src/domain/marketplaces.ts';
import { freshDraft } from './draft.ts';
import type { State } from './state.ts';
import { type Words, wordsFor } from './words.ts';

/** One request, as the pages see it. */
export interface Context {
  url: URL;
  state: State;
  store: Marketplace;
  account: string;
  words: Words;
  now: number;
  /** The id and name for a control whose real ones are not public. */
  id: (guess: string) => string;
}

/** The account of the replica; its name stands in the header's switcher. */
export const account = 'Northwind Pantry LLC';

const hosts: Record<string, (typeof marketplaceCodes)[number]> = {
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

/** The selected store: `mons_sel_mkid` in the address or the cookie, as the real switch is cookie-wide; else the host's own. */
export function selectedStore(url: URL, cookies: Map<string, string>): Marketplace {
  const chosen =
    url.searchParams.get('mons_sel_mkid') ??
    url.searchParams.get('marketplaceID') ??
    cookies.get('mons_sel_mkid') ??
    '';
  const host = /\.amazon\.([a-z.]+)$/.exec(url.hostname)?.[1] ?? 'com';
  return marketplaceById(chosen) ?? marketplace(hosts[host] ?? 'US');
}

/** The form's language: `mons_sel_locale` in the address or the cookie. */
export function selectedWords(url: URL, cookies: Map<string, string>): Words {
  return wordsFor(url.searchParams.get('mons_sel_locale') ?? cookies.get('mons_sel_locale') ?? null);
}

/**
 * With `?ids=opaque` every id and name that we made up is replaced by a meaningless one: reading the
 * form must not rest on our guesses. The known ones (`startDate`, …) stay.
 */
export function idMaker(url: URL): (guess: string) => string {
  return url.searchParams.get('ids') === 'opaque' ? opaque : (guess) => guess;
}

function opaque(guess: string): string {
  let hash = 7;
  for (const sign of guess) hash = (hash * 31 + sign.charCodeAt(0)) % 1_679_616;
  return `f${hash.toString(36)}`;
}

const guessedNames = new Map(
  [
    ...Object.keys(freshDraft('PERCENTAGE_OFF', marketplace('US'), 0)),
    'tierMinimum',
    'tierDiscount',
    'fullForm',
    'detailPageShown',
    'groupName',
    'quantity',
    'promotionId',
    'editing',
  ].map((name) => [opaque(name), name]),
);

/** A sent form with its names as ours again. */
export function readForm(body: string): URLSearchParams {
  const sent = new URLSearchParams(body);
  return new URLSearchParams([...sent].map(([name, value]) => [guessedNames.get(name) ?? name, value]));
}
