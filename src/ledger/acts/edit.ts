import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { seqsThatGive } from '../codes/giving-out';
import { overlapping, setSpan, within } from '../codes/spans';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { write } from '../store/transact';

/** Whom an act went to, as it should read. */
export interface WhomItWas {
  readonly to: string;
  readonly channel: string;
  readonly note: string;
}

/**
 * Says anew whom an act of giving out went to; its codes stay as they are and the history keeps what it said
 * before. Throws LedgerProblem `not-found` when none of its codes is out, used or canceled any more.
 */
export function editIssuance(db: Db, issuance: string, whom: WhomItWas, by: string): Promise<void> {
  return write(db, async (tx) => {
    const entries = await tx.objectStore('entries').index('issuance').getAll(issuance);
    const own = seqsThatGive(entries);
    const { to, channel, note } = whom;
    const about = { issuance, to: to.trim(), channel: channel.trim(), note: note.trim() };
    const at = new Date().toISOString();
    let edited = 0;
    for (const issue of entries.filter(({ kind }) => kind === 'issue')) {
      for (const span of await overlapping(tx, issue)) {
        if (!own.has(span.issue)) continue;
        const part = { ...span, ...within(span, issue) };
        const { promotionId, batch, from, count } = part;
        const range = { promotionId, batch, from, count };
        const entry = await append(tx, { ...about, ...range, kind: 'edit', undoes: span.issue, at, by });
        await setSpan(tx, { ...part, issue: entry });
        edited += count;
      }
    }
    if (edited === 0) throw new LedgerProblem('not-found', said('problemNothingOutAnyMore'));
  });
}
