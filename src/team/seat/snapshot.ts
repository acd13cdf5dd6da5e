import * as z from 'zod/mini';
import { type CopiedRows, type Db, firstRows, restRows } from '../../ledger';
import { type KeptNotes, keptNotes } from '../follow/kept-notes';
import type { TeamLog } from '../log/log';
import type { Me } from '../members/key-ring';
import { type Bytes, joined, utf8 } from '../sealing/bytes';
import { type Card, signedBy } from '../sealing/card';
import type { Id } from '../sealing/ids';
import { sign, signatureBytes } from '../sealing/member-keys';
import { open, type PoolKey, seal } from '../sealing/pool-key';
import { packed, unpacked } from './packed';

/** Where a snapshot lies beside the log. */
export type SnapshotName = string;

/*
 * A copy of the codes, and of what is noted beside them, lies next to the log, so that a new member need not follow the
 * log from its beginning. It is two objects: under its name what giving out needs, and under the name with `-rest` the
 * history, which comes afterwards. Each is compressed, sealed, and signed by who made it.
 */

const line = z.object({ store: z.string(), rows: z.array(z.unknown()) });
const headLine = z.object({ notes: keptNotes, coming: z.int().check(z.minimum(0)) });

/** What a browser starts from in the place of a log's beginning. */
export interface Snapshot {
  readonly notes: KeptNotes;
  readonly first: readonly CopiedRows[];
  /** How many parts the rest has. */
  readonly coming: number;
}

/** A snapshot, made and not yet laid anywhere. */
export interface PackedSnapshot {
  readonly head: Uint8Array;
  readonly rest: Uint8Array;
}

/** By whom and for whom a snapshot is. */
export interface SnapshotBy {
  readonly team: Id;
  readonly me: Me;
  readonly key: PoolKey;
  readonly log: Pick<TeamLog, 'putObject'>;
}

/** From where and whose a snapshot is read. */
export interface SnapshotFrom {
  readonly team: Id;
  /** Who made it. */
  readonly by: Card;
  readonly key: PoolKey;
  readonly log: Pick<TeamLog, 'getObject'>;
}

/** Makes a snapshot of the codes and of what is noted. Nothing may be written meanwhile. */
export async function packSnapshot(db: Db, notes: KeptNotes): Promise<PackedSnapshot> {
  let coming = 0;
  const rest = await packed(
    (async function* () {
      for await (const part of restRows(db)) {
        coming += 1;
        yield part;
      }
    })(),
  );
  return { head: await packed([{ notes, coming }, ...(await firstRows(db))]), rest };
}

/** Lays a snapshot beside the log; its name. Rejects with LogProblem. */
export async function putSnapshot(
  by: SnapshotBy,
  { head, rest }: PackedSnapshot,
  name: SnapshotName = `snapshot-${crypto.randomUUID()}`,
): Promise<SnapshotName> {
  // Whoever finds the one finds the other.
  await put(by, restOf(name), rest);
  await put(by, name, head);
  return name;
}

/**
 * Reads what giving out needs of a snapshot that the member of this card laid there; null where there is none, it was
 * altered, or somebody else made it. Rejects with LogProblem.
 */
export async function getSnapshot(from: SnapshotFrom, name: SnapshotName): Promise<Snapshot | null> {
  const bytes = await got(from, name);
  if (!bytes) return null;
  const first: CopiedRows[] = [];
  let told: z.infer<typeof headLine> | null = null;
  for await (const value of unpacked(bytes)) {
    if (told) first.push(line.parse(value) as CopiedRows);
    else told = headLine.parse(value);
  }
  return told && { notes: told.notes as KeptNotes, coming: told.coming, first };
}

/** The parts of a snapshot's rest, as they are unpacked; null as `getSnapshot`. Rejects with LogProblem. */
export async function getRest(
  from: SnapshotFrom,
  name: SnapshotName,
): Promise<AsyncIterable<CopiedRows> | null> {
  const bytes = await got(from, restOf(name));
  if (!bytes) return null;
  return (async function* () {
    for await (const value of unpacked(bytes)) yield line.parse(value) as CopiedRows;
  })();
}

async function put({ team, me, key, log }: SnapshotBy, name: string, bytes: Uint8Array): Promise<void> {
  const sealed = await seal(key, bytes, about(team, name, me.card.id));
  await log.putObject(name, joined(await sign(me.keys, team, 'snapshot', utf8(name), sealed), sealed));
}

async function got({ team, by, key, log }: SnapshotFrom, name: string): Promise<Bytes | null> {
  const bytes = await log.getObject(name);
  if (!bytes || bytes.length < signatureBytes) return null;
  const [signature, sealed] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
  if (!(await signedBy(by, signature, team, 'snapshot', utf8(name), sealed))) return null;
  return open(key, sealed, about(team, name, by.id));
}

function restOf(name: SnapshotName): string {
  return `${name}-rest`;
}

function about(team: Id, name: string, member: Id) {
  return { team, what: 'snapshot', id: name, member } as const;
}
