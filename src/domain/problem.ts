import type { CountedKey, SentenceKey, Sentences, Value } from '../words/sentences';
import type { MarketplaceCode } from './marketplaces';

/** What is to be said, without the words: the name of a sentence, and what its places are filled with. */
export interface Said {
  readonly key: SentenceKey | CountedKey;
  /** Of a sentence with a form for each kind of count: the count, which is one of its places, too. */
  readonly count?: number;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/**
 * Fills a place: as it is, by another sentence or clause, or by what each language writes in its own way: the day of an
 * instant (ISO 8601), an instant in a store's zone (`now`: without its year where that is this one), a length of time in
 * milliseconds, money (`rounded` leaves the cents out), clauses in a list, things joined by “and”, sentences in a row.
 */
export type SaidValue =
  | Value
  | Said
  | { readonly day: string }
  | { readonly instant: string; readonly zone: string | undefined; readonly now: number }
  | { readonly duration: number }
  | { readonly money: number; readonly store: MarketplaceCode | null; readonly rounded?: boolean }
  | { readonly all: readonly SaidValue[] }
  | { readonly list: readonly SaidValue[] }
  | { readonly sentences: readonly SaidValue[] };

type Places<Named> = keyof Named extends never
  ? []
  : [values: { readonly [Place in keyof Named]: SaidValue }];

/** Names a sentence for whoever words it later. */
export function said<K extends SentenceKey>(
  key: K,
  ...[values]: Sentences[K] extends readonly unknown[] ? [] : Places<Sentences[K]>
): Said {
  return { key, values: values ?? {} };
}

/** The same for a sentence that has a form for each kind of count. */
export function saidCount<K extends CountedKey>(
  key: K,
  count: number,
  ...[values]: Places<Omit<Sentences[`${K}_other`], 'count'>>
): Said {
  return { key, count, values: values ?? {} };
}

/** Something that can't or won't be done. `said` is for the seller; `message` is short, and for no screen. */
export class Problem extends Error {
  /** Resolves once what stood in the way has gone, and nobody needs to read of it; null where that is never heard of. */
  readonly over: Promise<void> | null = null;

  constructor(
    readonly said: Said,
    options?: ErrorOptions,
  ) {
    super(`${said.key} ${JSON.stringify(said.values)}`, options);
  }
}
