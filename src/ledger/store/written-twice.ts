import { wrap } from 'idb';
import { codeIdentity } from '../../domain/codes/claim-code';
import { namesOf } from '../codes/append-entry';
import { forEachCollision, forEachCommon } from '../codes/code-index';
import { newId, timeOf } from '../follow/stamps';
import { People } from '../people/people';
import { request } from './raw';
import type { BatchRow, Block, CountsRow, Entry, Span, Tx } from './schema';
import { blockSize } from './schema';

/** The act under which all but one place of a code is canceled that stands here in two ways of writing. */
export const writtenTwice = {
  act: 'written-twice',
  note: 'The same code stands here twice, once with hyphens and once without. It counts in its other place.',
} as const;

/** The filed codes of an import, and which ways of writing it has. */
export interface Filed {
  readonly batch: BatchRow;
  readonly words: BigUint64Array;
  readonly hyphened: boolean;
  readonly unbroken: boolean;
}

interface Spot {
  readonly batch: number;
  readonly position: number;
}

/**
 * Lets each code count once: of two places of one code the one with the farthest state stays, the other is
 * canceled for good, and what is in force there counts where the code stays: who has it by the other place keeps
 * it, whatever ends here. In the browser's own types, for a migration. True where there were any.
 */
export async function settleWrittenTwice(tx: IDBTransaction, imports: readonly Filed[]): Promise<boolean> {
  const pairs = await samePairs(tx, candidates(imports));
  for (const [a, b] of pairs) await keepFarthest(tx, a, b);
  return pairs.length > 0;
}

/** Pairs of places with one hash; only imports of different ways of writing can hold one code twice. */
function candidates(imports: readonly Filed[]): [Spot, Spot][] {
  const found: [Spot, Spot][] = [];
  imports.forEach((one, i) => {
    const spot = (filed: Filed, position: number) => ({ batch: filed.batch.id, position });
    if (one.hyphened && one.unbroken) {
      forEachCollision(one.words, (positions) => {
        positions.forEach((a, k) => {
          for (const b of positions.slice(k + 1)) found.push([spot(one, a), spot(one, b)]);
        });
      });
    }
    for (const other of imports.slice(i + 1)) {
      if (!((one.hyphened && other.unbroken) || (one.unbroken && other.hyphened))) continue;
      forEachCommon(one.words, other.words, (a, b) => found.push([spot(one, a), spot(other, b)]));
    }
  });
  return found;
}

async function samePairs(tx: IDBTransaction, pairs: readonly [Spot, Spot][]): Promise<[Spot, Spot][]> {
  const texts = new Map<string, readonly string[]>();
  const identity = async ({ batch, position }: Spot) => {
    const n = Math.floor(position / blockSize);
    const key = `${batch}/${n}`;
    if (!texts.has(key)) {
      const block = await request<Block | undefined>(tx.objectStore('blocks').get([batch, n]));
      texts.set(key, block?.text.split('\n') ?? []);
    }
    return codeIdentity(texts.get(key)?.[position % blockSize] ?? '');
  };
  const same: [Spot, Spot][] = [];
  for (const [a, b] of pairs) {
    const code = await identity(a);
    if (code !== null && code === (await identity(b))) same.push([a, b]);
  }
  return same;
}

async function keepFarthest(tx: IDBTransaction, a: Spot, b: Spot): Promise<void> {
  const [first, second] = [await spanOf(tx, a), await spanOf(tx, b)];
  if (!first || !second || (await isSettled(tx, first)) || (await isSettled(tx, second))) return;
  // Of two that went equally far, the one that did so first stays.
  const [left, at, kept, stays] = rank(second) > rank(first) ? [first, a, second, b] : [second, b, first, a];
  await carryOver(tx, one(left, at), one(kept, stays), kept);
  await cancel(tx, one(left, at), left);
}

function one(span: Span, { position }: Spot): Span {
  return { ...span, from: position, count: 1 };
}

/** Notes at the place that stays what is in force at the other one: to whom it went, and that it was canceled. */
async function carryOver(tx: IDBTransaction, other: Span, place: Span, whole: Span): Promise<void> {
  const entries = tx.objectStore('entries');
  const { promotionId, batch, from, count } = place;
  const carry = async (of: number, kind: Entry['kind']) => {
    const entry = await request<Entry | undefined>(entries.get(of));
    if (!entry) return 0;
    const { seq: _, id, undoes: __, people, ...told } = entry;
    // Of a list, only whom this code went to counts there.
    const person = people && (await new People(wrap(tx) as Tx).at(entry, other.from));
    const about = person ? { ...told, ...person, names: namesOf(person) } : told;
    const act = kind === 'void' ? { act: entry.act ?? id } : {};
    return append(tx, { ...about, ...act, kind, promotionId, batch, from, count, merged: true });
  };
  const issue = other.issue > 0 ? await carry(other.issue, 'issue') : 0;
  const state = other.state === 'moved' ? 'move' : other.state === 'void' ? 'void' : null;
  const rest = state ? await carry(other.entry, state) : 0;
  if (issue + rest > 0) await markUnited(tx, batch);
  if (place.issue === 0 && issue > 0) await putPart(tx, { ...place, issue }, whole);
}

async function markUnited(tx: IDBTransaction, id: number): Promise<void> {
  const batches = tx.objectStore('batches');
  const row = await request<BatchRow | undefined>(batches.get(id));
  if (row) await request(batches.put({ ...row, united: true }));
}

/** Canceled already for the sake of another place: it says nothing of how far the code has come. */
async function isSettled(tx: IDBTransaction, { state, entry }: Span): Promise<boolean> {
  if (state !== 'void') return false;
  return (await request<Entry | undefined>(tx.objectStore('entries').get(entry)))?.act === writtenTwice.act;
}

/** How far a code has come: from here on it never goes back. */
function rank({ state, redeem }: Span): number {
  return redeem > 0 ? 5 : ['available', 'held', 'moved', 'issued', 'void'].indexOf(state);
}

async function cancel(tx: IDBTransaction, one: Span, whole: Span): Promise<void> {
  const { promotionId, batch, from, count } = one;
  const at = timeOf(wrap(tx) as Tx);
  const issue = await request<Entry | undefined>(tx.objectStore('entries').get(one.issue));
  const about = { issuance: issue?.issuance ?? writtenTwice.act, promotionId, batch, from, count };
  const said = { to: '', channel: '', note: writtenTwice.note, at, by: '', names: [] };
  if (one.redeem > 0) await append(tx, { ...about, ...said, kind: 'unredeem' });
  const seq = await append(tx, { ...about, ...said, kind: 'void', act: writtenTwice.act });
  // Once an act that canceled it before is undone, this one is still in force.
  if (one.state === 'void') return markUnited(tx, batch);
  await putPart(tx, { ...one, state: 'void', entry: seq, redeem: 0 }, whole);
  await countAnew(tx, one);
}

/** Makes one code a range of its own, cut out of the one that held it. */
async function putPart(tx: IDBTransaction, part: Span, whole: Span): Promise<void> {
  const spans = tx.objectStore('spans');
  const { from } = part;
  const end = whole.from + whole.count;
  if (whole.from < from) await request(spans.put({ ...whole, count: from - whole.from }));
  if (end > from + 1) await request(spans.put({ ...whole, from: from + 1, count: end - from - 1 }));
  await request(spans.put(part));
}

async function append(tx: IDBTransaction, entry: Omit<Entry, 'seq' | 'id'>): Promise<number> {
  const entries = tx.objectStore('entries');
  const last = await request(entries.openKeyCursor(null, 'prev'));
  const seq = Number(last?.key ?? 0) + 1;
  await request(entries.add({ ...entry, seq, id: newId(wrap(tx) as Tx) }));
  return seq;
}

async function countAnew(tx: IDBTransaction, { promotionId, state, redeem }: Span): Promise<void> {
  const row = await request<CountsRow | undefined>(tx.objectStore('counts').get(promotionId));
  if (!row) return;
  const counts = { ...row, redeemed: row.redeemed - (redeem > 0 ? 1 : 0) };
  counts[state] -= 1;
  counts.void += 1;
  const out = IDBKeyRange.bound(
    [promotionId, 'issued', 0],
    [promotionId, 'issued', Number.POSITIVE_INFINITY],
  );
  const last = await request(tx.objectStore('spans').index('line').openCursor(out, 'prev'));
  const entry = await request<Entry | undefined>(tx.objectStore('entries').get(last?.value.entry ?? 0));
  const batch = await request<BatchRow | undefined>(tx.objectStore('batches').get(entry?.batch ?? 0));
  const lastIssuedAt = entry && entry.at !== batch?.at ? entry.at : null;
  await request(tx.objectStore('counts').put({ ...counts, lastIssuedAt }));
}

async function spanOf(tx: IDBTransaction, { batch, position }: Spot): Promise<Span | null> {
  const upTo = IDBKeyRange.bound([batch, 0], [batch, position]);
  const span = (await request(tx.objectStore('spans').openCursor(upTo, 'prev')))?.value as Span | undefined;
  return span && span.from + span.count > position ? span : null;
}
