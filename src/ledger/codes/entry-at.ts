import { rowFault } from '../repair/row-faults';
import type { Entry, Tx } from '../store/schema';
import { instant, some, whole } from '../store/shape-parts';

/** An entry of the history by its number, as far as it can be read; undefined for none. */
export async function entryAt(tx: Tx, seq: unknown): Promise<Entry | undefined> {
  const isSeq = whole.safeParse(seq);
  return isSeq.success ? readableEntry(await tx.objectStore('entries').get(isSeq.data)) : undefined;
}

/**
 * An entry as far as it can be read, for showing only: texts that are none are empty, and so is a time that is none;
 * a range that is none lies in no import.
 */
export function readableEntry(entry: Entry | undefined): Entry | undefined {
  if (!entry || rowFault('entries', entry) === null) return entry;
  const { undoes: _, until: __, ...rest } = entry;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const time = (value: unknown) => instant.safeParse(value).data ?? '';
  const isRange = [entry.batch, entry.count, entry.from + 1].every((each) => some.safeParse(each).success);
  return {
    ...{ ...rest, to: text(entry.to), channel: text(entry.channel), note: text(entry.note) },
    ...{ by: text(entry.by), orderId: text(entry.orderId), issuance: text(entry.issuance) },
    ...(whole.safeParse(entry.undoes).success ? { undoes: entry.undoes } : {}),
    ...(time(entry.until) === '' ? {} : { until: entry.until }),
    ...(isRange ? {} : { batch: 0, from: 0, count: 1 }),
    at: time(entry.at),
  } as Entry;
}
