import type { CodeUse } from '../../domain/codes/uses-in-text';
import { append } from '../codes/append-entry';
import { addChange, type Change, count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { locate, type Place } from '../codes/lookup';
import { setSpan, spanAt } from '../codes/spans';
import { settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import type { Db, Span, StoreName, Tx, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { unuseIn, useIn, wasOutCanceled } from './mark-used';

/**
 * What is to be done with a code that is told to be used in an order.
 *
 * - `mark`: it is out, and counts as used from now on
 * - `mark-left`: it is left here, and counts as given out and used: the line must not hand it to anybody
 * - `same`: it is noted as used in this very order already
 * - `other`: it is noted as used in another order, or told of two
 * - `canceled`: it was canceled before it ever went out; `moved`: it was handed over to a colleague
 * - `unknown`: it is not here
 */
export type UseVerdict = 'mark' | 'mark-left' | 'same' | 'other' | 'canceled' | 'moved' | 'unknown';

/** One code that is told to be used, judged; `known`: the order in which it is noted as used. */
export interface JudgedUse {
  readonly verdict: UseVerdict;
  readonly known: string;
}

/** One code that was marked, for undoing it; `issue` is 0 where it was out already. */
export interface MarkedUse {
  readonly batch: number;
  readonly from: number;
  readonly redeem: number;
  readonly issue: number;
}

/** What marking codes as used came to. */
export interface MarkedUses {
  readonly marked: readonly MarkedUse[];
  readonly judged: readonly JudgedUse[];
}

type Told = Pick<CodeUse, 'code' | 'order'>;

const stores: StoreName[] = ['batches', 'hashes', 'blocks', 'spans', 'entries'];

/** What marking these codes as used would do with each, in their order. Changes nothing. */
export async function planUses(db: Db, uses: readonly Told[]): Promise<JudgedUse[]> {
  if (uses.length === 0) return [];
  return read(db, stores, async (tx) => {
    const places = await placesOf(tx, uses);
    const judging = new Judging(tx);
    const judged: JudgedUse[] = [];
    for (const [i, { order }] of uses.entries()) judged.push((await judging.judge(places[i], order)).told);
    return judged;
  });
}

/**
 * Marks codes as used, each in its order, in one transaction: all that can be. What another tab marked since the
 * preview stays as it is.
 */
export async function markUses(db: Db, uses: readonly Told[], by: string): Promise<MarkedUses> {
  const places = await read(db, stores, (tx) => placesOf(tx, uses));
  if (places.every((place) => place === undefined))
    return { marked: [], judged: uses.map(() => ({ verdict: 'unknown', known: '' })) };
  return writeCodes(db, async (tx) => {
    const judging = new Judging(tx);
    const changes = new Changes();
    const [marked, judged]: [MarkedUse[], JudgedUse[]] = [[], []];
    for (const [i, { order }] of uses.entries()) {
      const { told, span } = await judging.judge(places[i], order);
      judged.push(told);
      if (!span || (told.verdict !== 'mark' && told.verdict !== 'mark-left')) continue;
      const out = told.verdict === 'mark' ? span : await givenOut(tx, span, by, changes);
      const { entry, change } = await useIn(tx, out, order, by);
      changes.add(span.promotionId, change);
      const { batch, from } = span;
      const isNew = out !== span;
      marked.push({ batch, from, redeem: entry, issue: isNew ? out.issue : 0 });
    }
    await changes.write(tx);
    return { marked, judged };
  });
}

/** Undoes marks that were just made; those that changed since are left. How many were taken back. */
export function undoUses(db: Db, marked: readonly MarkedUse[], by: string): Promise<{ undone: number }> {
  return writeCodes(db, async (tx) => {
    const changes = new Changes();
    let undone = 0;
    for (const mark of marked) {
      const found = await spanAt(tx, mark.batch, mark.from);
      if (found?.redeem !== mark.redeem) continue;
      const span = { ...found, from: mark.from, count: 1 };
      changes.add(span.promotionId, await unuseIn(tx, span, by));
      undone++;
      const left = await spanAt(tx, mark.batch, mark.from);
      if (left && mark.issue > 0 && left.issue === mark.issue)
        await backInLine(tx, { ...left, from: mark.from, count: 1 }, mark, by, changes);
    }
    await changes.write(tx);
    await settleUnited(
      tx,
      marked.map(({ batch }) => batch),
    );
    return { undone };
  });
}

/** Where each code stands; a code typed with O for 0 or I for 1 is the real one. */
async function placesOf(tx: Tx, uses: readonly Told[]): Promise<(Place | undefined)[]> {
  const { exact, alike } = await locate(tx, [...new Set(uses.map(({ code }) => code))]);
  return uses.map(({ code }) => exact.get(code) ?? alike.get(code));
}

/** Judges one code after the other: what an earlier one of the same list does counts already. */
class Judging {
  readonly #orders = new Map<string, string>();

  constructor(private readonly tx: Tx) {}

  async judge(place: Place | undefined, order: string): Promise<{ told: JudgedUse; span: Span | null }> {
    const found = place && (await spanAt(this.tx, place.batch, place.position));
    if (!place || !found) return { told: { verdict: 'unknown', known: '' }, span: null };
    const span = { ...found, from: place.position, count: 1 };
    const key = `${place.batch}/${place.position}`;
    const used = this.#orders.get(key) ?? (await this.#usedIn(span));
    if (used !== null) {
      const verdict = used === order ? 'same' : 'other';
      return { told: { verdict, known: used }, span };
    }
    const verdict = verdictOf(span);
    if (verdict === 'mark' || verdict === 'mark-left') this.#orders.set(key, order);
    return { told: { verdict, known: '' }, span };
  }

  async #usedIn({ redeem }: Span): Promise<string | null> {
    return redeem > 0 ? ((await entryAt(this.tx, redeem))?.orderId?.trim() ?? '') : null;
  }
}

function verdictOf(span: Span): UseVerdict {
  if (span.state === 'moved') return 'moved';
  if (span.state === 'void') return wasOutCanceled(span) ? 'mark' : 'canceled';
  return span.state === 'issued' ? 'mark' : 'mark-left';
}

/** Takes a code that is left out of the line: somebody had it, whoever that was. */
async function givenOut(tx: WriteTx, span: Span, by: string, changes: Changes): Promise<Span> {
  const { promotionId, batch, from, count, state } = span;
  const act = { issuance: newId(tx), at: timeOf(tx), by };
  const about = { ...act, promotionId, batch, from, count, to: '', channel: '', note: '' };
  const held = state === 'held' ? { undoes: span.entry } : {};
  const entry = await append(tx, { ...about, ...held, kind: 'issue', seen: true });
  const out: Span = { ...span, state: 'issued', entry, issue: entry };
  await setSpan(tx, out);
  changes.add(promotionId, { [state]: -1, issued: 1 });
  return out;
}

/**
 * Puts a code that was left before back where it was: into the line, or on hold. What somebody gave out stays out, and
 * what was kept for somebody is kept for them, whatever the mark says.
 */
async function backInLine(
  tx: WriteTx,
  span: Span,
  mark: MarkedUse,
  by: string,
  changes: Changes,
): Promise<void> {
  const { promotionId, batch, from, count } = span;
  const issue = await tx.objectStore('entries').get(mark.issue);
  if (!issue?.seen) return;
  const at = timeOf(tx);
  const range = { promotionId, batch, from, count };
  const about = { issuance: issue.issuance, to: '', channel: '', note: '', at, by };
  const entry = await append(tx, { ...range, ...about, kind: 'undo', undoes: mark.issue });
  const hold = issue.undoes ? await tx.objectStore('entries').get(issue.undoes) : undefined;
  if (hold?.kind !== 'hold') {
    await setSpan(tx, { ...span, state: 'available', entry, issue: 0 });
    changes.add(promotionId, { issued: -1, available: 1 });
    return;
  }
  const { seq: _, id: __, names: ___, ...again } = hold;
  const held = await append(tx, { ...again, ...range, at, by });
  await setSpan(tx, { ...span, state: 'held', entry: held, issue: 0 });
  changes.add(promotionId, { issued: -1, held: 1 });
}

/** What several promotions' codes come to, counted once each. */
class Changes {
  readonly #sums = new Map<string, Change>();

  add(promotionId: string, change: Change): void {
    const sum = this.#sums.get(promotionId) ?? {};
    addChange(sum, change);
    this.#sums.set(promotionId, sum);
  }

  async write(tx: WriteTx): Promise<void> {
    for (const [promotionId, change] of this.#sums) await count(tx, promotionId, change);
  }
}
