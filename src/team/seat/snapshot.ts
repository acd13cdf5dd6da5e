import * as z from 'zod/mini';
import { type CopiedRows, type Db, firstRows, restRows, timesForgottenIn } from '../../ledger';
import { type KeptNotes, keptNotes } from '../follow/kept-notes';
import { LogProblem, type TeamLog } from '../log/log';
import { inParallel } from '../log/waits';
import type { Me } from '../members/key-ring';
import { type Bytes, framed, joined, unsigned, unsignedIn, utf8 } from '../sealing/bytes';
import { type Card, signedBy } from '../sealing/card';
import { type Id, isId } from '../sealing/ids';
import { sign, signatureBytes } from '../sealing/member-keys';
import { newPersonKey, openPersonKey, personIdOf } from '../sealing/personal';
import { openWith, type PoolKey, sealWith } from '../sealing/pool-key';
import { packed, unpacked } from './packed';

/** Where a snapshot lies beside the log. */
export type SnapshotName = string;

/*
 * A copy of the codes, and of what is noted beside them, lies next to the log, so that a new member need not follow the
 * log from its beginning. It is two objects: under its name what giving out needs, and under the name with `-rest` the
 * history, which comes afterwards. Each is compressed, sealed, and signed by who made it. It has names in it: so it has a
 * key of its own, which lies with those of people and is destroyed once somebody is forgotten.
 */

/** What the keys of snapshots are known by. */
export const snapshots = 'snapshots';
/** Before the name of its key. */
const prefix = 'snapshot-';

const line = z.object({ store: z.string(), rows: z.array(z.unknown()) });
const headLine = z.object({ notes: keptNotes, coming: z.int().check(z.minimum(0)) });

/** What a browser starts from in the place of a log's beginning. */
export interface Snapshot {
  readonly notes: KeptNotes;
  readonly first: readonly CopiedRows[];
  /** How many parts the rest has, and from where. */
  readonly coming: number;
  readonly from: RestFrom;
}

/** A snapshot, made and not yet laid anywhere. */
export interface PackedSnapshot {
  readonly head: Uint8Array;
  readonly rest: Uint8Array;
  /** The place in the log at which it was made, and how often somebody was forgotten by then. */
  readonly seq: number;
  readonly forgotten: number;
}

/** By whom and for whom a snapshot is. */
export interface SnapshotBy {
  readonly team: Id;
  readonly me: Me;
  readonly key: PoolKey;
  readonly log: Pick<TeamLog, 'putObject' | 'keys'>;
}

/** From where and whose a snapshot is read. */
export interface SnapshotFrom {
  readonly team: Id;
  /** Who may have made it. */
  readonly by: readonly Card[];
  readonly key: PoolKey;
  readonly log: Pick<TeamLog, 'getObject' | 'namesBy' | 'keys'>;
}

/** Where the rest of a snapshot is read. The key stays here until it is: the team may forget somebody meanwhile. */
export interface RestFrom {
  readonly snapshot: SnapshotName;
  readonly by: Card;
  readonly key: CryptoKey;
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
  const head = await packed([{ notes, coming }, ...(await firstRows(db))]);
  return { head, rest, seq: notes.seq, forgotten: await timesForgottenIn(db) };
}

/** Lays a snapshot beside the log; its name. Rejects with LogProblem. */
export async function putSnapshot(
  { team, me, key, log }: SnapshotBy,
  { head, rest, seq, forgotten }: PackedSnapshot,
): Promise<SnapshotName> {
  const person = await personIdOf(key, snapshots);
  const own = await newPersonKey(team, key, person, joined(unsigned(forgotten, 4), unsigned(seq, 4)));
  const name = `${prefix}${own.key.name}`;
  const put = async (object: string, bytes: Uint8Array) => {
    const sealed = await sealWith(own.key.key, bytes, about(team, object, me.card.id));
    const signature = await sign(me.keys, team, 'snapshot', utf8(object), sealed);
    await log.putObject(object, joined(signature, sealed));
  };
  await log.keys.put([{ person, name: own.key.name, sealed: own.sealed }]);
  // Whoever finds the one finds the other.
  await put(restOf(name), rest);
  await put(name, head);
  return name;
}

/** A snapshot that lies there, as its key says. */
export interface SnapshotThere {
  readonly name: SnapshotName;
  /** Up to where the log was followed. */
  readonly seq: number;
}

/**
 * The snapshots by `upTo` of a generation of the pool's key that still have a key, the newest first. Anybody who gives out
 * can lay any number of keys there: only what one of `by` put something under is looked at. Rejects with LogProblem.
 */
export async function snapshotsThere(
  { team, by, key, log }: SnapshotFrom,
  upTo: number,
): Promise<SnapshotThere[]> {
  const person = await personIdOf(key, snapshots);
  const [keys, ...laid] = await Promise.all([
    log.keys.namesOf(person),
    ...by.map(({ id }) => log.namesBy(id)),
  ]);
  const theirs = new Set(laid.flat());
  const found: SnapshotThere[] = [];
  const named = keys.filter((name) => theirs.has(`${prefix}${name}`));
  await inParallel(named, async (name) => {
    const at = { person, name };
    const own = await log.keys.get(at, (sealed) => openPersonKey(team, [key], { ...at, sealed }));
    if (!own) return;
    found.push({ name: `${prefix}${name}`, seq: unsignedIn(own.beside.subarray(4, 8)) });
  });
  return found.filter(({ seq }) => seq <= upTo).sort((a, b) => b.seq - a.seq);
}

/** How often somebody was forgotten before a snapshot was made, by what is sealed beside its key. */
export function forgottenBy(beside: Uint8Array): number {
  return unsignedIn(beside.subarray(0, 4));
}

/**
 * Reads what giving out needs of a snapshot that one of these members laid there; null where there is none, it was
 * altered, somebody else made it, or somebody was forgotten since. Rejects with LogProblem.
 */
export async function getSnapshot(
  { team, by, key: pool, log }: SnapshotFrom,
  name: SnapshotName,
): Promise<Snapshot | null> {
  const own = name.slice(prefix.length);
  if (!name.startsWith(prefix) || !isId(own)) return null;
  const at = { person: await personIdOf(pool, snapshots), name: own };
  const found = await log.keys.get(at, (sealed) => openPersonKey(team, [pool], { ...at, sealed }));
  if (!found) return null;
  const { key } = found;
  for (const card of by) {
    const bytes = await openedAt(log, { team, by: card, key, name });
    if (!bytes) continue;
    const first: CopiedRows[] = [];
    let told: z.infer<typeof headLine> | null = null;
    for await (const value of unpacked(bytes)) {
      if (told) first.push(line.parse(value) as CopiedRows);
      else told = headLine.parse(value);
    }
    const from = { snapshot: name, by: card, key };
    return told && { notes: told.notes as KeptNotes, coming: told.coming, first, from };
  }
  return null;
}

/** The parts of a snapshot's rest, as they are unpacked; null where it is gone or altered. Rejects with LogProblem. */
export async function getRest(
  team: Id,
  { snapshot, by, key }: RestFrom,
  log: Pick<TeamLog, 'getObject'>,
): Promise<AsyncIterable<CopiedRows> | null> {
  const bytes = await openedAt(log, { team, by, key, name: restOf(snapshot) });
  if (!bytes) return null;
  return (async function* () {
    for await (const value of unpacked(bytes)) yield line.parse(value) as CopiedRows;
  })();
}

/** What this member laid there; null for nothing, and for what is damaged. */
async function openedAt(
  log: Pick<TeamLog, 'getObject'>,
  of: { readonly team: Id; readonly by: Card; readonly key: CryptoKey; readonly name: string },
): Promise<Bytes | null> {
  const { team, by, key, name } = of;
  const object = await log.getObject(name, by.id).catch((error: unknown) => {
    if (error instanceof LogProblem && error.kind === 'broken') return null;
    throw error;
  });
  if (!object || object.length < signatureBytes) return null;
  const [signature, sealed] = [object.subarray(0, signatureBytes), object.subarray(signatureBytes)];
  if (!(await signedBy(by, signature, team, 'snapshot', utf8(name), sealed))) return null;
  return openWith(key, sealed, about(team, name, by.id));
}

function restOf(name: SnapshotName): string {
  return `${name}-rest`;
}

function about(team: Id, name: string, member: Id): Bytes {
  return framed('claimcheck-team/1 snapshot', team, name, member);
}
