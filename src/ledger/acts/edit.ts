import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { seqsThatGive } from '../codes/giving-out';
import { type OneCode, onlyIn, overlapping, setSpan, within } from '../codes/spans';
import { timeOf } from '../follow/stamps';
import { People } from '../people/people';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { writeShared } from '../store/transact';

/** Whom an act went to, as it should read. */
export interface WhomItWas {
  readonly to: string;
  readonly channel: string;
  readonly note: string;
}

/**
 * Says anew whom an act of giving out went to, or the code that somebody of a list got (`only`); its codes stay as
 * they are and the history keeps what it said before. Throws LedgerProblem `not-found` when none of its codes is
 * out, used or canceled any more, `not-allowed` for all people of a list at once.
 */
export function editIssuance(
  db: Db,
  issuance: string,
  whom: WhomItWas,
  by: string,
  only?: OneCode,
): Promise<void> {
  return writeShared(db, async (tx) => {
    const entries = await tx.objectStore('entries').index('issuance').getAll(issuance);
    const own = seqsThatGive(entries);
    const { to, channel, note } = whom;
    const about = { issuance, to: to.trim(), channel: channel.trim(), note: note.trim() };
    const at = timeOf(tx);
    const people = new People(tx);
    let edited = 0;
    for (const issue of entries.filter(({ kind }) => kind === 'issue')) {
      if (issue.people && !only) throw new LedgerProblem('not-allowed', said('problemEditEach'));
      const range = only ? onlyIn(issue, only) : issue;
      for (const span of range ? await overlapping(tx, range) : []) {
        if (!range || !own.has(span.issue)) continue;
        const part = { ...span, ...within(span, range) };
        const { promotionId, batch, from, count } = part;
        const before = await tx.objectStore('entries').get(span.issue);
        const handle = before ? (await people.at(before, from)).handle : '';
        const entry = await append(tx, {
          ...{ ...about, promotionId, batch, from, count, kind: 'edit', undoes: span.issue, at, by },
          ...(handle === '' ? {} : { handle }),
        });
        await setSpan(tx, { ...part, issue: entry });
        edited += count;
      }
    }
    if (edited === 0) throw new LedgerProblem('not-found', said('problemNothingOutAnyMore'));
  });
}
