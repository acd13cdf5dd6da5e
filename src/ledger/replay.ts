import type { CodeState } from '../domain/promotion';
import { codeStates } from '../domain/promotion';
import type { Change } from './counting';
import type { BatchRow, Entry, EntryKind, Span } from './schema';

const becomes: Partial<Record<EntryKind, CodeState>> = {
  issue: 'issued',
  undo: 'available',
  void: 'void',
  hold: 'held',
  release: 'available',
  move: 'moved',
};

/** One import's codes, brought to their present state by going through the history again. */
export class ReplayedBatch {
  private readonly states: Uint8Array;
  private readonly entries: Float64Array;
  private readonly issues: Float64Array;
  private readonly redeems: Float64Array;
  withdrawn = false;
  everRedeemed = false;

  /** `batch` may be replaced by a newer row of the same import. */
  constructor(public batch: BatchRow) {
    this.states = new Uint8Array(batch.count);
    this.entries = new Float64Array(batch.count);
    this.issues = new Float64Array(batch.count);
    this.redeems = new Float64Array(batch.count);
  }

  /** Applies the next entry; returns what can't be, or null. */
  apply(entry: Entry): string | null {
    const end = entry.from + entry.count;
    if (end > this.batch.count) return `entry ${entry.seq} reaches beyond the ${this.batch.count} codes`;
    let fault: string | null = null;
    if (entry.kind === 'withdraw') this.withdrawn = true;
    if (entry.kind === 'redeem') this.everRedeemed = true;
    const state = becomes[entry.kind];
    for (let i = entry.from; i < end; i++) {
      if (entry.kind === 'issue' && this.state(i) === 'issued')
        fault = `entry ${entry.seq} gives out a code that is out`;
      if (state) {
        this.states[i] = codeStates.indexOf(state);
        this.entries[i] = entry.seq;
      }
      if (entry.kind === 'unvoid') this.unvoid(i, entry.seq);
      if (entry.kind === 'issue') this.issues[i] = entry.seq;
      if (entry.kind === 'undo') this.issues[i] = 0;
      if (entry.kind === 'redeem') this.redeems[i] = entry.seq;
      if (entry.kind === 'unredeem') this.redeems[i] = 0;
    }
    return fault;
  }

  /** Compares with the stored spans, given in order; returns what disagrees, or null. */
  compare(spans: readonly Span[]): string | null {
    if (this.withdrawn !== this.batch.withdrawn)
      return 'history and import disagree on whether it was taken out';
    if (this.withdrawn) return spans.length > 0 ? 'it was taken out, yet its codes are counted' : null;
    let at = 0;
    for (const span of spans) {
      if (span.from !== at) return `codes ${Math.min(at, span.from) + 1} ff. stand in two ranges or in none`;
      if (span.promotionId !== this.batch.promotionId) return `code ${at + 1} belongs to another promotion`;
      for (const end = at + span.count; at < end; at++) {
        const same =
          this.state(at) === span.state &&
          this.entries[at] === span.entry &&
          this.issues[at] === span.issue &&
          this.redeems[at] === span.redeem;
        if (!same) return `code ${at + 1} is ${span.state}, but the history says ${this.state(at)}`;
      }
    }
    return at === this.batch.count ? null : `ranges cover ${at} of ${this.batch.count} codes`;
  }

  /** What this import adds to its promotion's counts. */
  counts(): Change {
    const change: Change = {};
    if (this.withdrawn) return change;
    for (let i = 0; i < this.batch.count; i++) {
      const state = this.state(i);
      change[state] = (change[state] ?? 0) + 1;
      if (this.redeems[i]) change.redeemed = (change.redeemed ?? 0) + 1;
    }
    return change;
  }

  /** A code that was out is out again by its giving-out; others are left. */
  private unvoid(i: number, seq: number): void {
    const issue = this.issues[i] ?? 0;
    this.states[i] = codeStates.indexOf(issue > 0 ? 'issued' : 'available');
    this.entries[i] = issue > 0 ? issue : seq;
  }

  private state(i: number): CodeState {
    return codeStates[this.states[i] ?? 0] ?? 'available';
  }
}
