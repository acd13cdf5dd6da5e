import type { Entry, Tx } from '../store/schema';
import { entryAt } from './entry-at';

/** `seq` of the entries that say of an act to whom it went: its issues, and the edits of them. */
export function seqsThatGive(entries: readonly Entry[]): Set<number> {
  return new Set(entries.filter(({ kind }) => kind === 'issue' || kind === 'edit').map(({ seq }) => seq));
}

/** The first entry of a giving-out, given one that may be an edit of it. */
export async function originOf(tx: Tx, seq: number): Promise<number> {
  let entry = await entryAt(tx, seq);
  while (entry?.kind === 'edit') entry = await entryAt(tx, entry.undoes);
  return entry?.seq ?? seq;
}
