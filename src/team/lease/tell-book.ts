import { type Db, type LeasedGiving, LedgerProblem, toldGiving } from '../../ledger';
import { isNotReached } from '../pages/team-words';
import type { DoAct } from '../pool/do-act';
import type { Book, BookedGiving } from './book';

interface Telling {
  readonly db: Db;
  readonly does: DoAct;
  isCurrent(): boolean;
}

/**
 * Tells the team what went out offline, one code after the other, and what goes back. A giving leaves the book only once
 * the log has it; where there is more to say of it, it stays until its giver has read that. Resolves early where the
 * team can't be asked: what is left is told the next time. Rejects with TeamProblem where the team takes nothing from
 * this member any more.
 */
export async function tellBook(book: Book, browser: string, to: Telling): Promise<void> {
  for (const giving of await book.givings()) {
    if (giving.news !== undefined) continue;
    if (!to.isCurrent() || !(await tellOne(book, browser, giving, to))) return;
  }
  for (const { lease, ranges } of await book.returns()) {
    if (!to.isCurrent()) return;
    if ((await asked(to.does('returnLease', [lease, [...ranges], browser]))) === 'not now') return;
    await book.endReturn(lease);
  }
}

/** Whether the team could be asked. */
async function tellOne(book: Book, browser: string, giving: BookedGiving, { db, does }: Telling) {
  // Its answer may have been lost, or another page told it: the history knows.
  const told = giving.asked ? await toldGiving(db, giving) : null;
  // The log knows one that is asked again within minutes by the act's id, and at any time by the giving's.
  const id = giving.asked ? crypto.randomUUID() : giving.giving;
  if (!giving.asked) await book.note(giving.giving, { asked: true });
  const outcome = told ?? (await asked(does('giveLeased', [asTold(giving), browser], id)));
  if (outcome === 'not now') return false;
  if (outcome instanceof LedgerProblem) await book.note(giving.giving, { news: outcome.said });
  else if (outcome.canceled) await book.note(giving.giving, { news: 'canceled' });
  else await book.settle(giving.giving);
  return true;
}

/** What it came to, or why it is refused for good; 'not now' where that isn't known. */
async function asked<Result>(work: Promise<Result>): Promise<Result | LedgerProblem | 'not now'> {
  try {
    return await work;
  } catch (error) {
    if (isNotReached(error)) return 'not now';
    if (error instanceof LedgerProblem && (error.code === 'not-found' || error.code === 'not-allowed'))
      return error;
    throw error;
  }
}

function asTold({ giving, lease, code, to, handle, channel, note, at }: BookedGiving): LeasedGiving {
  return { giving, lease, code, to, handle, channel, note, at };
}
