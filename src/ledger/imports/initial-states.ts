import type { HistoryRow } from '../../domain/codes/code-file';
import { type CodeLife, isFarther, lifeOfRow } from '../../domain/codes/code-life';
import type { CodeState } from '../../domain/promotion';
import type { EntryKind } from '../store/schema';
import { utc } from '../views/wording';

/** Codes of an import that begin life alike. `wanted`: the seller says that these are given out already. */
export interface Run {
  readonly from: number;
  readonly count: number;
  readonly row: HistoryRow | null;
  readonly wanted: boolean;
}

/** An entry to be written with the import; its place in the history is its index in the list. */
export interface Draft {
  readonly kind: EntryKind;
  readonly issuance: string;
  readonly from: number;
  readonly count: number;
  readonly to: string;
  readonly channel: string;
  readonly note: string;
  readonly at: string;
  readonly by: string;
  readonly undoes?: number;
  readonly orderId?: string;
}

/** The state of a range at the end of an import, with the drafts that brought it. */
export interface Beginning {
  readonly from: number;
  readonly count: number;
  readonly state: CodeState;
  readonly entry: Draft | null;
  readonly issue: Draft | null;
  readonly redeem: Draft | null;
}

export interface GivenOut {
  /** Ranges by position among the added codes, ascending. */
  readonly ranges: readonly { readonly from: number; readonly count: number }[];
  readonly to: string;
}

/**
 * How the added codes begin: as the rows of our own history export tell (`rows` parallel to the codes,
 * or null), or as the seller says that they are given out already; the farther of the two counts.
 */
export function beginnings(
  added: number,
  rows: readonly HistoryRow[] | null,
  given: GivenOut,
  { at, by, newId }: { readonly at: string; readonly by: string; readonly newId: () => string },
): { readonly spans: readonly Beginning[]; readonly drafts: readonly Draft[] } {
  const acts = new Acts(newId);
  const about = { acts, to: given.to, at, by };
  const spans = cut(runsOf(added, rows), given.ranges).map((run) => beginningOf(run, about));
  return { spans, drafts: inOrder(spans) };
}

/** How one range begins, of which the same is told. */
export function beginningOf(
  run: Run,
  {
    acts,
    to,
    at,
    by,
  }: { readonly acts: Acts; readonly to: string; readonly at: string; readonly by: string },
): Beginning {
  const { from, count, row, wanted } = run;
  const life = row ? lifeOfRow(row) : 'available';
  const base = { from, count, channel: '', note: row?.note ?? '', at, by };
  if (wanted && isFarther('issued', life)) {
    const issue: Draft = { ...base, kind: 'issue', issuance: acts.said, to };
    return { from, count, state: 'issued', entry: issue, issue, redeem: null };
  }
  if (row && life !== 'available') return restored(run, row, life, acts.idOf(row), at);
  // A note on a code that is left tells that it was out before: it goes behind the fresh ones.
  const back: Draft | null =
    base.note === '' ? null : { ...base, kind: 'undo', issuance: acts.newId(), to: '', undoes: 0 };
  return { from, count, state: 'available', entry: back, issue: null, redeem: null };
}

/** Issues first, by time, so that the last one given out is the last in the history. */
function inOrder(spans: readonly Beginning[]): Draft[] {
  const issues = new Set<Draft>();
  const others = new Set<Draft>();
  for (const { issue, entry, redeem } of spans) {
    if (issue) issues.add(issue);
    if (entry && entry !== issue) others.add(entry);
    if (redeem) others.add(redeem);
  }
  const byTime = (a: Draft, b: Draft) =>
    compare(a.at, b.at) || compare(a.issuance, b.issuance) || a.from - b.from;
  return [...[...issues].sort(byTime), ...[...others].sort((a, b) => compare(a.at, b.at))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows given out at the same time, to the same person and by the same one, were one act. */
export class Acts {
  /** What the seller says of a list is one act, too. */
  readonly said: string;
  private readonly ids = new Map<string, string>();

  constructor(readonly newId: () => string) {
    this.said = newId();
  }

  idOf(row: HistoryRow): string {
    const act = JSON.stringify([row.issuedAt, row.issuedTo, row.channel, row.issuedBy]);
    const id = this.ids.get(act) ?? this.newId();
    this.ids.set(act, id);
    return id;
  }
}

function restored(run: Run, row: HistoryRow, life: CodeLife, issuance: string, at: string): Beginning {
  const { from, count } = run;
  const base = { from, count, issuance, to: row.issuedTo, channel: row.channel, by: row.issuedBy };
  const nameless = { ...base, to: '', channel: '' };
  const isOut = life === 'issued' || life === 'used';
  const wasOut = isOut || row.issuedAt !== '' || row.issuedTo !== '';
  const issue: Draft | null = wasOut
    ? { ...base, kind: 'issue', note: isOut ? row.note : '', at: utc(row.issuedAt, at) }
    : null;
  if (isOut) {
    const use = { ...nameless, kind: 'redeem', note: '', orderId: row.orderId } as const;
    const redeem: Draft | null = life === 'used' ? { ...use, at: utc(row.redeemedAt, at) } : null;
    return { from, count, state: 'issued', entry: issue, issue, redeem };
  }
  const state = life === 'void' || life === 'held' ? life : 'moved';
  const kind: EntryKind = state === 'void' ? 'void' : state === 'held' ? 'hold' : 'move';
  const entry: Draft = { ...nameless, kind, note: row.note, at };
  return { from, count, state, entry, issue, redeem: null };
}

function runsOf(added: number, rows: readonly HistoryRow[] | null): Run[] {
  if (!rows) return [{ from: 0, count: added, row: null, wanted: false }];
  const runs: Run[] = [];
  let start = 0;
  for (let i = 1; i <= added; i++) {
    const row = rows[start];
    if (row && i < added && alike(row, rows[i])) continue;
    runs.push({ from: start, count: i - start, row: row ?? null, wanted: false });
    start = i;
  }
  return runs;
}

const told = [
  'state',
  'issuedAt',
  'issuedTo',
  'channel',
  'redeemedAt',
  'orderId',
  'note',
  'issuedBy',
] as const;

/** Whether two rows tell the same of their codes. */
export function alike(a: HistoryRow | null | undefined, b: HistoryRow | null | undefined): boolean {
  return a === b || (!!a && !!b && told.every((column) => a[column] === b[column]));
}

/** Cuts runs at the borders of the ranges (both ascending) and marks the parts inside. */
function cut(runs: readonly Run[], ranges: GivenOut['ranges']): Run[] {
  const result: Run[] = [];
  let r = 0;
  for (const run of runs) {
    const end = run.from + run.count;
    for (let from = run.from; from < end; ) {
      let range = ranges[r];
      while (range && range.from + range.count <= from) range = ranges[++r];
      const inside = range !== undefined && range.from <= from;
      const border = range === undefined ? end : inside ? range.from + range.count : range.from;
      const to = Math.min(end, border);
      result.push({ ...run, from, count: to - from, wanted: inside });
      from = to;
    }
  }
  return result;
}
