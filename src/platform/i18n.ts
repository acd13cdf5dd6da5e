import type messages from '../../public/_locales/en/messages.json';
import { browser } from './native';

type MessageKey = keyof typeof messages;

const places = ['$1', '$2', '$3', '$4'];
/** Kept from the first use on: once the extension was updated under a page, nothing can be asked for there. */
const sentences = new Map<MessageKey, string>();

/**
 * The sentence of this name in the browser's language, with `values` in the places `$1`, `$2` …; whole
 * numbers and others are written as the browser's language writes them.
 */
export function say(key: MessageKey, ...values: readonly (string | number)[]): string {
  const sentence = sentences.get(key) ?? ask(key);
  return values.length === 0 ? sentence : sentence.replace(/\$(\d)/g, (_, at) => shown(values[at - 1] ?? ''));
}

function ask(key: MessageKey): string {
  try {
    // Places stand for themselves, so that the whole sentence is kept.
    const sentence = browser.i18n.getMessage(key, places);
    sentences.set(key, sentence);
    return sentence;
  } catch {
    // Updated underneath this page, whose headline says so: what was never said before stays unsaid.
    return '…';
  }
}

/** Formatters are slow to make; most numbers here need none. */
function shown(value: string | number): string {
  return typeof value === 'string' ? value : value.toLocaleString();
}
