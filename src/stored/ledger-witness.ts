import { isRecord, kept } from './local';

/** What the extension's own storage remembers of the ledger; the browser keeps the two apart. */
export interface Witness {
  /** The ledger's revision, which only grows. */
  readonly revision: number;
  /** How many codes it held, of whatever state. */
  readonly codes: number;
  /** ISO. */
  readonly at: string;
}

export const witness = kept('ledger-witness', (stored): Witness | null => {
  const { revision, codes, at } = isRecord(stored) ? stored : {};
  const whole = typeof revision === 'number' && typeof codes === 'number' && typeof at === 'string';
  return whole ? { revision, codes, at } : null;
});
