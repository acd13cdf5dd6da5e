import type { Id } from '../sealing/ids';
import { type ReadEntry, readEntry } from './read-entry';
import type { Members } from './team-state';

/** So many signatures are looked at side by side: browsers check them on threads of their own. */
const beside = 64;

/** How entries are read one after the other. */
interface Reading {
  /** So many are read side by side at first: few where the team has just changed, which it often does in a row. */
  readonly beside?: number;
  /** To end after the first that changes the team. */
  readonly untilChange?: boolean;
}

/**
 * Reads entries that follow each other, as `readEntry` does one by one. Ends early, with what it ends at, at the first
 * that is `newer` or `locked`; `members`: the team after all that was read.
 */
export async function readEntries(
  team: Id,
  before: Members | null,
  logged: readonly Parameters<typeof readEntry>[2][],
  here: Parameters<typeof readEntry>[3],
  { beside: first = beside, untilChange = false }: Reading = {},
): Promise<{ readonly read: ReadEntry[]; readonly members: Members | null }> {
  const read: ReadEntry[] = [];
  let members = before;
  let width = first;
  while (read.length < logged.length) {
    const next = logged.slice(read.length, read.length + width);
    const all = await Promise.all(next.map((one) => readEntry(team, members, one, here)));
    // What stands behind a change of the team must be read with the team as it is then.
    const end = all.findIndex(({ kind }) => kind === 'members' || kind === 'newer' || kind === 'locked');
    const last = end < 0 ? undefined : all[end];
    read.push(...(last ? all.slice(0, end + 1) : all));
    if (last?.kind === 'members') members = last.members;
    if (last && (untilChange || last.kind !== 'members')) break;
    // What was read behind a change was read in vain.
    width = last ? 1 : Math.min(beside, width * 4);
  }
  return { read, members };
}
