import { normaliseCode } from '../../domain/codes/claim-code';
import { type Said, said } from '../../domain/problem';
import { append, type NewEntry } from '../codes/append-entry';
import { type CodeRange, codeAt } from '../codes/blocks';
import { count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { locateOne } from '../codes/lookup';
import { setSpan, spanAt } from '../codes/spans';
import { settleUnited } from '../copies/unite';
import { People } from '../people/people';
import { promotionIn } from '../promotions/promotions';
import { LedgerProblem } from '../store/problem';
import type { Db, Span, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { placeOf } from '../views/place-of';
import type { Issued, IssueTo } from './issue';

/**
 * Notes that a code that was given out was used in an order, also where it was canceled since: Amazon takes it
 * all the same. The order id is kept as typed, trimmed.
 * Throws LedgerProblem `not-found`, `not-allowed` (not given out), `already-redeemed`.
 */
export function redeem(db: Db, code: string, orderId: string, by: string): Promise<{ promotionId: string }> {
  return actOnCode(db, code, async (tx, span) => {
    await refuseRedeemed(tx, span, code);
    const canceled = span.state === 'void' && span.issue > 0;
    if (span.state !== 'issued' && !canceled) throw new LedgerProblem('not-allowed', notOut(span, code));
    const entry = await append(tx, {
      ...(await about(tx, span, by)),
      kind: 'redeem',
      orderId: orderId.trim(),
    });
    const issued = await originOf(tx, span.issue);
    await setSpan(tx, { ...span, state: 'issued', entry: canceled ? issued : span.entry, redeem: entry });
    await count(tx, span.promotionId, { redeemed: 1, ...(canceled ? { issued: 1, void: -1 } : {}) });
  });
}

/** Takes a redemption back. Throws LedgerProblem `not-found`, `not-allowed` (none is noted). */
export async function unredeem(db: Db, code: string, by: string): Promise<void> {
  await actOnCode(db, code, async (tx, span) => {
    if (span.redeem === 0) {
      throw new LedgerProblem('not-allowed', said('problemNoOrderNoted', { code: normaliseCode(code) }));
    }
    await append(tx, { ...(await about(tx, span, by)), kind: 'unredeem', undoes: span.redeem });
    // A code that was canceled, then known as used, is canceled again.
    const canceled = span.issue > 0 ? await voidOf(tx, span) : undefined;
    await setSpan(
      tx,
      canceled ? { ...span, redeem: 0, state: 'void', entry: canceled } : { ...span, redeem: 0 },
    );
    await count(tx, span.promotionId, { redeemed: -1, ...(canceled ? { issued: -1, void: 1 } : {}) });
    await settleUnited(tx, [span.batch]);
  });
}

/**
 * Gives out this very code, also when it is kept back.
 * Throws LedgerProblem `not-found`, `not-allowed` (given out, canceled or handed over already).
 */
export async function issueCode(db: Db, code: string, to: IssueTo): Promise<Issued> {
  const about = { issuance: crypto.randomUUID(), at: new Date().toISOString() };
  const ranges: CodeRange[] = [];
  const codes: string[] = [];
  const { promotionId } = await actOnCode(db, code, async (tx, span, kept) => {
    const { batch, from, count: one, promotionId } = span;
    if (span.state !== 'available' && span.state !== 'held') {
      const place = await placeOf(tx, new People(tx), span, from, await promotionIn(tx, promotionId));
      throw new LedgerProblem('not-allowed', said('problemCodeIsIn', { code: normaliseCode(code), place }));
    }
    const act = { ...about, promotionId, batch, from, count: one, kind: 'issue' as const };
    const entry = await append(tx, { ...act, to: to.to, channel: to.channel, note: to.note, by: to.by });
    await setSpan(tx, { ...span, state: 'issued', entry, issue: entry });
    await count(tx, promotionId, { [span.state]: -1, issued: 1 });
    ranges.push({ batch, from, count: one });
    codes.push(kept);
  });
  return { ...about, promotionId, codes, ranges, to: to.to, channel: to.channel };
}

/** Runs `act` on the span of one code alone, and on the code as it is kept. Looking it up needs no lock: a code's place never changes. */
export async function actOnCode(
  db: Db,
  code: string,
  act: (tx: WriteTx, span: Span, kept: string) => Promise<void>,
): Promise<{ promotionId: string }> {
  const normal = normaliseCode(code);
  const { place, kept } = await read(
    db,
    ['promotions', 'batches', 'hashes', 'blocks', 'spans'],
    async (tx) => {
      const place = await locateOne(tx, normal);
      return { place, kept: await codeAt(tx, place.batch, place.position) };
    },
  );
  return writeCodes(db, async (tx) => {
    const span = await spanAt(tx, place.batch, place.position);
    if (!span) throw new LedgerProblem('not-found', said('problemImportWithdrawn', { code: normal }));
    await codeAt(tx, place.batch, place.position);
    await act(tx, { ...span, from: place.position, count: 1 }, kept);
    return { promotionId: span.promotionId };
  });
}

async function about(tx: WriteTx, span: Span, by: string): Promise<Omit<NewEntry, 'kind'>> {
  const issue = await tx.objectStore('entries').get(span.issue);
  const { promotionId, batch, from, count } = span;
  const issuance = issue?.issuance ?? crypto.randomUUID();
  const at = new Date().toISOString();
  return { issuance, promotionId, batch, from, count, to: '', channel: '', note: '', at, by };
}

/** The canceling in force for a code, which its use in an order covers; undefined for none. */
async function voidOf(tx: WriteTx, { promotionId, batch, from }: Span): Promise<number | undefined> {
  const acts = tx.objectStore('entries').index('acts');
  const covers = (entry: { batch: number; from: number; count: number }) =>
    entry.batch === batch && entry.from <= from && from < entry.from + entry.count;
  const last = (await acts.getAll([promotionId, 'void'])).findLast(covers);
  const ended = (await acts.getAll([promotionId, 'unvoid'])).some(
    (entry) => covers(entry) && entry.seq > (last?.seq ?? 0),
  );
  return ended ? undefined : last?.seq;
}

/** Throws LedgerProblem `already-redeemed` for a code that is known to be used. */
export async function refuseRedeemed(tx: WriteTx, span: Span, code: string): Promise<void> {
  const used = await entryAt(tx, span.redeem);
  if (!used) return;
  const about = { code: normaliseCode(code), day: { day: used.at } };
  throw new LedgerProblem(
    'already-redeemed',
    used.orderId
      ? said('problemCodeUsedInOn', { ...about, order: used.orderId })
      : said('problemCodeUsedOn', about),
  );
}

/** Why a code that is not out can't be acted on. */
export function notOut(span: Span, code: string): Said {
  const about = { code: normaliseCode(code) };
  return span.state === 'void' ? said('problemCanceledNotOut', about) : said('problemNotOutYet', about);
}
