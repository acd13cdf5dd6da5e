import { isRecord, kept, onKeptChange } from './local';

/** What the extension's own storage remembers of the ledger; the browser keeps the two apart. */
export interface Witness {
  /** The ledger's revision, which only grows. */
  readonly revision: number;
  /** How many codes it held, of whatever state. */
  readonly codes: number;
  /** ISO. */
  readonly at: string;
}

const key = 'ledger-witness';

export const witness = kept(key, (stored): Witness | null => {
  const { revision, codes, at } = isRecord(stored) ? stored : {};
  const whole = typeof revision === 'number' && typeof codes === 'number' && typeof at === 'string';
  return whole ? { revision, codes, at } : null;
});

/** Calls back whenever a page has seen the ledger change; unlike the page's own word, this wakes a stopped worker. Returns the way to stop. */
export function onWitness(listener: () => void): () => void {
  return onKeptChange(key, listener);
}
