import { browser } from '../platform/native';
import { type Entry, textOf } from './entry';
import type { CountedKey, SentenceKey, Sentences, Value, Values } from './sentences';

const places = ['$1', '$2', '$3', '$4'];
/** Kept from the first use on: once the extension was updated under a page, nothing can be asked for there. */
const known = new Map<string, string>();
let catalogue: Readonly<Record<string, Entry>> | null = null;
let rules: Intl.PluralRules | null = null;
let numbers: Intl.NumberFormat | null = null;

/** Takes the sentences from here instead of asking the browser: for the extension's own pages. */
export function speak(sentences: Readonly<Record<string, Entry>>): void {
  catalogue = sentences;
  known.clear();
  rules = null;
  numbers = null;
}

/** The sentence of this name in the language of the screen; numbers are written as that language writes them. */
export function say<K extends SentenceKey>(key: K, ...values: Values<K>): string {
  const [first] = values as readonly (Value | Named)[];
  return filled(sentence(key), typeof first === 'object' ? first : (values as readonly Value[]));
}

/**
 * The sentence in the form that goes with a count (one, few, many, other …); `count` is one of its places. A
 * `count` among the values stands there in the number's stead, such as the place itself: '{count}'.
 */
export function sayCount<K extends CountedKey>(
  key: K,
  count: number,
  ...[values]: BesideCount<Sentences[`${K}_other`]>
): string {
  rules ??= new Intl.PluralRules(language());
  const form = sentence(`${key}_${rules.select(count)}`) || sentence(`${key}_other`);
  return filled(form, { count, ...(values as Named | undefined) });
}

/** The language that the sentences are in, as a tag for `Intl`; the browser's own kind of it where it speaks it. */
export function language(): string {
  const spoken = sentence('language');
  const own = globalThis.navigator?.language ?? spoken;
  return own.split('-')[0] === spoken ? own : spoken;
}

/** The direction in which the language of the sentences is written. */
export function direction(): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language()) ? 'rtl' : 'ltr';
}

type BesideCount<Places> = Places extends readonly unknown[]
  ? []
  : keyof Omit<Places, 'count'> extends never
    ? [values?: { readonly count?: string }]
    : [values: Omit<Places, 'count'> & { readonly count?: string }];

type Named = Readonly<Record<string, Value>>;

function filled(text: string, values: Named | readonly Value[]): string {
  if (Array.isArray(values)) {
    return values.length === 0 ? text : text.replace(/\$(\d)/g, (_, at) => shown(values[at - 1] ?? ''));
  }
  return text.replace(/\{(\w+)\}/g, (place, name) => shown((values as Named)[name] ?? place));
}

function sentence(key: string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  try {
    const found = catalogue ? textOf(catalogue[key]) : browser.i18n.getMessage(key, places);
    known.set(key, found);
    return found;
  } catch {
    // Updated underneath this page, whose headline says so: what was never said before stays unsaid.
    return '…';
  }
}

/** Formatters are slow to make, and slow to look up for each number: one is made once a number needs it. */
function shown(value: Value): string {
  if (typeof value === 'string') return value;
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(value);
}
