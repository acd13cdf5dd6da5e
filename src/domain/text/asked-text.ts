import { codeIdentity, foldedText } from '../codes/claim-code';
import { codesInText } from '../codes/codes-in-text';
import { nameWords } from './name-key';

/** What a text in the find field holds to go by. */
export interface AskedText {
  /** Whole single-use codes, however they are written. */
  readonly codes: readonly string[];
  /** What may be parts of codes: all of a single word, else the words that look like a piece of a code. */
  readonly parts: readonly string[];
}

/** Fewer letters and digits than these are common in any message. */
const shortestPiece = 6;
/** So many pieces are looked for, the longest first. */
const mostPieces = 5;
/** Longer texts are no single word. */
const longestWord = 200;

const piece = /[A-Z0-9][A-Z0-9-]*(?:(?:…|\.{3})[A-Z0-9-]*[A-Z0-9])?/g;
/** Whatever stands between its letters, a text of so many is one whole code. */
const wholeCode = /^[A-Z0-9]{13,20}$/;

/** Reads a code, a part of one or a pasted message. Words and names in it are not judged here. */
export function askedText(text: string): AskedText {
  const folded = text.length > longestWord ? '' : foldedText(text).trim();
  const whole = codeIdentity(folded) ?? '';
  const found = codesInText(text, 'finding');
  const words = folded !== '' && !folded.includes(' ') ? [folded] : pieces(text);
  return {
    codes: found.length === 0 && wholeCode.test(whole) ? [whole] : found,
    parts: [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, mostPieces),
  };
}

function pieces(text: string): string[] {
  return (foldedText(text).match(piece) ?? []).filter(looksLikePiece);
}

/** A digit, or a run of six letters beside a dash, is rare in words. */
function looksLikePiece(word: string): boolean {
  return /\d|\b[A-Z]{6}-|-[A-Z]{6}\b/.test(word) && word.replace(/[^A-Z0-9]/g, '').length >= shortestPiece;
}

/** What a code that was typed with a slip may look like: groups with dashes between, or a run of letters and digits. */
const nearlyCode = /[A-Z0-9]+(?:-+[A-Z0-9]+)+|[A-Z0-9]+/g;
/** Letters of a code, give or take two. */
const nearlyAsLong = { least: 14, most: 18 };
/** So many of one text are looked at. */
const mostNearly = 3;

/** The words of a text that may be codes typed with a slip, by their letters and digits alone. */
export function nearlyCodes(text: string): string[] {
  const folded = text.length > 2000 ? '' : foldedText(text).trim();
  const isLong = ({ length }: string) => length >= nearlyAsLong.least && length <= nearlyAsLong.most;
  const whole = codeIdentity(folded) ?? '';
  const words = isLong(whole)
    ? [whole]
    : (folded.match(nearlyCode) ?? []).map((word) => word.replaceAll('-', ''));
  return [...new Set(words)]
    .filter((word) => isLong(word) && /\d/.test(word) && /[A-Z]/.test(word))
    .slice(0, mostNearly);
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
  return ` ${nameWords(text)} `;
}
