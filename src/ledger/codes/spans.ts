import { said } from '../../domain/problem';
import { codeStates } from '../../domain/promotion';
import { damagedPromotion } from '../repair/damage';
import type { LedgerProblem } from '../store/problem';
import type { Span, Tx, WriteTx } from '../store/schema';
import type { CodeRange } from './blocks';

/** The spans that share codes with a range, in order. Two key seeks, however large the batch. */
export async function overlapping(tx: Tx, { batch, from, count }: CodeRange): Promise<Span[]> {
  const store = tx.objectStore('spans');
  const [before, rest] = await Promise.all([
    store.openCursor(IDBKeyRange.bound([batch, 0], [batch, from]), 'prev'),
    store.getAll(IDBKeyRange.bound([batch, from], [batch, from + count], true, true)),
  ]);
  const first = before?.value;
  const spans = first && !(first.from + first.count <= from) ? [first, ...rest] : rest;
  spans.forEach((span, i) => {
    refuseDamaged(span);
    // One that reaches into the next would take its codes along.
    const before = spans[i - 1];
    if (before && before.from + before.count > span.from) throw damagedStates(before);
  });
  return spans;
}

/** Throws LedgerProblem `damaged` for a range that can't be told: no code of it may be given out or moved. */
export function refuseDamaged(span: Span): void {
  const { from, count, promotionId, state, entry, issue, redeem } = span;
  const sound =
    [from, count, entry, issue, redeem].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    count > 0 &&
    typeof promotionId === 'string' &&
    promotionId !== '' &&
    codeStates.includes(state);
  if (!sound) throw damagedStates(span);
}

/** The refusal where the states of codes can't be told. */
export function damagedStates({ batch, from }: Pick<Span, 'batch' | 'from'>): LedgerProblem {
  const name = said('placeStates', { first: String(from + 1), number: String(batch) });
  return damagedPromotion({ name, fault: said('faultStatesUnreadable') });
}

/** The span that holds one code, or null where its import was withdrawn. */
export async function spanAt(tx: Tx, batch: number, position: number): Promise<Span | null> {
  const [span] = await overlapping(tx, { batch, from: position, count: 1 });
  return span ?? null;
}

/** Where one code of an act stands. */
export type OneCode = Pick<CodeRange, 'batch' | 'from'>;

/** One code as a range, where it lies in this one; else null. */
export function onlyIn(range: CodeRange, { batch, from }: OneCode): CodeRange | null {
  const inside = range.batch === batch && range.from <= from && from < range.from + range.count;
  return inside ? { batch, from, count: 1 } : null;
}

/** The part of one range that lies in another of the same batch. */
export function within(part: CodeRange, range: CodeRange): CodeRange {
  const from = Math.max(part.from, range.from);
  const end = Math.min(part.from + part.count, range.from + range.count);
  return { batch: part.batch, from, count: end - from };
}

/** The same where they share a code; else null. */
export function onlyPart(part: CodeRange, range: CodeRange): CodeRange | null {
  const shared = part.batch === range.batch ? within(part, range) : null;
  return shared && shared.count > 0 ? shared : null;
}

/** Makes a range one span of its own; what it cut from its neighbours keeps its state. */
export async function setSpan(tx: WriteTx, span: Span): Promise<void> {
  const store = tx.objectStore('spans');
  const old = await overlapping(tx, span);
  const end = span.from + span.count;
  const first = old[0];
  const last = old.at(-1);
  const reaches = last && last.from + last.count > end;
  if (reaches) {
    const rest = IDBKeyRange.bound([span.batch, end], [span.batch, last.from + last.count], false, true);
    if ((await store.getKey(rest)) !== undefined) throw damagedStates(last);
  }
  // Requests of a transaction are done in order, so that they need not wait for each other.
  const puts: Promise<unknown>[] = [];
  if (first && first.from < span.from) puts.push(store.put({ ...first, count: span.from - first.from }));
  if (reaches) puts.push(store.put({ ...last, from: end, count: last.from + last.count - end }));
  if (old.length > 1) {
    puts.push(store.delete(IDBKeyRange.bound([span.batch, span.from], [span.batch, end], true, true)));
  }
  await Promise.all([...puts, store.put(span)]);
}
