import type { Id } from '../sealing/ids';
import type { Ignored } from './read-entry';

const mostKept = 100;

export interface IgnoredEntry {
  readonly seq: number;
  readonly member: Id | '';
  readonly why: Ignored;
}

/** What was passed over in a log, to be shown: how many in all, and the last ones. */
export interface IgnoredEntries {
  readonly count: number;
  readonly last: readonly IgnoredEntry[];
}

export const nothingIgnored: IgnoredEntries = { count: 0, last: [] };

/** One more; somebody who writes a million of them fills nobody's disk. */
export function withIgnored({ count, last }: IgnoredEntries, one: IgnoredEntry): IgnoredEntries {
  return { count: count + 1, last: [...last, one].slice(-mostKept) };
}
