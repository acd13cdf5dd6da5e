import { blanks, unseen } from '../text/unseen';

/**
 * What a piece of text is, as far as its shape tells.
 *
 * - `single-use`: a code as Amazon's download holds it
 * - `suspect`: shaped like a multi-use ("Group") code, which must not be mixed with single-use ones
 * - `null`: no claim code
 *
 * Source: sellers' help pages show single-use codes as 4-6-6 (`7GM3-YYYYY3-ZZZZZZ`); Amazon's
 * Promotions API gives `^[0-9A-Z]+$`, 6 to 12 characters, for Group codes. Longer unbroken runs are
 * taken as single-use, since no Group code can be that long; of letters alone, only where they are sixteen.
 */
export type CodeShape = 'single-use' | 'suspect' | null;

const singleUse = /^[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}$/;
const unbroken = /^(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[A-Z0-9]{13,20}$/;
/** One code in a hundred has no digit. */
const unbrokenLetters = /^[A-Z]{16}$/;
const multiUse = /^(?=[A-Z]*[0-9])[A-Z0-9]{6,12}$/;

/** Judges a normalised code text by its shape. */
export function codeShape(code: string): CodeShape {
  // Longer than any code: not looked through.
  if (code.length > 20) return null;
  if (singleUse.test(code) || unbroken.test(code) || unbrokenLetters.test(code)) return 'single-use';
  return multiUse.test(code) ? 'suspect' : null;
}

/** What stands between a code's groups in word processors, chats and other alphabets' keyboards. */
const dashes = '\\p{Pd}\\u02D7\\u2043\\u207B\\u208B\\u2212\\u2500\\u2501\\u23AF\\u2796';
/** Japan's sign for a long vowel, which its keyboards give for a dash; after a letter of its own it is none. */
const longVowel = '(?<![\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Han}\\u30FC\\uFF70])[\\u30FC\\uFF70]';

const anyDash = new RegExp(`[${dashes}]|${longVowel}`, 'gu');
/** The soft hyphen is a mark to most programs, and a dash to those who put it between groups. */
const softHyphen = /\u00AD/g;
const anyMark = new RegExp(`(?!\\u00AD)[${unseen}]`, 'gu');
const anyBlank = new RegExp(`[${blanks}]+`, 'gu');
const besidesLetters = /[- \u00AD]/g;

const foldedAlready = /^[A-Z0-9-]+$/;
const lettersOnly = /^[A-Z0-9]+$/;
/** Words have letters, numbers digits; hardly anything but a code has both in one group. */
const noWord = /[A-Z][0-9]|[0-9][A-Z]/;
const longestWriting = 200;
const fullWidth = /[\uFF01-\uFF5E]/g;

/**
 * A text in the letters codes are made of: full-width forms as plain ones, ASCII letters in upper case,
 * dashes of every kind as “-”, blanks of every kind as a space, what can't be seen left out. No other letter
 * becomes one of A to Z.
 */
export function foldedText(text: string): string {
  if (foldedAlready.test(text)) return text;
  return text
    .replace(fullWidth, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(anyMark, '')
    .replace(anyDash, '-')
    .replace(anyBlank, ' ')
    .replace(/[a-z]+/g, (each) => each.toUpperCase());
}

/**
 * What makes two codes the same: their letters and digits alone, however they are written. Null for a text
 * that holds anything else but dashes, blanks and what can't be seen, or nothing at all.
 */
export function codeIdentity(text: string): string | null {
  const letters = foldedText(text).replace(besidesLetters, '');
  return lettersOnly.test(letters) ? letters : null;
}

/** Whether two texts are the same code. */
export function sameCode(a: string, b: string): boolean {
  if (a === b) return true;
  const identity = codeIdentity(a);
  return identity !== null && identity === codeIdentity(b);
}

/**
 * The form in which a code is kept and shown: upper case, its groups joined by plain hyphens. A code
 * written without them stays so; blanks beside or between the hyphens go, where the rest is a code and no title
 * such as "2026 - Garlic - Summer". A text that is no code is only folded and trimmed.
 */
export function normaliseCode(text: string): string {
  if (foldedAlready.test(text)) return text;
  const trimmed = text.trim();
  // No way of writing a code is so long: a whole file may stand on one line.
  if (trimmed.length > longestWriting) return trimmed;
  const folded = foldedText(trimmed).trim();
  const [bare, hyphened] = [folded.replace(softHyphen, ''), folded.replace(softHyphen, '-')];
  if (singleUse.test(hyphened)) return hyphened;
  const unspaced = bare.replaceAll(' ', '');
  const spaced = unspaced !== bare && singleUse.test(unspaced) && noWord.test(unspaced.slice(5));
  return spaced ? unspaced : bare;
}

/**
 * The form in which Amazon can't tell two codes apart: it reads 0 as O and 1 as I
 * (Amazon's help, G202140170, on Group codes).
 */
export function lookAlikeForm(code: string): string {
  return (codeIdentity(code) ?? code).replace(/0/g, 'O').replace(/1/g, 'I');
}

/**
 * What matches codes that hold this part, be it typed with O for 0 or I for 1, with or without the dashes,
 * or with “…” for what is left out; null for fewer than four letters and digits.
 */
export function codeParts(part: string): RegExp | null {
  const text = normaliseCode(part).replaceAll('...', '…');
  if (text.length > 100 || !/^[A-Z0-9-]+(…[A-Z0-9-]+)?$/.test(text)) return null;
  const letters = text.replaceAll('-', '');
  if (letters.replace('…', '').length < 4) return null;
  const either: Record<string, string> = { '0': '[0O]', O: '[0O]', '1': '[1I]', I: '[1I]' };
  const runs = letters.split('…').map((run) => Array.from(run, (each) => either[each] ?? each).join('-?'));
  return new RegExp(runs.join('.*'));
}
