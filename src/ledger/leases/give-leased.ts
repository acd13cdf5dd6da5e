import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { type OneCode, onlyIn, setSpan, spanAt } from '../codes/spans';
import { timeOf } from '../follow/stamps';
import { People } from '../people/people';
import { LedgerProblem } from '../store/problem';
import type { Db, Entry, Span, Tx, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import type { Holder } from './lease-acts';
import { holdsOf } from './list-leases';

/** A code of a lease that was given out where the team couldn't be asked. */
export interface LeasedGiving {
  /** Made as it was given out; told again under the same one, it counts once. */
  readonly giving: string;
  readonly lease: string;
  readonly code: OneCode;
  readonly to: string;
  readonly handle: string;
  readonly channel: string;
  readonly note: string;
  /** When it was given out by its holder's clock, ISO 8601 in UTC. */
  readonly at: string;
}

/** What telling of it came to; `canceled`: the lease was canceled before the team heard, and the code went out all the same. */
export interface LeasedTold {
  readonly promotionId: string;
  readonly canceled: boolean;
}

/**
 * Notes that a code of a lease went out, and to whom, whatever became of the lease meanwhile: it can't be called back.
 * Throws LedgerProblem `not-found` where the code was never leased to this holder, `not-allowed` where it is out to
 * somebody else already: that has to be told to people.
 */
export function giveLeased(db: Db, told: LeasedGiving, { holder, by }: Holder): Promise<LeasedTold> {
  return writeCodes(db, async (tx) => {
    const { giving, lease, code } = told;
    const hold = (await holdsOf(tx, lease, holder)).find((each) => onlyIn(each, code));
    const found = hold && (await spanAt(tx, code.batch, code.from));
    if (!hold || !found) throw new LedgerProblem('not-found', said('problemLeaseOther'));
    const span = { ...found, from: code.from, count: 1 };
    const { promotionId } = span;
    const known = { promotionId, canceled: span.state === 'void' };
    if (await isTold(tx, giving, span)) return known;
    const at = between(hold.at, told.at, timeOf(tx));
    const { to, handle, channel, note } = told;
    const whom = { to, channel, note, ...(handle === '' ? {} : { handle }), at, by };
    if (span.issue > 0) await nameWhom(tx, span, giving, whom);
    else await goOut(tx, span, giving, whom);
    return known;
  });
}

/** What telling of this giving came to, where the history has it already; null where it doesn't. */
export function toldGiving(
  db: Db,
  { giving, code }: Pick<LeasedGiving, 'giving' | 'code'>,
): Promise<LeasedTold | null> {
  return read(db, ['entries', 'spans'], async (tx) => {
    const span = await spanAt(tx, code.batch, code.from);
    if (!span || !(await isTold(tx, giving, span))) return null;
    return { promotionId: span.promotionId, canceled: span.state === 'void' };
  });
}

type Whom = Pick<Entry, 'to' | 'channel' | 'note' | 'at' | 'by'> & { readonly handle?: string };

async function isTold(tx: Tx, giving: string, { promotionId }: Span): Promise<boolean> {
  if ((await tx.objectStore('entries').index('issuance').getKey(giving)) !== undefined) return true;
  const edits = await tx.objectStore('entries').index('acts').getAll([promotionId, 'edit']);
  return edits.some(({ act }) => act === giving);
}

/** The code is out from now on; a canceled one stays canceled, with whom it went to. */
async function goOut(tx: WriteTx, span: Span, giving: string, whom: Whom): Promise<void> {
  const { promotionId, batch, from, count: one, state } = span;
  if (state === 'moved') throw new LedgerProblem('not-allowed', said('problemLeaseOther'));
  const entry = await append(tx, {
    ...{ ...whom, kind: 'issue', issuance: giving, promotionId, batch, from, count: one },
  });
  if (state === 'void') return setSpan(tx, { ...span, issue: entry });
  await setSpan(tx, { ...span, state: 'issued', entry, issue: entry });
  await count(tx, promotionId, { [state]: -1, issued: 1 });
}

/** An order told of the code before its holder could: now it is known who had it. */
async function nameWhom(tx: WriteTx, span: Span, giving: string, whom: Whom): Promise<void> {
  const before = await entryAt(tx, span.issue);
  if (!before?.seen) {
    const to = before ? (await new People(tx).at(before, span.from)).to : '';
    throw new LedgerProblem('not-allowed', said('problemLeasedOutTo', { to: to || (before?.by ?? '') }));
  }
  const { promotionId, batch, from, count: one, issue } = span;
  const { issuance } = before;
  const entry = await append(tx, {
    ...{ ...whom, kind: 'edit', issuance, promotionId, batch, from, count: one, undoes: issue, act: giving },
  });
  await setSpan(tx, { ...span, issue: entry });
}

/** The holder's clock may be wrong: it went out after it was leased, and before the team heard of it. */
function between(first: string, told: string, last: string): string {
  const time = Math.min(Math.max(Date.parse(told), Date.parse(first)), Date.parse(last));
  return new Date(time).toISOString();
}
