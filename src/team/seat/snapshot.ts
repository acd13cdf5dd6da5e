import * as z from 'zod/mini';
import type { CopiedRows } from '../../ledger';
import { type KeptNotes, keptNotes } from '../follow/kept-notes';
import type { TeamLog } from '../log/log';
import type { Me } from '../members/key-ring';
import {
  type Bytes,
  base64url,
  framed,
  fromBase64url,
  joined,
  parsed,
  unsigned,
  utf8,
} from '../sealing/bytes';
import { type Card, signedBy } from '../sealing/card';
import { type Id, isId, newId } from '../sealing/ids';
import { sign, signatureBytes } from '../sealing/member-keys';
import { newPersonKey, openPersonKey, personIdOf } from '../sealing/personal';
import { open, openWith, type PoolKey, sealWith } from '../sealing/pool-key';

/** Where a snapshot lies beside the log. */
export type SnapshotName = string;

/** What the keys of snapshots are known by. */
export const snapshots = 'snapshots';

const line = z.object({ store: z.string(), rows: z.array(z.unknown()) });

/** What a browser starts from in the place of a log's beginning. */
export interface Snapshot {
  readonly notes: KeptNotes;
  readonly rows: readonly CopiedRows[];
}

/**
 * Lays a copy of the codes and of what is noted beside them next to the log, compressed, sealed and signed, so that a new
 * member need not follow the log from its beginning. It has names in it, so that its key is destroyed once somebody is
 * forgotten; `forgotten`: how often that was so before. Nothing may be written meanwhile. Its name. Rejects with LogProblem.
 */
export async function putSnapshot(
  by: { readonly team: Id; readonly me: Me; readonly key: PoolKey; readonly log: TeamLog },
  notes: KeptNotes,
  rows: AsyncIterable<CopiedRows>,
  forgotten: number,
): Promise<SnapshotName> {
  const { team, me, key, log } = by;
  const packed = await compressed(linesOf(notes, rows));
  const person = await personIdOf(key, snapshots);
  const own = await newPersonKey(team, key, person, unsigned(forgotten, 4));
  const name = `snapshot-${newId()}-${own.key.name}`;
  const sealed = await sealWith(own.key.key, packed, besideOf(team, name, me.card.id));
  await log.keys.put([{ person, name: own.key.name, sealed: own.sealed }]);
  await log.putObject(name, joined(await sign(me.keys, team, 'snapshot', utf8(name), sealed), sealed));
  return name;
}

/**
 * Reads a snapshot that the member of this card laid there; null where there is none, it was altered, or somebody else
 * made it. Rejects with LogProblem.
 */
export async function getSnapshot(
  from: { readonly team: Id; readonly by: Card; readonly key: PoolKey; readonly log: TeamLog },
  name: SnapshotName,
): Promise<Snapshot | null> {
  const { team, by, log } = from;
  const bytes = await log.getObject(name);
  if (!bytes || bytes.length < signatureBytes) return null;
  const [signature, sealed] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
  if (!(await signedBy(by, signature, team, 'snapshot', utf8(name), sealed))) return null;
  const packed = await opened(from, name, sealed);
  return packed && unpacked(packed);
}

async function opened(
  { team, by, key, log }: Parameters<typeof getSnapshot>[0],
  name: SnapshotName,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  const own = name.split('-')[2] ?? '';
  // Those that earlier versions made are sealed under the pool's key.
  if (!isId(own)) return open(key, sealed, about(team, name, by.id));
  const at = { person: await personIdOf(key, snapshots), name: own };
  const found = await log.keys.get(at, (bytes) => openPersonKey(team, [key], { ...at, sealed: bytes }));
  return found && openWith(found.key, sealed, besideOf(team, name, by.id));
}

async function* linesOf(notes: KeptNotes, rows: AsyncIterable<CopiedRows>): AsyncGenerator<string> {
  yield `${JSON.stringify(notes)}\n`;
  for await (const part of rows) yield `${JSON.stringify(part, wordsAsText)}\n`;
}

/** Filed codes are 64-bit numbers, which JSON has no letters for. */
function wordsAsText(_name: string, value: unknown): unknown {
  if (!(value instanceof BigUint64Array)) return value;
  return { words: base64url(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
}

function wordsFromText(_name: string, value: unknown): unknown {
  const words = (value as { words?: unknown } | null)?.words;
  const bytes = typeof words === 'string' ? fromBase64url(words) : null;
  return bytes && bytes.length % 8 === 0 ? new BigUint64Array(bytes.buffer) : value;
}

async function compressed(lines: AsyncIterable<string>): Promise<Uint8Array> {
  const pack = new CompressionStream('gzip');
  const whole = new Response(pack.readable).bytes();
  const into = pack.writable.getWriter();
  for await (const line of lines) await into.write(utf8(line));
  await into.close();
  return whole;
}

async function unpacked(packed: Bytes): Promise<Snapshot | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(stream).text();
  const [first = '', ...others] = text.split('\n');
  const notes = keptNotes.safeParse(parsed(first));
  if (!notes.success) return null;
  const rows: CopiedRows[] = [];
  for (const other of others.filter((each) => each !== '')) {
    const part = line.safeParse(JSON.parse(other, wordsFromText));
    if (!part.success) return null;
    rows.push(part.data as CopiedRows);
  }
  return { notes: notes.data as KeptNotes, rows };
}

function besideOf(team: Id, name: SnapshotName, member: Id): Bytes {
  return framed('claimcheck-team/1 snapshot', team, name, member);
}

function about(team: Id, name: SnapshotName, member: Id) {
  return { team, what: 'snapshot', id: name, member } as const;
}
