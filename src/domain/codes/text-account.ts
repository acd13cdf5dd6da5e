import { codeIdentity } from './claim-code';
import { Capitals, linesOf, spotsIn } from './codes-in-text';

/** A line, counted from 1 within its file; `file` is empty for what was typed or pasted. */
export interface LineOf {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * What a text of codes that are to be compared with those here holds. Every line is in exactly one of
 * `read`, `doubtful`, `wordy` and `blank`; a doubtful one may hold codes that were read, too.
 */
export interface TextAccount {
  /** Each code once, as it is kept, with the line on which it stands first. */
  readonly codes: readonly { readonly code: string; readonly at: LineOf }[];
  readonly lines: number;
  /** Lines with codes, all of which were read. */
  readonly read: number;
  /** Lines with something that may be meant as a code and can't be read as one; `text` is that. */
  readonly doubtful: readonly LineOf[];
  /** Lines with nothing like a code. */
  readonly wordy: readonly LineOf[];
  readonly blank: number;
}

export const emptyAccount: TextAccount = { codes: [], lines: 0, read: 0, doubtful: [], wordy: [], blank: 0 };

const longestShown = 100;

/** Reads every line of a text. `file` is its name where it has one. */
export function accountOf(text: string, file = ''): TextAccount {
  const codes = new Map<string, TextAccount['codes'][number]>();
  const doubtful: LineOf[] = [];
  const wordy: LineOf[] = [];
  const lines = linesOf(text);
  let read = 0;
  let blank = 0;
  lines.forEach((written, i) => {
    const { folded, spots } = spotsIn(written, 'comparing');
    const at = (shown: string) => ({ file, line: i + 1, text: shown.trim().slice(0, longestShown) });
    for (const { code } of spots) {
      const identity = codeIdentity(code) ?? code;
      if (!codes.has(identity)) codes.set(identity, { code, at: at(code) });
    }
    const rest = spots.map(({ from }, k) => folded.slice(spots[k - 1]?.end ?? 0, from));
    const meant = meantAsCode(
      [...rest, folded.slice(spots.at(-1)?.end ?? 0)].join(' '),
      new Capitals(written),
    );
    if (meant !== null) doubtful.push(at(meant));
    else if (spots.length > 0) read++;
    else if (folded.trim() === '') blank++;
    else wordy.push(at(written));
  });
  return { codes: [...codes.values()], lines: lines.length, read, doubtful, wordy, blank };
}

/** Several accounts as one. */
export function together(accounts: readonly TextAccount[]): TextAccount {
  const codes = new Map<string, TextAccount['codes'][number]>();
  for (const each of accounts.flatMap((account) => account.codes)) {
    const identity = codeIdentity(each.code) ?? each.code;
    if (!codes.has(identity)) codes.set(identity, each);
  }
  const sum = (part: 'lines' | 'read' | 'blank') => accounts.reduce((total, each) => total + each[part], 0);
  return {
    codes: [...codes.values()],
    lines: sum('lines'),
    read: sum('read'),
    doubtful: accounts.flatMap((each) => each.doubtful),
    wordy: accounts.flatMap((each) => each.wordy),
    blank: sum('blank'),
  };
}

/** What stands between words, and cells of a table. */
const apart = /[ ,;|"“”()<>[\]]+/;
const address = /:\/\/|@|^www\./i;
const cutOff = /^[A-Z0-9-]{2,}(?:…|\.{3})[A-Z0-9-]{2,}$/;
const byASpreadsheet = /^(?:\d+(?:[.,]\d+)?E\+\d+|#{3,}|#(?:NAME|REF|VALUE)[?!])$/;

/** The first word of a folded line without its codes that may be meant as one; null for none. */
function meantAsCode(line: string, capitals: Capitals): string | null {
  const words = line.split(apart);
  const only = words.filter((word) => word !== '').length === 1;
  return words.find((word) => word.length >= 4 && mayBeMeant(word, only, capitals)) ?? null;
}

function mayBeMeant(word: string, only: boolean, capitals: Capitals): boolean {
  if (word.length > 2000 || address.test(word)) return false;
  if (cutOff.test(word) || byASpreadsheet.test(word)) return true;
  const sizes = (word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((part) => part.length);
  const near = (size: number | undefined, wanted: number) =>
    size !== undefined && Math.abs(size - wanted) <= 1;
  const digit = /[0-9]/.test(word);
  const odd = digit || capitals.hold(word);
  // Order numbers and times of day have the same look, but no letters.
  if (!/\p{L}/u.test(word)) return false;
  for (let i = 0; i < sizes.length; i++) {
    const [a, b, c] = sizes.slice(i, i + 3);
    const fits = [near(a, 4), near(b, 6), near(c, 6)].filter(Boolean).length;
    if (c !== undefined && fits >= 2 && odd && (a ?? 0) + (b ?? 0) + c >= shortestMixed) return true;
    if (fits === 3) return true;
    if (c === undefined && odd && ((a === 4 && near(b, 6)) || (a === 6 && b === 6))) return true;
  }
  const longest = Math.max(0, ...sizes);
  return digit && longest >= (only ? 6 : shortestMixed) && longest <= longestMixed;
}

/** Product and order numbers have up to 12 letters and digits; what is longer may be a code with a slip in it. */
const shortestMixed = 13;
const longestMixed = 30;
