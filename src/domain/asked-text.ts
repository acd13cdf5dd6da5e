import { codeShape } from './claim-code';
import { nameKey } from './name-key';

/** What a text in the find field holds to go by. */
export interface AskedText {
  /** Whole single-use codes, also those whose dashes are blanks or other strokes. */
  readonly codes: readonly string[];
  /** What may be parts of codes: all of a single word, else the words that look like a piece of a code. */
  readonly parts: readonly string[];
}

/** Fewer letters and digits than these are common in any message. */
const shortestPiece = 6;
/** So many pieces are looked for, the longest first. */
const mostPieces = 5;

const joined = /[A-Z0-9]+(?:-[A-Z0-9]+)*/g;
const spaced =
  /(?<![A-Z0-9])([A-Z0-9]{4})[\s\p{Pd}_.]{1,3}([A-Z0-9]{6})[\s\p{Pd}_.]{1,3}([A-Z0-9]{6})(?![A-Z0-9])/gu;
const piece = /[A-Z0-9][A-Z0-9-]*(?:(?:…|\.{3})[A-Z0-9-]*[A-Z0-9])?/g;

/** Reads a code, a part of one or a pasted message. Words and names in it are not judged here. */
export function askedText(text: string): AskedText {
  const upper = text.trim().toUpperCase();
  const whole = [
    ...(upper.match(joined) ?? []),
    ...[...upper.matchAll(spaced)].map((found) => found.slice(1).join('-')),
  ].filter((word) => codeShape(word) === 'single-use');
  const words = /\s/.test(upper) ? (upper.match(piece) ?? []).filter(looksLikePiece) : [upper];
  return {
    codes: [...new Set(whole)],
    parts: [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, mostPieces),
  };
}

/** A digit, or a run of six letters beside a dash, is rare in words. */
function looksLikePiece(word: string): boolean {
  return /\d|\b[A-Z]{6}-|-[A-Z]{6}\b/.test(word) && word.replace(/[^A-Z0-9]/g, '').length >= shortestPiece;
}

/** Whether a name stands in a text as words of its own, case and punctuation aside. */
export function namedIn(text: string): (name: string) => boolean {
  const words = wordsOf(text);
  return (name) => {
    const wanted = wordsOf(name);
    return wanted.trim().length >= 3 && words.includes(wanted);
  };
}

function wordsOf(text: string): string {
  return ` ${nameKey(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}
