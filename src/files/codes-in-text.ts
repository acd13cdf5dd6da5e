import { codeShape, normaliseCode } from '../domain/claim-code';

/** Runs of letters and digits joined by dashes, that are no part of a longer word. */
const dashed =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}]-)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;
const words = /(?<![\p{L}\p{N}_-])[A-Za-z0-9]+(?![\p{L}\p{N}_-])/gu;

function singleUse(candidates: Iterable<RegExpMatchArray>): string[] {
  const found = new Set<string>();
  for (const [text] of candidates) {
    const code = normaliseCode(text);
    if (codeShape(code) === 'single-use') found.add(code);
  }
  return [...found];
}

/**
 * The different codes with dashes that stand anywhere in a text, normalised. Codes without dashes are
 * not looked for: among other words they can't be told from product or order numbers.
 */
export function dashedCodesIn(text: string): string[] {
  return text.includes('-') ? singleUse(text.matchAll(dashed)) : [];
}

/**
 * The codes, normalised and each once, in a list or a message of codes already given out. Takes words
 * without dashes too: they are only compared with codes known from elsewhere.
 */
export function readSentList(text: string): string[] {
  return [...new Set([...dashedCodesIn(text), ...singleUse(text.matchAll(words))])];
}
