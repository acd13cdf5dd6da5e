// Makes the types of the sentences from the catalogue: a missing key or a wrong place fails the type check.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const catalogue = new URL('../public/_locales/en/messages.json', import.meta.url);
export const target = new URL('../src/words/sentences.ts', import.meta.url);

/** The text of `sentences.ts` for the catalogue as it is. */
export function sentenceTypes() {
  const entries = Object.entries(JSON.parse(readFileSync(catalogue, 'utf8')));
  const lines = entries.map(([key, entry]) => `  readonly ${key}: ${placesOf(entry)};`);
  return `// Made by \`npm run words\` from public/_locales/en/messages.json.

export type Value = string | number;

/** Every sentence by name, with the places in it. */
export interface Sentences {
${lines.join('\n')}
}

export type SentenceKey = keyof Sentences;

/** What a sentence's places are filled with: by name, or in the order of \`$1\`, \`$2\` … where they have none. */
export type Values<K extends SentenceKey> = Sentences[K] extends readonly unknown[]
  ? Sentences[K]
  : [values: Sentences[K]];

/** Words a sentence. Whoever asks the domain brings it along. */
export type Say = <K extends SentenceKey>(key: K, ...values: Values<K>) => string;

/** Sentences that have a form for each kind of count, without the form's name. */
export type CountedKey = SentenceKey extends infer K ? (K extends \`\${infer Base}_other\` ? Base : never) : never;
`;
}

function placesOf({ message, placeholders = {} }) {
  const names = Object.keys(placeholders);
  if (names.length > 0) return `{ ${names.map((name) => `readonly ${name}: Value`).join('; ')} }`;
  const places = new Set([...message.matchAll(/\$(\d)/g)].map(([, at]) => at));
  return `readonly [${[...places].map(() => 'Value').join(', ')}]`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(target, sentenceTypes());
