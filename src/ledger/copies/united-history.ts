import { actOf, ReplayedBatch } from '../codes/replay';
import type { BatchRow, Entry, EntryKind } from '../store/schema';
import { isPrecaution } from './precaution';

export interface Range {
  readonly from: number;
  readonly count: number;
}

/** What ends an act and puts its codes back into the line, and what kinds of act it ends. */
const endedBy: Partial<Record<EntryKind, readonly EntryKind[]>> = {
  ...{ undo: ['issue'], unvoid: ['void'], release: ['hold', 'move'] },
};

/** The entries of one import here, what follows from them, and how to tell whether one of a copy is among them. */
export class UnitedHistory {
  readonly replayed: ReplayedBatch;
  readonly #byKey = new Map<string, Entry[]>();
  readonly #acts = new Set<string>();
  /** Hand-overs from there to here. */
  readonly #tookOver = new Set<string>();
  readonly #redos: Entry[] = [];
  readonly #redeems: Entry[] = [];
  readonly #precautions = new Set<number>();
  /** All that was ever held back by a copy. */
  readonly #answered: Entry[] = [];
  /** By position, the entry that last put a code into the line there, or here where it is left there anyhow. */
  readonly #back = new Map<number, number>();

  constructor(readonly batch: BatchRow) {
    this.replayed = new ReplayedBatch(batch);
  }

  add(entry: Entry): void {
    const key = keyOf(entry);
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), entry]);
    this.#acts.add(`${entry.kind} ${actOf(entry)}`);
    if (entry.kind === 'redo') this.#redos.push(entry);
    if (entry.kind === 'redeem') this.#redeems.push(entry);
    if (isPrecaution(entry)) {
      this.#precautions.add(entry.seq);
      this.#answered.push(entry);
    }
    this.replayed.apply(entry);
  }

  /** Adds an entry of a copy, and notes which codes it put back into the line there. */
  addCopied(entry: Entry): void {
    // What ends an act not known here, as the precaution of that computer, took nothing out of this line.
    if (endedBy[entry.kind]?.some((kind) => this.#acts.has(`${kind} ${actOf(entry)}`)))
      for (const i of positionsIn(entry)) this.#back.set(i, entry.seq);
    // Codes that were taken over here, and put back into the line there though they never left here.
    if (entry.kind === 'release' && this.#tookOver.has(actOf(entry)))
      for (const i of positionsIn(entry))
        if (this.replayed.countOf('moved', { from: i, count: 1 }) === 0) this.#back.set(i, entry.seq);
    this.add(entry);
  }

  /** Notes codes that are left there, too. What was held back here for a copy saved as late, the seller has answered. */
  noteLeftThere(range: Range, madeAt: string): void {
    for (const i of positionsIn(range)) {
      const answered = this.#answered.some((hold) => covers(hold, i) && (hold.since ?? hold.at) >= madeAt);
      const isAway = this.replayed.countOf('moved', { from: i, count: 1 }) > 0;
      if (!answered && !isAway && !this.#back.has(i)) this.#back.set(i, this.replayed.returnOf(i));
    }
  }

  /** Notes a hand-over from there to here: its codes left the line there, and are where that took them. */
  noteTookOver(move: Entry, range: Range): void {
    this.#tookOver.add(actOf(move));
    for (const i of positionsIn(range)) this.#back.delete(i);
  }

  /** The codes that were put back into a line elsewhere and are not held back here yet, in that line's order. */
  backThere(): Range[] {
    const isHeldBack = (i: number) => this.replayed.isHeldBy(i, (seq) => this.#precautions.has(seq));
    const back = [...this.#back].filter(([i]) => !isHeldBack(i)).sort(([i, a], [j, b]) => a - b || i - j);
    return ranges(back.map(([i]) => i));
  }

  /**
   * The codes of a take-back told by a copy that are out here by the same act because an earlier take-back was
   * undone, or that were marked as used in between, which the copy did not know of then (`known`): no state goes back
   * by what did not know of it.
   */
  outAgain(undo: Entry, known: () => readonly Entry[]): Range[] {
    const redos = this.#redos.filter(({ since }) => since === undefined);
    const later = [...redos, ...this.#redeems].filter(({ issuance }) => issuance === undo.issuance);
    if (later.length === 0) return [];
    const told = new Set(known().map(keyOf));
    const news = later.filter((entry) => !told.has(keyOf(entry)));
    const isNews = (i: number) => news.some((entry) => covers(entry, i));
    // One that is used stays out whatever is taken back.
    const isOut = (i: number) => this.replayed.isOutBy(i, undo.issuance) && !this.replayed.isUsed(i);
    return ranges(positionsIn(undo).filter((i) => isNews(i) && isOut(i)));
  }

  /** The parts of a range for which this entry is not here. */
  missing(entry: Entry, range: Range): Range[] {
    let parts: Range[] = [range];
    for (const known of this.#byKey.get(keyOf(entry)) ?? [])
      parts = parts.flatMap((part) => cut(part, known));
    return parts;
  }

  /** The number under which an entry of the copy stands here for this code; 0 for none. */
  seqOf(entry: Entry, position: number): number {
    return this.#byKey.get(keyOf(entry))?.find((each) => covers(each, position))?.seq ?? 0;
  }
}

/** The same act on two computers; entries copied by earlier versions got an id of their own. */
function keyOf({ kind, issuance, at, act = '' }: Entry): string {
  return `${kind} ${issuance} ${at} ${act}`;
}

function covers({ from, count }: Range, position: number): boolean {
  return from <= position && position < from + count;
}

function positionsIn({ from, count }: Range): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

/** Positions as ranges, in the order given. */
function ranges(positions: readonly number[]): Range[] {
  const result: { from: number; count: number }[] = [];
  for (const i of positions) {
    const last = result.at(-1);
    if (last && last.from + last.count === i) last.count++;
    else result.push({ from: i, count: 1 });
  }
  return result;
}

/** What is left of a range without what another covers. */
function cut(range: Range, other: Range): Range[] {
  const end = range.from + range.count;
  const parts = [
    { from: range.from, count: Math.min(end, other.from) - range.from },
    {
      from: Math.max(range.from, other.from + other.count),
      count: end - Math.max(range.from, other.from + other.count),
    },
  ];
  return parts.filter((part) => part.count > 0);
}
