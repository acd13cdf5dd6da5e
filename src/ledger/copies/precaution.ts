import { newId, timeOf } from '../follow/stamps';
import type { Entry, Tx } from '../store/schema';
import { day } from '../views/wording';

/** Why codes are held back that came with a copy. */
export type Precaution = ReturnType<typeof precaution>;

/** How its note begins. */
export const precautionStart = 'May have been given out';

/** What is said of codes that are in the line of a copy saved at `madeAt`: they may have gone out there since. */
export function precaution(tx: Tx, madeAt: string, by: string) {
  const note = `${precautionStart} since ${day(madeAt)}, when this copy was saved`;
  const at = timeOf(tx);
  const about = { issuance: newId(tx), to: '', channel: '', note, by, since: madeAt, at };
  return { kind: 'hold', ...about } as const;
}

/** Codes kept back only because they came with a copy: that says nothing of them on the computer they came from. */
export function isPrecaution({ kind, since, to, note }: Entry): boolean {
  return kind === 'hold' && (since !== undefined || (to === '' && note.startsWith(precautionStart)));
}
