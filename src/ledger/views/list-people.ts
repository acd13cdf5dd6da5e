import type { CodeState } from '../../domain/promotion';
import { codesOf, unreadableCode } from '../codes/blocks';
import { seqsThatGive } from '../codes/giving-out';
import { type OneCode, overlapping, within } from '../codes/spans';
import { People } from '../people/people';
import type { Person } from '../people/person';
import { isDamage } from '../store/problem';
import type { Db, Entry, Tx } from '../store/schema';
import { read } from '../store/transact';

/** Somebody of a list, and what became of the code. */
export interface ListedPerson extends Person {
  readonly code: string;
  readonly place: OneCode;
  /** `returned`: it was taken back into the line, and may be with somebody else by now. */
  readonly state: CodeState | 'returned';
  readonly used: boolean;
}

/** The people that an act of giving out went to, in the order of the codes; empty where all went to the same. */
export function listPeople(db: Db, issuance: string): Promise<ListedPerson[]> {
  return read(db, ['promotions', 'batches', 'blocks', 'entries', 'people', 'spans'], async (tx) => {
    const entries = await tx.objectStore('entries').index('issuance').getAll(issuance);
    const own = seqsThatGive(entries);
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
    const people = new People(tx);
    const listed: ListedPerson[] = [];
    for (const issue of entries.filter((each) => each.kind === 'issue' && each.people)) {
      const codes = await codesToShow(tx, issue);
      for (const span of await overlapping(tx, issue)) {
        const { batch, from, count } = within(span, issue);
        const isOwn = own.has(span.issue);
        const told = (isOwn && bySeq.get(span.issue)) || issue;
        for (let at = from; at < from + count; at++)
          listed.push({
            ...(await people.at(told, at)),
            code: codes[at - issue.from] ?? unreadableCode,
            place: { batch, from: at },
            state: isOwn ? span.state : 'returned',
            used: isOwn && span.redeem > 0,
          });
      }
    }
    return listed;
  });
}

/** Codes that can't be read must not hide whom they went to. */
async function codesToShow(tx: Tx, issue: Entry): Promise<readonly string[]> {
  try {
    return await codesOf(tx, issue);
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}
