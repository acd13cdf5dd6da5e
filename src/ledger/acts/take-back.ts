import { said } from '../../domain/problem';
import { append, type NewEntry } from '../codes/append-entry';
import type { CodeRange } from '../codes/blocks';
import { count } from '../codes/counting';
import { originOf, seqsThatGive } from '../codes/giving-out';
import { locate } from '../codes/lookup';
import { type OneCode, onlyIn, overlapping, setSpan, within } from '../codes/spans';
import { isPrecaution } from '../copies/precaution';
import { settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db, Entry, Span, StoreName, Tx, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';

/** Which codes of an act somebody may have seen: none, all, or exactly these. */
export type Seen = 'none' | 'all' | readonly string[];

/** What taking back came to; `act` names it for its own undo. */
export interface TookBack {
  readonly act: string;
  readonly promotionId: string;
  /** Codes back at the end of the line. */
  readonly returned: number;
  /** Codes canceled for good, since somebody may have seen them. */
  readonly canceled: number;
}

/** What a list of sent codes says of one act of giving out. */
export interface SentOf {
  /** Codes of the list that are out by this act. */
  readonly sent: number;
  /** Codes out by this act that the list does not hold. */
  readonly rest: number;
  /** Codes of the list that are not out by this act. */
  readonly strangers: number;
}

const lookUp: StoreName[] = ['entries', 'spans', 'batches', 'hashes', 'blocks'];

/** Compares a list of codes that were sent with what is still out by an act. Throws LedgerProblem as `takeBack`. */
export function sentOf(db: Db, issuance: string, codes: readonly string[]): Promise<SentOf> {
  return read(db, lookUp, async (tx) => {
    const out = await stillOut(tx, issuance);
    const sent = (await sentParts(tx, out, codes)).reduce((sum, part) => sum + part.count, 0);
    const all = out.reduce((sum, part) => sum + part.count, 0);
    return { sent, rest: all - sent, strangers: new Set(codes).size - sent };
  });
}

/**
 * Takes back one act of giving out, or the code that somebody of a list got (`only`). Codes that somebody may have seen are canceled and keep whom they went to;
 * only the others go back, to the very end of the line. Codes canceled before stay so. Throws LedgerProblem
 * `already-redeemed` when one was used in an order, `not-allowed` when nothing of it is out any more, `not-found`.
 */
export function takeBack(
  db: Db,
  issuance: string,
  seen: Seen,
  by: string,
  only?: OneCode,
): Promise<TookBack> {
  return writeCodes(db, async (tx) => {
    const out = await stillOut(tx, issuance, only);
    const [first] = out;
    if (!first) throw new LedgerProblem('not-allowed', said('problemAlreadyTakenBack'));
    const sent = seen === 'all' ? out : seen === 'none' ? [] : await sentParts(tx, out, seen);
    const about = { act: newId(tx), at: timeOf(tx), by };
    let returned = 0;
    for (const part of without(out, sent)) {
      const entry = await append(tx, { ...of(part, issuance), ...about, kind: 'undo', undoes: part.issue });
      await setSpan(tx, { ...part, state: 'available', entry, issue: 0 });
      returned += part.count;
    }
    let canceled = 0;
    for (const part of sent) {
      const entry = await append(tx, { ...of(part, issuance), ...about, kind: 'void', seen: true });
      await setSpan(tx, { ...part, state: 'void', entry });
      canceled += part.count;
    }
    await count(tx, first.promotionId, { issued: -returned - canceled, available: returned, void: canceled });
    await settleUnited(
      tx,
      out.map((part) => part.batch),
    );
    return { act: about.act, promotionId: first.promotionId, returned, canceled };
  });
}

/**
 * Undoes a take-back: its codes are out again, to whom they were. Throws LedgerProblem `moved` when one of
 * them went elsewhere since, `not-found`.
 */
export function undoTakeBack(db: Db, issuance: string, act: string, by: string): Promise<{ out: number }> {
  return writeCodes(db, async (tx) => {
    const entries = (await tx.objectStore('entries').index('issuance').getAll(issuance)).filter(
      (entry) => entry.act === act,
    );
    const at = timeOf(tx);
    const change = { available: 0, held: 0, void: 0 };
    for (const entry of entries) {
      const state = entry.kind === 'undo' ? 'available' : entry.kind === 'void' ? 'void' : null;
      if (!state) continue;
      for (const part of await exactly(tx, entry, state)) {
        const about = { ...of(part, issuance), act, at, by };
        if (state === 'void') await append(tx, { ...about, kind: 'unvoid' });
        else await append(tx, { ...about, kind: 'redo', undoes: entry.seq });
        const issue = state === 'void' ? part.issue : (entry.undoes ?? 0);
        await setSpan(tx, { ...part, state: 'issued', entry: await originOf(tx, issue), issue });
        change[part.state === 'held' ? 'held' : state] -= part.count;
      }
    }
    const out = -change.available - change.held - change.void;
    const [first] = entries;
    if (!first || out === 0) throw new LedgerProblem('not-found', sentences.moved);
    await count(tx, first.promotionId, { ...change, issued: out });
    await settleUnited(
      tx,
      entries.map((entry) => entry.batch),
    );
    return { out };
  });
}

/** The ranges of an act (or `only` that code of it) that are out by it and not used, with their marks. */
export async function stillOut(tx: Tx, issuance: string, only?: OneCode): Promise<Span[]> {
  const entries = await tx.objectStore('entries').index('issuance').getAll(issuance);
  const issues = entries.filter((entry) => entry.kind === 'issue');
  if (issues.length === 0) throw new LedgerProblem('not-found', said('problemGivingOutGone'));
  const own = seqsThatGive(entries);
  const parts: Span[] = [];
  for (const issue of issues) {
    const range = only ? onlyIn(issue, only) : issue;
    for (const span of range ? await overlapping(tx, range) : []) {
      if (!range || span.state !== 'issued' || !own.has(span.issue)) continue;
      if (span.redeem > 0) throw new LedgerProblem('already-redeemed', said('problemUsedAmongThese'));
      parts.push({ ...span, ...within(span, range) });
    }
  }
  return joinedSpans(parts);
}

/** The parts of these ranges that hold one of the codes, in order. */
async function sentParts(tx: Tx, out: readonly Span[], codes: readonly string[]): Promise<Span[]> {
  const { exact, alike } = await locate(tx, codes);
  const places = new Set<string>();
  for (const code of codes) {
    const place = exact.get(code) ?? alike.get(code);
    if (place) places.add(`${place.batch}/${place.position}`);
  }
  const parts: Span[] = [];
  for (const span of out)
    for (let from = span.from; from < span.from + span.count; from++)
      if (places.has(`${span.batch}/${from}`)) parts.push({ ...span, from, count: 1 });
  return joinedSpans(parts);
}

/** What is left of `out` once `cut` (parts of it, in the same order) is gone. */
function without(out: readonly Span[], cut: readonly Span[]): Span[] {
  const rest: Span[] = [];
  for (const span of out) {
    let from = span.from;
    const end = span.from + span.count;
    for (const part of cut) {
      if (part.batch !== span.batch || part.from < from || part.from >= end) continue;
      if (part.from > from) rest.push({ ...span, from, count: part.from - from });
      from = part.from + part.count;
    }
    if (from < end) rest.push({ ...span, from, count: end - from });
  }
  return rest;
}

/** Whether nothing happened here to codes since an entry but that a copy loaded had them held back. */
async function isOnlyHeldBack(tx: WriteTx, span: Span, { seq }: Entry): Promise<boolean> {
  const entries = tx.objectStore('entries');
  const hold = span.state === 'held' ? await entries.get(span.entry) : undefined;
  if (!hold || !isPrecaution(hold)) return false;
  const since = await entries.getAll(IDBKeyRange.lowerBound(seq, true));
  return since.every((each) => each.merged || isPrecaution(each) || !overlap(each, span));
}

function overlap(a: CodeRange, b: CodeRange): boolean {
  return a.batch === b.batch && a.from < b.from + b.count && b.from < a.from + a.count;
}

/** The ranges of an entry, all of which must still be as it left them, or held back since by a copy. */
async function exactly(tx: WriteTx, entry: Entry, state: 'available' | 'void'): Promise<Span[]> {
  const spans = (await overlapping(tx, entry)).map((span) => ({ ...span, ...within(span, entry) }));
  let same = true;
  for (const span of spans) {
    const asLeft = span.state === state && span.entry === entry.seq;
    same &&= asLeft || (state === 'available' && (await isOnlyHeldBack(tx, span, entry)));
  }
  if (!same || spans.reduce((sum, span) => sum + span.count, 0) !== entry.count)
    throw new LedgerProblem('moved', said('problemChangedSinceTakenBack'));
  return spans;
}

function joinedSpans(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const next = last && last.batch === span.batch && last.from + last.count === span.from;
    if (next && last.issue === span.issue && last.entry === span.entry)
      result[result.length - 1] = { ...last, count: last.count + span.count };
    else result.push(span);
  }
  return result;
}

function of(
  { promotionId, batch, from, count }: Span,
  issuance: string,
): Omit<NewEntry, 'kind' | 'at' | 'by'> {
  return { issuance, promotionId, batch, from, count, to: '', channel: '', note: '' };
}
