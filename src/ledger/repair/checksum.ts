import { joined } from '../../domain/text/bytes';
import { rowsOf, sharedStores } from '../follow/copy-rows';
import type { Db } from '../store/schema';

/** All that is shared; hashes follow from the codes. */
const stores = sharedStores.filter((store) => store !== 'hashes');

/**
 * What rows say of people. A copy that follows the log after somebody was forgotten can't read their names from before, up
 * to where the log says that they are gone: until then it has other texts, and the same codes.
 */
const ofPeople: Readonly<Partial<Record<(typeof sharedStores)[number], readonly string[]>>> = {
  entries: ['to', 'handle', 'channel', 'note', 'names'],
  people: ['text', 'crc'],
  promotions: ['channel'],
};

const rowsAtOnce = 2000;

/**
 * A number for all codes, their states and what was done with them, not to whom, hex: two ledgers that came to the same by
 * the same acts have the same. Nothing may be written meanwhile.
 */
export async function checksum(db: Db): Promise<string> {
  let sum = new Uint8Array(32);
  for (const store of stores) {
    for await (const rows of rowsOf(db, store, rowsAtOnce)) {
      const told = rows.map((row) => inOrder(without(row, ofPeople[store] ?? [])));
      const text = new TextEncoder().encode(JSON.stringify([store, told]));
      sum = new Uint8Array(await crypto.subtle.digest('SHA-256', joined(sum, text)));
    }
  }
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function without(row: unknown, fields: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(row as object).filter(([name]) => !fields.includes(name)));
}

/** A row with its fields by name: in which order they were put together says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  );
}
