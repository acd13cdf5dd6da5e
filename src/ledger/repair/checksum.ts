import { joined } from '../../domain/text/bytes';
import { rowsOf, sharedStores } from '../follow/copy-rows';
import type { Db } from '../store/schema';

/** All that is shared; hashes follow from the codes. */
const stores = sharedStores.filter((store) => store !== 'hashes');

const rowsAtOnce = 2000;

/**
 * A number for all codes, their states and their history, hex: two ledgers that came to the same by the same acts have
 * the same. Nothing may be written meanwhile.
 */
export async function checksum(db: Db): Promise<string> {
  let sum = new Uint8Array(32);
  for (const store of stores) {
    for await (const rows of rowsOf(db, store, rowsAtOnce)) {
      const text = new TextEncoder().encode(JSON.stringify([store, rows.map(inOrder)]));
      sum = new Uint8Array(await crypto.subtle.digest('SHA-256', joined(sum, text)));
    }
  }
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
