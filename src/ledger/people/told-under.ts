import type { CodeRange } from '../codes/blocks';
import { entryAt, readableEntry } from '../codes/entry-at';
import type { Entry, Tx } from '../store/schema';
import type { Told } from './known-people';

/** An entry that is found by a name, and which of its codes. */
export interface ToldUnder {
  readonly entry: Entry;
  readonly range: CodeRange;
  /** A list beside the entry told the name. */
  readonly listed: boolean;
}

/** The entries that are found by a name, newest first, with those that told it in a list beside them (`listed`, oldest first). */
export async function* toldUnder(tx: Tx, name: string, listed: readonly Told[]): AsyncGenerator<ToldUnder> {
  const index = tx.objectStore('entries').index('names');
  let left = listed.length;
  const newerThan = async function* (seq: number): AsyncGenerator<ToldUnder> {
    for (let told = listed[left - 1]; told && told.entry > seq; told = listed[left - 1]) {
      left--;
      const entry = await entryAt(tx, told.entry);
      if (!entry?.people || told.index >= entry.count) continue;
      yield {
        entry,
        range: { batch: entry.batch, from: entry.from + told.index, count: 1 },
        listed: true,
      };
    }
  };
  for (let at = await index.openCursor(name, 'prev'); at; at = await at.continue()) {
    yield* newerThan(at.value.seq);
    const entry = readableEntry(at.value) ?? at.value;
    const { batch, from, count } = entry;
    yield { entry, range: { batch, from, count }, listed: false };
  }
  yield* newerThan(0);
}
