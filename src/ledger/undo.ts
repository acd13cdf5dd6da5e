import { type CodeRange, joined } from './blocks';
import { count } from './counting';
import { append } from './log';
import { LedgerProblem } from './problem';
import type { Db, Entry, Tx } from './schema';
import { overlapping, setSpan, within } from './spans';
import { writeCodes } from './transact';

/**
 * Takes back one act of giving out, whole; cancelled codes of it stay cancelled. The codes go to the
 * very end of the line. Throws LedgerProblem `already-redeemed` when one was used in an order,
 * `not-allowed` when nothing of it is out any more, `not-found`.
 */
export function undoIssuance(db: Db, issuance: string, by: string): Promise<{ returned: number }> {
  return writeCodes(db, async (tx) => {
    const issues = (await tx.objectStore('entries').index('issuance').getAll(issuance)).filter(
      (entry) => entry.kind === 'issue',
    );
    const [first] = issues;
    if (!first)
      throw new LedgerProblem('not-found', 'This giving-out is not in the history. Reload the page.');
    const at = new Date().toISOString();
    let returned = 0;
    for (const issue of issues) {
      const { to, channel, promotionId } = issue;
      const kept = { issuance, promotionId, to, channel, note: '', at, by };
      for (const range of await stillOut(tx, issue)) {
        const entry = await append(tx, { ...kept, ...range, kind: 'undo', undoes: issue.seq });
        await setSpan(tx, { ...range, promotionId, state: 'available', entry, issue: 0, redeem: 0 });
        returned += range.count;
      }
    }
    if (returned === 0)
      throw new LedgerProblem('not-allowed', 'These codes were taken back or cancelled already.');
    await count(tx, first.promotionId, { issued: -returned, available: returned });
    return { returned };
  });
}

async function stillOut(tx: Tx, issue: Entry): Promise<CodeRange[]> {
  const spans = (await overlapping(tx, issue)).filter(
    (span) => span.issue === issue.seq && span.state === 'issued',
  );
  if (spans.some((span) => span.redeem > 0)) {
    throw new LedgerProblem(
      'already-redeemed',
      'A code of these was used in an order, so they can’t be taken back together.',
    );
  }
  return joined(spans.map((span) => within(span, issue)));
}
