import { anyLanguageSays, type Terms, type Vocabulary, vocabulary } from '../labels';
import { choiceConcepts } from '../labels/concepts';
import { westernDigits } from '../values/numbers';
import { type Match, matchTerm, plain } from '../values/text';
import { onOrOff } from '../values/yes-no';
import { saysEntireCatalog } from './form/entire-catalog';

/** What a text means, and by which of the page's words. */
export interface Meaning<T> {
  readonly value: T;
  readonly match?: Match | undefined;
}

/** Which of the choices a text names; null for none. */
export function meaning<K extends string>(
  text: string,
  names: Readonly<Record<K, Terms>>,
): Meaning<K> | null {
  const shown = plain(text);
  for (const key of Object.keys(names) as K[]) {
    const match = matchTerm(shown, names[key]);
    if (match.grade > 0) return { value: key, match };
  }
  return null;
}

/** How it combines; what else would be offered, a text doesn't tell. */
export function combined<K extends string>(
  text: string,
  names: Readonly<Record<K, Terms>>,
): Meaning<{ chosen: K; exclusiveOffered: boolean }> | null {
  const meant = meaning(text, names);
  return meant && { value: { chosen: meant.value, exclusiveOffered: false }, match: meant.match };
}

/** The whole catalog, or a list's name; in another language a name may be the catalog in other words. */
export function selection(
  name: string,
  terms: Vocabulary,
): Meaning<{ kind: 'entire' | 'list'; name: string }> | null {
  const shown = plain(name);
  const match = matchTerm(shown, terms.entireCatalog);
  if (match.grade > 0) return { value: { kind: 'entire', name }, match };
  const everything = saysEntireCatalog(shown);
  if (everything === 'yes') return { value: { kind: 'entire', name } };
  if (choiceConcepts.some((concept) => anyLanguageSays(concept, shown))) return null;
  const others = terms.entireCatalog.size > vocabulary('en').entireCatalog.size;
  return {
    value: { kind: 'list', name },
    match: others || everything === 'maybe' ? { grade: 1, word: name, sure: false, asks: name } : undefined,
  };
}

/** "Percent off: 20%" */
export function amount<K extends string>(text: string, kinds: Readonly<Record<K, Terms>>) {
  const kind = meaning(text, kinds);
  const numbers = westernDigits(text).match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (kind === null || numbers.length > 1) return null;
  const [number] = numbers;
  const value = number === undefined ? null : Number(number.replace(',', '.'));
  return { value: { kind: kind.value, value, text }, match: kind.match };
}

/** On or off, yes or no. */
export function yesOrNo(text: string): Meaning<boolean> | null {
  const value = onOrOff(text);
  return value === null ? null : { value };
}
