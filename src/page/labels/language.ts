import { type Language, languages, merge, type Vocabulary, vocabulary } from '.';
import { concepts } from './concepts';

/** Which languages a page speaks, as far as we have words for them. */
export interface Spoken {
  /** False where neither what the page says of itself nor its words are a language we know. */
  readonly known: boolean;
  readonly words: Vocabulary;
}

const wordSets = new Map<Language, ReadonlySet<string>>();

function wordSet(language: Language): ReadonlySet<string> {
  const set =
    wordSets.get(language) ??
    // Any site has buttons that lead back, and things that are active: they tell nothing of a promotion's page.
    new Set(
      concepts
        .filter((concept) => concept !== 'wayBack' && !/^status./.test(concept))
        .flatMap((concept) => [...vocabulary(language)[concept].keys()]),
    );
  wordSets.set(language, set);
  return set;
}

/** So many of a language's words on a page are no coincidence. */
const spoken = 4;
/** With so many, no other language is looked for. */
const wellSpoken = 12;

/**
 * Tells a page's languages by its `lang`, else by the words that match. English is always among them:
 * pages stay half translated for weeks.
 */
export function tellLanguage(lang: string, texts: readonly string[]): Spoken {
  const said = languages().find((language) => lang.toLowerCase().split(/[-_]/)[0] === language);
  const shown = new Set(texts);
  const hits = (language: Language) => {
    const words = wordSet(language);
    let count = 0;
    for (const text of shown) if (words.has(text)) count++;
    return count;
  };
  const chosen: Language[] = said && said !== 'en' ? ['en', said] : ['en'];
  const others = languages().filter((language) => !chosen.includes(language));
  if (others.length > 0 && (said ? hits(said) : 0) < wellSpoken) {
    const [best] = others
      .map((language) => ({ count: hits(language), language }))
      .sort((a, b) => b.count - a.count);
    if (best && best.count >= spoken) chosen.push(best.language);
  }
  const known = said !== undefined || chosen.length > 1 || hits('en') >= spoken;
  return { known, words: merge(chosen) };
}
