import * as z from 'zod/mini';
import type { IgnoredEntries } from '../members/ignored';
import type { Members } from '../members/team-state';
import type { Digest } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';

const whole = z.int().check(z.minimum(0));
const digest = z.string().check(z.maxLength(60));
const id = z.string().check(z.maxLength(60));

/** What is noted of a log, as it goes with a copy of the codes. */
export const keptNotes = z.object({
  seq: whole,
  members: z.object({ seq: whole, members: z.unknown() }),
  own: z.array(z.tuple([id, z.object({ digest, seq: whole })])),
  acts: z.array(z.tuple([id, whole])),
  chain: z.array(z.object({ seq: whole, chain: digest, time: whole, by: z.nullable(z.string()) })),
  ignored: z.optional(z.object({ count: whole, last: z.array(z.unknown()) })),
});

/** What was made of an entry. */
export interface NotedEntry {
  readonly seq: number;
  /** The log's chain after it. */
  readonly chain: Digest;
  /** When the log took it in, milliseconds. */
  readonly time: number;
  /** The name of the member whose act on codes it is; null where it changes none. */
  readonly by: string | null;
}

/** What a browser had noted when it had followed a log to `seq`. */
export interface KeptNotes {
  readonly seq: number;
  readonly members: { readonly seq: number; readonly members: Members };
  /** Each member's last entry. */
  readonly own: readonly [Id, { readonly digest: Digest; readonly seq: number }][];
  /** The last acts' places: who got no answer asks again within minutes. */
  readonly acts: readonly [string, number][];
  /** The end of the log's chain. */
  readonly chain: readonly NotedEntry[];
  /** What was passed over, to be shown to somebody new, too. */
  readonly ignored?: IgnoredEntries;
}

/** So many of the last entries go along. */
export const lastEntries = 5000;
