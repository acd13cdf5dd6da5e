import { append, type NewEntry } from '../codes/append-entry';
import type { Change } from '../codes/counting';
import { originOf } from '../codes/giving-out';
import { setSpan } from '../codes/spans';
import { newId, timeOf } from '../follow/stamps';
import type { Span, WriteTx } from '../store/schema';

/** Whether a code was canceled after it had gone out: Amazon takes it all the same. */
export function wasOutCanceled({ state, issue }: Span): boolean {
  return state === 'void' && issue > 0;
}

/** Notes that the one code of this span, which is out, was used in an order; the entry that says so, and what to count. */
export async function useIn(
  tx: WriteTx,
  span: Span,
  orderId: string,
  by: string,
): Promise<{ readonly entry: number; readonly change: Change }> {
  const canceled = wasOutCanceled(span);
  const entry = await append(tx, {
    ...(await about(tx, span, by)),
    kind: 'redeem',
    orderId: orderId.trim(),
  });
  const issued = await originOf(tx, span.issue);
  await setSpan(tx, { ...span, state: 'issued', entry: canceled ? issued : span.entry, redeem: entry });
  return { entry, change: { redeemed: 1, ...(canceled ? { issued: 1, void: -1 } : {}) } };
}

/** Takes back that the one code of this span was used; what to count. */
export async function unuseIn(tx: WriteTx, span: Span, by: string): Promise<Change> {
  await append(tx, { ...(await about(tx, span, by)), kind: 'unredeem', undoes: span.redeem });
  // A code that was canceled, then known as used, is canceled again.
  const canceled = span.issue > 0 ? await voidOf(tx, span) : undefined;
  await setSpan(
    tx,
    canceled ? { ...span, redeem: 0, state: 'void', entry: canceled } : { ...span, redeem: 0 },
  );
  return { redeemed: -1, ...(canceled ? { issued: -1, void: 1 } : {}) };
}

async function about(tx: WriteTx, span: Span, by: string): Promise<Omit<NewEntry, 'kind'>> {
  const issue = await tx.objectStore('entries').get(span.issue);
  const { promotionId, batch, from, count } = span;
  const issuance = issue?.issuance ?? newId(tx);
  const at = timeOf(tx);
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
