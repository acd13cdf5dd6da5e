import { type Said, said } from '../../domain/problem';
import type { CodeState } from '../../domain/promotion';
import type { BatchRow, Entry, EntryKind, Span } from '../store/schema';
import type { Change } from './counting';
import { Marks } from './marks';

/**
 * One import's codes, brought to their present state by going through the history again. Of all that is in
 * force for a code the farthest counts: on hold < moved < given out < canceled < used. So histories of two
 * computers come to the same state whichever stands first, and only an entry that names another ends it.
 */
export class ReplayedBatch {
  private readonly holds: Marks;
  private readonly moves: Marks;
  private readonly issues: Marks;
  private readonly voids: Marks;
  private readonly redeems: Marks;
  /** `seq` of the entry that last brought a code back into the line. */
  private readonly returns: Float64Array;
  /** `seq` of the last entry that ended anything of a code. */
  private readonly ended: Float64Array;
  /** What the entries in force are known by: their act, by `seq`. */
  private readonly acts = new Map<number, string>();
  /** The first entry of a giving-out, by `seq` of one that edits it. */
  private readonly origins = new Map<number, number>();
  /** The ranges of each giving-out, as its entries told them. */
  private readonly issued = new Map<string, Entry[]>();
  /** The giving-out that an undo ended, by the undo's `seq`. */
  private readonly undone = new Map<number, number>();
  /** The acts that held or handed over codes. */
  private readonly kept = new Set<string>();
  withdrawn = false;
  everRedeemed = false;

  /** `batch` may be replaced by a newer row of the same import. */
  constructor(public batch: BatchRow) {
    this.holds = new Marks(batch.count);
    this.moves = new Marks(batch.count);
    this.issues = new Marks(batch.count);
    this.voids = new Marks(batch.count);
    this.redeems = new Marks(batch.count);
    this.returns = new Float64Array(batch.count);
    this.ended = new Float64Array(batch.count);
  }

  /** Applies the next entry; returns what can't be, or null. */
  apply(entry: Entry): Said | null {
    const end = entry.from + entry.count;
    if (end > this.batch.count)
      return said('faultBeyond', { number: String(entry.seq), most: String(this.batch.count) });
    if (entry.kind === 'withdraw') this.withdrawn = true;
    if (entry.kind === 'redeem') this.everRedeemed = true;
    this.acts.set(entry.seq, actOf(entry));
    if (entry.kind === 'edit') this.origins.set(entry.seq, this.originOf(entry.undoes ?? 0));
    if (entry.kind === 'undo') this.undone.set(entry.seq, entry.undoes ?? 0);
    if (entry.kind === 'issue' || entry.kind === 'edit')
      this.issued.set(entry.issuance, [...(this.issued.get(entry.issuance) ?? []), entry]);
    if (entry.kind === 'hold' || entry.kind === 'move') this.kept.add(entry.issuance);
    let fault: Said | null = null;
    for (let i = entry.from; i < end; i++) fault = this.applyTo(i, entry) ?? fault;
    return fault;
  }

  private applyTo(i: number, entry: Entry): Said | null {
    const { seq, issuance, undoes } = entry;
    const sameAct = (other: number) => this.acts.get(other) === actOf(entry);
    if (ends.has(entry.kind)) this.ended[i] = seq;
    switch (entry.kind) {
      case 'issue': {
        this.endHold(i, entry);
        const out = this.issues.first(i) > 0;
        // An act that is told twice is still one.
        if (!this.issues.replace(i, sameAct, seq)) this.issues.add(i, seq);
        return out && !entry.merged ? said('faultOutTwice', { number: String(seq) }) : null;
      }
      case 'edit':
        this.issues.replace(i, sameAct, seq);
        return null;
      case 'undo':
        // Of a code that was used nobody can say that it never went out.
        if (this.redeems.first(i) === 0 && this.issues.drop(i, sameAct)) this.returns[i] = seq;
        if (undoes === 0) this.returns[i] = seq;
        return null;
      case 'redo': {
        const ended = this.undone.get(undoes ?? 0) ?? 0;
        // Another computer may have corrected the person since.
        const issue = ended > 0 ? this.issueOf(i, issuance) || ended : 0;
        if (issue > 0 && !this.issues.replace(i, sameAct, issue)) this.issues.add(i, issue);
        return null;
      }
      case 'void':
        this.endHold(i, entry);
        this.voids.add(i, seq);
        return null;
      case 'unvoid':
        if (this.voids.drop(i, sameAct)) this.returns[i] = seq;
        return null;
      case 'hold':
        this.endHold(i, entry);
        this.holds.add(i, seq);
        return null;
      case 'move':
        this.endHold(i, entry);
        this.moves.add(i, seq);
        return null;
      case 'release':
        // Earlier versions named the file that brought the codes back, not the one that took them away.
        if (!entry.merged && !this.kept.has(issuance)) {
          this.moves.clear(i);
          this.returns[i] = seq;
        }
        for (const marks of [this.holds, this.moves]) if (marks.drop(i, sameAct)) this.returns[i] = seq;
        return null;
      case 'redeem': {
        this.redeems.add(i, seq);
        const issue = this.issueOf(i, issuance);
        if (this.issues.first(i) === 0 && issue > 0) this.issues.add(i, issue);
        return null;
      }
      case 'unredeem':
        if (undoes === undefined) this.redeems.clear(i);
        else this.redeems.drop(i, (other) => other === undoes);
        return null;
      case 'withdraw':
        return null;
    }
  }

  /** What is done to a code here takes it out of its hold; what happened elsewhere leaves the hold beneath. */
  private endHold(i: number, { merged }: Entry): void {
    if (!merged) this.holds.clear(i);
  }

  /** The newest entry that gave a code out by this act, in force or not; 0 for none. */
  private issueOf(i: number, issuance: string): number {
    const covers = ({ from, count }: Entry) => from <= i && i < from + count;
    return this.issued.get(issuance)?.findLast(covers)?.seq ?? 0;
  }

  /** Compares with the stored spans, given in order; returns what disagrees, or null. */
  compare(spans: readonly Span[]): Said | null {
    if (this.withdrawn !== this.batch.withdrawn) return said('faultWithdrawn');
    if (this.withdrawn) return spans.length > 0 ? said('faultWithdrawnCounted') : null;
    let at = 0;
    for (const span of spans) {
      if (span.from !== at) return said('faultRanges', { first: String(Math.min(at, span.from) + 1) });
      if (span.promotionId !== this.batch.promotionId)
        return said('faultOtherPromotion', { number: String(at + 1) });
      for (const end = at + span.count; at < end; at++) {
        if (!sameLife(span, this.life(at)))
          return said('faultState', { number: String(at + 1), state: span.state, told: this.stateAt(at) });
      }
    }
    if (at === this.batch.count) return null;
    return said('faultCovered', { covered: String(at), total: String(this.batch.count) });
  }

  /**
   * The first code that was out of the line, by these ranges, and that this history would put back though it ended
   * nothing of it since: what took it out is lost. Null for none.
   */
  firstLost(before: readonly Span[]): number | null {
    for (const { from, count, state, entry } of before)
      for (let i = from; i < from + count && state !== 'available'; i++) {
        const now = this.stateAt(i);
        const isBack = now === 'available' || (now === 'held' && state !== 'held');
        if (isBack && (this.ended[i] ?? 0) <= entry) return i;
      }
    return null;
  }

  /** The present state as ranges, in order. */
  spans(): Span[] {
    if (this.withdrawn) return [];
    const { id: batch, promotionId, count } = this.batch;
    const spans: Span[] = [];
    for (let from = 0; from < count; ) {
      const life = this.life(from);
      let end = from + 1;
      while (end < count && sameLife(life, this.life(end))) end++;
      spans.push({ batch, from, count: end - from, promotionId, ...life });
      from = end;
    }
    return spans;
  }

  /** What this import adds to its promotion's counts. */
  counts(): Change {
    const change: Change = {};
    if (this.withdrawn) return change;
    for (let i = 0; i < this.batch.count; i++) {
      const state = this.stateAt(i);
      change[state] = (change[state] ?? 0) + 1;
      if (this.redeems.first(i) > 0) change.redeemed = (change.redeemed ?? 0) + 1;
    }
    return change;
  }

  /** How many codes two computers gave out by different acts. */
  givenTwice(): number {
    return this.issues.doubles;
  }

  /** How many codes of a range are in this state. */
  countOf(state: CodeState, { from, count }: Pick<Span, 'from' | 'count'>): number {
    let sum = 0;
    for (let i = from; i < from + count; i++) if (this.stateAt(i) === state) sum++;
    return sum;
  }

  /** `seq` of the entry that last brought a code back into the line; 0 for a fresh one. */
  returnOf(i: number): number {
    return this.returns[i] ?? 0;
  }

  isOutBy(i: number, issuance: string): boolean {
    return this.issues.some(i, (seq) => this.acts.get(seq) === issuance);
  }

  isUsed(i: number): boolean {
    return this.redeems.first(i) > 0;
  }

  isHeldBy(i: number, isMeant: (seq: number) => boolean): boolean {
    return this.holds.some(i, isMeant);
  }

  private life(i: number): Life {
    const state = this.stateAt(i);
    return {
      state,
      entry: this.entryOf(i, state),
      issue: this.issues.first(i),
      redeem: this.redeems.first(i),
    };
  }

  private stateAt(i: number): CodeState {
    if (this.redeems.first(i) > 0) return 'issued';
    if (this.voids.first(i) > 0) return 'void';
    if (this.issues.first(i) > 0) return 'issued';
    if (this.moves.first(i) > 0) return 'moved';
    return this.holds.first(i) > 0 ? 'held' : 'available';
  }

  /** `seq` of the entry that brought this state. */
  private entryOf(i: number, state: CodeState): number {
    switch (state) {
      case 'issued':
        return this.originOf(this.issues.first(i)) || this.redeems.first(i);
      case 'void':
        return this.voids.first(i);
      case 'moved':
        return this.moves.first(i);
      case 'held':
        return this.holds.first(i);
      case 'available':
        return this.returns[i] ?? 0;
    }
  }

  private originOf(seq: number): number {
    return this.origins.get(seq) ?? seq;
  }
}

type Life = Pick<Span, 'state' | 'entry' | 'issue' | 'redeem'>;

function sameLife(a: Life, b: Life): boolean {
  return a.state === b.state && a.entry === b.entry && a.issue === b.issue && a.redeem === b.redeem;
}

/** Entries that end others. */
const ends: ReadonlySet<EntryKind> = new Set(['undo', 'unvoid', 'release', 'unredeem']);

/** What entries are known by that others end: an act of canceling, or of giving out, holding or handing over. */
export function actOf(entry: Entry): string {
  if (entry.kind === 'void' || entry.kind === 'unvoid') return entry.act ?? entry.id;
  return entry.issuance;
}
