import { deleteDB } from 'idb';
import { followedTo, openLedger } from '../../ledger';

/** Where what was followed of a team's log is kept: the codes, and what is noted beside them. */
const codes = 'claimcheck';
const notes = 'claimcheck-team-';
/** What was given out offline: whoever leaves was told that it is never noted then. */
const books = 'claimcheck-lease-';

/** Whether this browser still has codes that came from a team's log. */
export async function hasCopy(): Promise<boolean> {
  const db = await openLedger();
  try {
    return (await followedTo(db)) > 0;
  } finally {
    db.close();
  }
}

/** Deletes the copy of a team's codes from this browser. Every page of ours lets go of it, and is to be loaded anew. */
export async function deleteCopy(): Promise<void> {
  const all = await indexedDB.databases();
  const names = all.flatMap(({ name = '' }) =>
    name === codes || name.startsWith(notes) || name.startsWith(books) ? [name] : [],
  );
  await Promise.all(names.map((name) => deleteDB(name)));
}
