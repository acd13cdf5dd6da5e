import { normaliseCode } from '../../domain/codes/claim-code';
import { type Said, said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { type CodeRange, codeAt } from '../codes/blocks';
import { count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { locateOne } from '../codes/lookup';
import { setSpan, spanAt } from '../codes/spans';
import { settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import { refuseLeased } from '../leases/leased';
import { People } from '../people/people';
import { promotionIn } from '../promotions/promotions';
import { LedgerProblem } from '../store/problem';
import type { Db, Span, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { placeOf } from '../views/place-of';
import type { Issued, IssueTo } from './issue';
import { unuseIn, useIn, wasOutCanceled } from './mark-used';

/**
 * Notes that a code that was given out was used in an order, also where it was canceled since: Amazon takes it
 * all the same. The order id is kept as typed, trimmed.
 * Throws LedgerProblem `not-found`, `not-allowed` (not given out), `already-redeemed`.
 */
export function redeem(db: Db, code: string, orderId: string, by: string): Promise<{ promotionId: string }> {
  return actOnCode(db, code, async (tx, span) => {
    await refuseRedeemed(tx, span, code);
    if (span.state !== 'issued' && !wasOutCanceled(span))
      throw new LedgerProblem('not-allowed', notOut(span, code));
    const { change } = await useIn(tx, span, orderId, by);
    await count(tx, span.promotionId, change);
  });
}

/** Takes a redemption back. Throws LedgerProblem `not-found`, `not-allowed` (none is noted). */
export async function unredeem(db: Db, code: string, by: string): Promise<void> {
  await actOnCode(db, code, async (tx, span) => {
    if (span.redeem === 0) {
      throw new LedgerProblem('not-allowed', said('problemNoOrderNoted', { code: normaliseCode(code) }));
    }
    await count(tx, span.promotionId, await unuseIn(tx, span, by));
    await settleUnited(tx, [span.batch]);
  });
}

/**
 * Gives out this very code, also when it is kept back.
 * Throws LedgerProblem `not-found`, `not-allowed` (given out, canceled or handed over already).
 */
export async function issueCode(db: Db, code: string, to: IssueTo): Promise<Issued> {
  const about = { issuance: newId(db), at: timeOf(db) };
  const ranges: CodeRange[] = [];
  const codes: string[] = [];
  const { promotionId } = await actOnCode(db, code, async (tx, span, kept) => {
    const { batch, from, count: one, promotionId } = span;
    if (span.state !== 'available' && span.state !== 'held') {
      const place = await placeOf(tx, new People(tx), span, from, await promotionIn(tx, promotionId));
      throw new LedgerProblem('not-allowed', said('problemCodeIsIn', { code: normaliseCode(code), place }));
    }
    await refuseLeased(tx, span);
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
