import { noteFollowed, type Stamps } from '../../ledger';

/**
 * Time and ids of one act, the same wherever it is run: the time is when the log took it in, the first id is the act's
 * own, and the others follow from it. `written` hears that the act is written, with its place in the log.
 */
export function actStamps(
  act: { readonly id: string; readonly seq: number; readonly time: number },
  written: () => void,
): Stamps {
  let made = 0;
  return {
    // The log has it.
    relaxed: true,
    now: () => new Date(act.time),
    newId: () => idAfter(act.id, made++),
    async written(tx) {
      await noteFollowed(tx, act.seq);
      written();
    },
  };
}

/** The n-th id after a UUID. Its chance stays; so two acts' ids meet no sooner than two UUIDs. */
function idAfter(id: string, n: number): string {
  if (n === 0) return id;
  const last = (Number.parseInt(id.slice(-8), 16) ^ Math.imul(n, 0x9e37_79b1)) >>> 0;
  return `${id.slice(0, -8)}${last.toString(16).padStart(8, '0')}`;
}
