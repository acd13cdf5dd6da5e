import type { ToldState } from '../../domain/codes/code-file';
import {
  actWithin,
  actWords,
  leftCells,
  leftSignWithin,
  leftWithin,
  leftWords,
  noWords,
  signsWithin,
  signWords,
  yesWords,
} from './state-dictionary';

/** A header or a cell that tells a state is no longer than this. */
const longest = 60;
/** A note of more words tells something else. */
const mostWords = 6;

/** Marks set by hand or by a program: those of a tick, and those of an empty box. */
const tick = /[\u2611\u2705\u2713\u2714]|\[\s*x\s*\]|^(?:x|v|o|○|〇|◯|はい|是|有|예|네)$/iu;
const tickBeside = /[\u2611\u2705\u2713\u2714]|\[ ?[xX] ?\]/;
const emptyBox = /[\u2610\u2B1C\u25A1]|\[\s*\]/u;
/** Crosses say no to some and done to others: where a code may be out, it is. */
const cross = /[\u00D7\u2715-\u2718\u274C\u274E\u26D4\u{1F6AB}]/u;
const noneOf = /^0(?![\d.,])/;
const nothing = /^[-–—―‐/0.\s]*$|^n\/?a$/i;

const ascii = /^[\x20-\x7e]*$/;

/** A text without accents, in lower case: letters that Unicode does not take apart are put by hand. */
function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[łđıß]/g, (each) => ({ ł: 'l', đ: 'd', ı: 'i', ß: 'ss' })[each] ?? each);
}

/** “Sent_to (name)”, “sentTo” and “Sent to: name” are the same words. */
function wordsOf(text: string): string[] {
  // Most words are ASCII, and a list may hold a million of them.
  if (ascii.test(text)) {
    return (
      text
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .match(/[a-z]+/g) ?? []
    );
  }
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return folded(apart).match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Every beginning has so many letters. */
const shortest = 4;

/** Looks words up; those that end in “*” by their beginning. */
class Lexicon {
  readonly #whole: Set<string>;
  readonly #begun = new Map<string, string[]>();

  constructor(entries: readonly string[]) {
    const all = entries.map(folded);
    this.#whole = new Set(all.filter((each) => !each.endsWith('*')));
    for (const each of all.filter((each) => each.endsWith('*'))) {
      const first = each.slice(0, shortest);
      this.#begun.set(first, [...(this.#begun.get(first) ?? []), each.slice(0, -1)]);
    }
  }

  has(word: string): boolean {
    if (this.#whole.has(word)) return true;
    // By its first letters: a list may hold a million words.
    return this.#begun.get(word.slice(0, shortest))?.some((beginning) => word.startsWith(beginning)) ?? false;
  }
}

const [acts, signs, lefts, leftAsCell, noes, yeses] = [
  actWords,
  signWords,
  leftWords,
  leftCells,
  noWords,
  yesWords,
].map((each) => new Lexicon(each)) as [Lexicon, Lexicon, Lexicon, Lexicon, Lexicon, Lexicon];

/** What a mark in a column tells: that a code is out, or that it is still here. */
export type StateColumn = 'out' | 'left';

/** Whether a line above codes says that those below it are still here: “Left:”, “Noch frei”, “Not sent yet”. */
export function saysLeft(line: string): boolean {
  if (!/\p{L}/u.test(line) || line.length > longest) return false;
  const isLeft = (word: string) => lefts.has(word) || leftAsCell.has(word);
  return toldState([line], ['out']) === 'left' || wordsOf(line).some(isLeft);
}

/** Whether a cell holds nothing but a mark as of a box, ticked or not: “✓”, “x”, “TRUE”, “no”. */
export function isMark(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > longest) return false;
  if (tick.test(text) || emptyBox.test(text) || cross.test(text)) return true;
  const words = wordsOf(text);
  return words.length === 1 && words.every((word) => yeses.has(word) || noes.has(word));
}

/** A column of names, not of what was given. */
const givenName = /^given\P{L}*names?$/iu;

/** What stands in a column under this cell, as in "Status", "Sent to (name)" or "Unused"; null where it is anything else. */
export function stateColumn(cell: string): StateColumn | null {
  if (cell.length > longest || givenName.test(cell.trim())) return null;
  const words = wordsOf(cell);
  const whole = words.join('');
  const all = [...words, whole];
  if (leftSignWithin.test(whole) || leftAsCell.has(whole) || all.some((word) => lefts.has(word)))
    return 'left';
  const isAct = all.some((word) => acts.has(word));
  if (isAct && noes.has(words[0] ?? '')) return 'left';
  return isAct || all.some((word) => signs.has(word)) || signsWithin.test(whole) ? 'out' : null;
}

/**
 * What one row says of its code by the cells of those columns. Nothing said in any of them means left, but for a
 * column of what is left.
 */
export function toldState(cells: readonly string[], columns: readonly StateColumn[]): ToldState {
  const said = cells.map((cell, i) => saidIn(cell.trim(), columns[i] ?? 'out'));
  if (said.includes('out')) return 'out';
  return said.includes('unclear') && !said.includes('left') ? 'unclear' : 'left';
}

function saidIn(cell: string, column: StateColumn): ToldState | null {
  const [yes, no] = column === 'out' ? (['out', 'left'] as const) : (['left', 'out'] as const);
  if (cell === '') return column === 'out' ? null : 'unclear';
  if (cell.length > longest) return 'out';
  if (nothing.test(cell) || emptyBox.test(cell)) return no;
  if (cross.test(cell)) return 'out';
  const words = wordsOf(cell);
  const whole = words.join('');
  // In a column of what is left a mere “?” tells nothing.
  if (column === 'left' && words.length === 0 && !tick.test(cell) && !/\p{N}/u.test(cell)) return 'unclear';
  if (tick.test(cell) || words.length === 0 || words.every((word) => yeses.has(word))) return yes;
  if (words.every((word) => noes.has(word))) return no;
  const isNo = noes.has(words[0] ?? '');
  if (isNo && words.slice(1).some((word) => lefts.has(word))) return 'out';
  if (noneOf.test(cell)) return 'out';
  const isLeft = (word: string) => lefts.has(word) || leftAsCell.has(word);
  if (isLeft(whole) || words.every(isLeft) || leftWithin.test(whole)) return 'left';
  return isNo && words.slice(1, 3).some((word) => acts.has(word)) ? 'left' : 'out';
}

/**
 * What words beside a code, or a cell under a header that speaks of something else, say of it: “used”, “sent to Anna”,
 * “✓”. Null where they speak of nothing of the kind.
 */
export function stateBeside(text: string): ToldState | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longest) return null;
  if (tickBeside.test(trimmed)) return 'out';
  const words = wordsOf(trimmed);
  if (words.length === 0 || words.length > mostWords) return null;
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  const speaks = ends.some((word) => acts.has(word)) || actWithin.test(words.join(''));
  if (!speaks) return null;
  return toldState([trimmed], ['out']);
}
