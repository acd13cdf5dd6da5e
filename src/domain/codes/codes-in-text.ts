import { codeIdentity, codeShape, foldedText } from './claim-code';

/**
 * What a code that stands in a text is wanted for.
 *
 * - `adding`: only what can be nothing else is taken: 4-6-6 with dashes, and no part of a longer word
 * - `comparing` with codes that are here: also without dashes, with blanks or other strokes for them, or as
 *   part of a longer chain
 * - `finding`: as for comparing, and any three words of these lengths, since nothing follows from them
 */
export type Purpose = 'adding' | 'comparing' | 'finding';

/** A code as it is kept, and where it stands in the folded line. */
interface Spot {
  readonly code: string;
  readonly from: number;
  readonly end: number;
}

interface Group {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

/** Shorter lines hold no code. */
const shortest = 13;
/** Letters that could be a code's, or belong to one: beside a code they make it part of a longer word. */
const wordLetter = '[\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}\\p{M}\\p{N}_]';
const wordBefore = new RegExp(`${wordLetter}$`, 'u');
const wordAfter = new RegExp(`^${wordLetter}`, 'u');
const chainBefore = new RegExp(`${wordLetter}-$`, 'u');
const chainAfter = new RegExp(`^-${wordLetter}`, 'u');
const dashBetween = /^ ?-{1,2} ?$/;
const strokeBetween = /^[ _.·:/]{1,3}$/;
const softGroups = /(?<![A-Z0-9])([A-Z0-9]{4})[-\u00AD]([A-Z0-9]{6})[-\u00AD]([A-Z0-9]{6})(?![A-Z0-9])/g;
const softHyphen = /\u00AD/g;

/** Which words of a line were written in capitals; looked through once, and only where it is asked. */
export class Capitals {
  #words: Set<string> | null = null;

  constructor(private readonly written: string) {}

  /** Whether each part of a folded word stands in the line as it is. */
  hold(word: string): boolean {
    this.#words ??= new Set(this.written.match(/[A-Z0-9]+/g));
    return word.match(/[A-Z0-9]+/g)?.every((part) => this.#words?.has(part)) ?? false;
  }
}

/** The different codes that stand in one line, as they are kept, in their order. */
export function codesInLine(line: string, purpose: Purpose): string[] {
  return [...new Set(spotsIn(line, purpose).spots.map((spot) => spot.code))];
}

/** The codes of a line; and the line, folded, in which their places are told. */
export function spotsIn(written: string, purpose: Purpose): { folded: string; spots: Spot[] } {
  const folded = withoutSoftHyphens(foldedText(written));
  return { folded, spots: folded.length < shortest ? [] : spotsOf(folded, new Capitals(written), purpose) };
}

/** A soft hyphen is a mark that can't be seen, or stands between the groups of a code. */
function withoutSoftHyphens(folded: string): string {
  if (!folded.includes('\u00AD')) return folded;
  return folded.replace(softGroups, '$1-$2-$3').replace(softHyphen, '');
}

function spotsOf(line: string, capitals: Capitals, purpose: Purpose): Spot[] {
  const groups: Group[] = Array.from(line.matchAll(/[A-Z0-9]+/g), ({ 0: text, index: from }) => {
    return { text, from, end: from + text.length };
  });
  const spots: Spot[] = [];
  for (let i = 0; i < groups.length; ) {
    const [one, , third] = groups.slice(i, i + 3);
    const three = inGroups(line, groups.slice(i, i + 3), capitals, purpose);
    if (one && third && three) spots.push({ code: three, from: one.from, end: third.end });
    else if (one && purpose !== 'adding' && isUnbroken(line, one, capitals)) {
      spots.push({ code: one.text, from: one.from, end: one.end });
    }
    i += three ? 3 : 1;
  }
  return spots;
}

function inGroups(
  line: string,
  [a, b, c]: readonly Group[],
  capitals: Capitals,
  purpose: Purpose,
): string | null {
  if (a?.text.length !== 4 || b?.text.length !== 6 || c?.text.length !== 6) return null;
  const before = line.slice(Math.max(0, a.from - 3), a.from);
  const after = line.slice(c.end, c.end + 3);
  if (wordBefore.test(before) || wordAfter.test(after)) return null;
  const code = `${a.text}-${b.text}-${c.text}`;
  const between = [line.slice(a.end, b.from), line.slice(b.end, c.from)];
  // Three words of these lengths are common; with a digit in them, or in capitals, they are not.
  const meant = purpose === 'finding' || /[0-9]/.test(code) || capitals.hold(code);
  if (purpose === 'adding') {
    const chained = chainBefore.test(before) || chainAfter.test(after);
    return meant && !chained && between.every((each) => each === '-') ? code : null;
  }
  if (between.every((each) => dashBetween.test(each))) return code;
  const strokes = between.every((each) => dashBetween.test(each) || strokeBetween.test(each));
  return strokes && meant ? code : null;
}

/** Without dashes; sixteen capitals may be a code, too, but hardly anybody's word. */
function isUnbroken(line: string, { text, from, end }: Group, capitals: Capitals): boolean {
  if (codeShape(text) !== 'single-use' || !(/[0-9]/.test(text) || capitals.hold(text))) return false;
  const before = line.slice(Math.max(0, from - 2), from);
  const after = line.slice(end, end + 2);
  return ![wordBefore.test(before), wordAfter.test(after), before.endsWith('-'), after.startsWith('-')].some(
    Boolean,
  );
}

/** The different codes that stand anywhere in a text, as they are kept, in their order. */
export function codesInText(text: string, purpose: Purpose = 'comparing'): string[] {
  const found = new Map<string, string>();
  for (const line of linesOf(text)) {
    for (const code of codesInLine(line, purpose)) {
      const identity = codeIdentity(code) ?? code;
      if (!found.has(identity)) found.set(identity, code);
    }
  }
  return [...found.values()];
}

/** Lines as every program breaks them; a final break makes no line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A text that is short enough to be shown, with each code in it, however it is written, put as `shown` wants it. */
export function withCodes(text: string, shown: (code: string) => string): string {
  const { folded, spots } = spotsIn(text, 'comparing');
  // How far the folded text has come where a code begins or ends: letters alone, since what stands between differs.
  const lengthOf = (count: number) => lettersIn(foldedText(text.slice(0, count)));
  let at = 0;
  let result = '';
  for (const { code, from, end } of spots) {
    let start = at;
    while (start < text.length && lengthOf(start + 1) <= lettersIn(folded.slice(0, from))) start++;
    result += text.slice(at, start) + shown(code);
    at = start;
    while (at < text.length && lengthOf(at) < lettersIn(folded.slice(0, end))) at++;
  }
  return result + text.slice(at);
}

function lettersIn(folded: string): number {
  return folded.match(/[A-Z0-9]/g)?.length ?? 0;
}
