import { plain } from '../values/text';
import { type Concept, concepts, type Terms, type Vocabulary } from './concepts';
import { en } from './languages/en';
import type { OtherLanguage } from './languages/others';

export type { Terms, Vocabulary } from './concepts';

export type Language = 'en' | OtherLanguage;

/** The languages that are read: English, and what `offerLanguages` adds. */
const sources = new Map<Language, string>([['en', en]]);

export function languages(): Language[] {
  return [...sources.keys()];
}

/**
 * Reads these languages too. They weigh 14 kB, so a page in English never loads them; a page in another
 * language asks the background for its own.
 */
export function offerLanguages(more: Readonly<Partial<Record<OtherLanguage, string>>>): void {
  for (const [language, text] of Object.entries(more)) sources.set(language as OtherLanguage, text);
}

const parsed = new Map<Language, Vocabulary>();

/** The words of one language. */
export function vocabulary(language: Language): Vocabulary {
  const known = parsed.get(language);
  if (known) return known;
  const lines = (sources.get(language) ?? '')
    .trim()
    .replace(/\n\n(?!\n)/g, '\n')
    .split('\n');
  const made = Object.fromEntries(
    concepts.map((concept, at) => [concept, termsOf(lines[at] ?? '')]),
  ) as Record<Concept, Terms>;
  if (made.typePercent.size === 0) made.typePercent = made.percentOff;
  parsed.set(language, made);
  return made;
}

/** Words may come to the same once they are plain: "Claim Code" and "Claim Code (required)". One that is confirmed stays so. */
function termsOf(line: string): Terms {
  const terms = new Map<string, boolean>();
  for (const word of line.split('|').filter((each) => each !== ''))
    addTerm(terms, plain(word.replace(/^!/, '')), word.startsWith('!'));
  return terms;
}

function addTerm(terms: Map<string, boolean>, word: string, sure: boolean): void {
  terms.set(word, sure || terms.get(word) === true);
}

const merged = new Map<string, Vocabulary>();

/** Several languages at once, for pages that are half translated; a word stays confirmed where one confirms it. */
export function merge(chosen: readonly Language[]): Vocabulary {
  const key = chosen.join();
  const known = merged.get(key);
  if (known) return known;
  const [only, second] = chosen;
  const made = only && !second ? vocabulary(only) : mergedOf(chosen);
  merged.set(key, made);
  return made;
}

function mergedOf(chosen: readonly Language[]): Vocabulary {
  return Object.fromEntries(
    concepts.map((concept) => {
      const terms = new Map<string, boolean>();
      for (const language of chosen)
        for (const [word, sure] of vocabulary(language)[concept]) addTerm(terms, word, sure);
      return [concept, terms];
    }),
  ) as unknown as Vocabulary;
}

/** Whether these are the words of a page that speaks English and nothing else. */
export function isEnglishAlone(terms: Vocabulary): boolean {
  return terms === merge(['en']);
}

/** Whether any language has this word for the concept. */
export function anyLanguageSays(concept: Concept, word: string): boolean {
  return languages().some((language) => vocabulary(language)[concept].has(word));
}

/** The words of several concepts as one. */
export function together(...terms: readonly Terms[]): Terms {
  const all = new Map<string, boolean>();
  for (const [word, sure] of terms.flatMap((each) => [...each])) addTerm(all, word, sure);
  return all;
}

/** Only those words that a source confirms. */
export function confirmed(terms: Terms): Terms {
  return new Map([...terms].filter(([, sure]) => sure));
}
