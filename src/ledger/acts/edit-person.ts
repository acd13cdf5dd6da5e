import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import type { CodeRange } from '../codes/blocks';
import { onlyPart, overlapping, setSpan } from '../codes/spans';
import { timeOf } from '../follow/stamps';
import { People } from '../people/people';
import { LedgerProblem } from '../store/problem';
import type { Db, Entry } from '../store/schema';
import { writeShared } from '../store/transact';

/** How somebody is to be written; null leaves each code the note that it has. */
export interface PersonEdit {
  readonly to: string;
  readonly handle: string;
  readonly note: string | null;
}

/**
 * Writes anew who has these codes, all in one transaction; channels and states stay, and the history keeps what it
 * said before. Throws LedgerProblem `not-found` when none of them went out to anybody.
 */
export function editPerson(
  db: Db,
  ranges: readonly CodeRange[],
  edit: PersonEdit,
  by: string,
): Promise<{ codes: number }> {
  return writeShared(db, async (tx) => {
    const at = timeOf(tx);
    const people = new People(tx);
    let codes = 0;
    for (const range of ranges) {
      for (const span of await overlapping(tx, range)) {
        const part = onlyPart(span, range);
        const before = part && span.issue > 0 ? await tx.objectStore('entries').get(span.issue) : undefined;
        if (!part || !before) continue;
        for (const each of before.people ? oneByOne(part) : [part]) {
          const entry = await append(tx, { ...(await edited(people, before, each, edit)), at, by });
          await setSpan(tx, { ...span, ...each, issue: entry });
          codes += each.count;
        }
      }
    }
    if (codes === 0) throw new LedgerProblem('not-found', said('problemNothingOutAnyMore'));
    return { codes };
  });
}

async function edited(people: People, before: Entry, range: CodeRange, edit: PersonEdit) {
  const { channel, note } = await people.at(before, range.from);
  const { issuance, promotionId, seq: undoes } = before;
  const handle = edit.handle.trim();
  return {
    ...{ issuance, promotionId, ...range, kind: 'edit' as const, undoes, channel },
    ...{ to: edit.to.trim(), note: edit.note === null ? note : edit.note.trim() },
    ...(handle === '' ? {} : { handle }),
  };
}

function oneByOne({ batch, from, count }: CodeRange): CodeRange[] {
  return Array.from({ length: count }, (_, i) => ({ batch, from: from + i, count: 1 }));
}
