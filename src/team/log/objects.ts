import { jetstream, type SeqMsgRequest } from '@nats-io/jetstream';
import * as z from 'zod/mini';
import type { Engine, Reach } from './engine';
import { isToken } from './engine-names';
import { LogProblem, maxObjectBytes } from './log';

/** Small enough for what a server takes at once (1 MB), also when it answers with it in base64. */
const partBytes = 256 * 1024;
const partsAtOnce = 8;
const partWithin = 20_000;

/** Tells where the parts of an object are; written last, so that an object is there whole or not at all. */
const contentsShape = z.object({
  v: z.literal(1),
  upload: z.string(),
  size: z.int().check(z.minimum(0), z.maximum(maxObjectBytes)),
  sha256: z.string().check(z.regex(/^[\da-f]{64}$/)),
  /** Places in the stream of objects, in order. */
  parts: z.array(z.int().check(z.minimum(1))).check(z.maxLength(maxObjectBytes / partBytes)),
});
const goneShape = z.object({ v: z.literal(1), gone: z.string() });

type Contents = z.infer<typeof contentsShape>;
interface Found extends Contents {
  readonly seq: number;
  readonly member: string;
}

/** `TeamLog.putObject`. */
export async function putObject(engine: Engine, name: string, bytes: Uint8Array, signal?: AbortSignal) {
  if (bytes.length > maxObjectBytes) throw new LogProblem('too-big', { bytes: bytes.length });
  checkName(name);
  // What anybody else laid under it keeps nobody from their own.
  const there = await engine.insist((reach) => find(engine, reach, name, engine.member), signal);
  if (there) return;
  const upload = crypto.randomUUID();
  const base = engine.names.objectsOf(engine.member);
  const parts: number[] = new Array(Math.ceil(bytes.length / partBytes)).fill(0);
  let next = 0;
  const failed = new AbortController();
  const carry = async () => {
    while (next < parts.length && !failed.signal.aborted) {
      const at = next++;
      const part = bytes.subarray(at * partBytes, (at + 1) * partBytes);
      parts[at] = await write(engine, `${base}.part.${upload}.${at}`, `${upload}.${at}`, part, signal);
    }
  };
  const carriers = Array.from({ length: partsAtOnce }, () => carry());
  try {
    await Promise.all(carriers);
  } catch (error) {
    failed.abort();
    throw error;
  }
  const contents: Contents = { v: 1, upload, size: bytes.length, sha256: await sha256(bytes), parts };
  await write(engine, `${base}.name.${name}`, `${upload}.name`, json(contents), signal);
}

/** `TeamLog.getObject`. */
export async function getObject(
  engine: Engine,
  name: string,
  by?: string,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  checkName(name);
  if (by !== undefined) checkName(by);
  const found = await engine.insist((reach) => find(engine, reach, name, by), signal);
  if (!found || (await isGone(engine, name, found, signal))) return null;
  const bytes = new Uint8Array(found.size);
  let next = 0;
  const fetchParts = async () => {
    while (next < found.parts.length) {
      const at = next++;
      const seq = found.parts[at] as number;
      const part = await engine.insist(
        ({ manager }) => manager.streams.getMessage(engine.names.objects, { seq }),
        signal,
      );
      const wanted = Math.min(partBytes, found.size - at * partBytes);
      if (part?.data.length !== wanted) {
        next = found.parts.length;
        throw new LogProblem('broken', { object: name, part: at });
      }
      bytes.set(part.data, at * partBytes);
    }
  };
  await Promise.all(Array.from({ length: partsAtOnce }, () => fetchParts()));
  if ((await sha256(bytes)) !== found.sha256) throw new LogProblem('broken', { object: name });
  return bytes;
}

/** `TeamLog.namesBy`. One after the other, since only an owner may ask for all of them at once. */
export async function namesBy(engine: Engine, by: string, signal?: AbortSignal): Promise<string[]> {
  checkName(by);
  const names: string[] = [];
  for (let seq = 1; ; ) {
    const query = from(seq, `${engine.names.objectsOf(by)}.name.*`);
    const message = await engine.insist(
      ({ manager }) => manager.streams.getMessage(engine.names.objects, query),
      signal,
    );
    if (!message) return names;
    names.push(message.subject.split('.').at(-1) ?? '');
    seq = message.seq + 1;
  }
}

/** `TeamLog.deleteObject`: a word beside it, by who put it. Its bytes stay where the engine has them. */
export async function deleteObject(engine: Engine, name: string, signal?: AbortSignal): Promise<void> {
  checkName(name);
  const found = await engine.insist((reach) => find(engine, reach, name), signal);
  if (!found || (await isGone(engine, name, found, signal))) return;
  if (found.member !== engine.member) throw new LogProblem('refused', { what: 'right' });
  const subject = `${engine.names.objectsOf(engine.member)}.gone.${name}`;
  await write(engine, subject, `${found.upload}.gone`, json({ v: 1, gone: found.upload }), signal);
}

/** The first that this member wrote under the name, or anybody. */
async function find(engine: Engine, { manager }: Reach, name: string, by = '*'): Promise<Found | null> {
  for (let seq = 1; ; ) {
    const message = await manager.streams.getMessage(
      engine.names.objects,
      from(seq, `${engine.names.objectsOf(by)}.name.${name}`),
    );
    if (!message) return null;
    const contents = contentsShape.safeParse(parsed(message.data));
    const member = message.subject.split('.').at(-3) ?? '';
    if (contents.success && fits(contents.data)) return { ...contents.data, seq: message.seq, member };
    // Not one of ours: an answer of the engine's sent there (rights.ts), or nonsense.
    seq = message.seq + 1;
  }
}

/** The first message from a place on whose subject is this; the library has no type for it. */
function from(seq: number, subject: string): SeqMsgRequest {
  return { seq, next_by_subj: subject } as SeqMsgRequest;
}

function fits({ size, parts }: Contents): boolean {
  return parts.length === Math.ceil(size / partBytes);
}

async function isGone(engine: Engine, name: string, found: Found, signal?: AbortSignal): Promise<boolean> {
  for (let seq = found.seq; ; ) {
    const query = from(seq, `${engine.names.objectsOf(found.member)}.gone.${name}`);
    const message = await engine.insist(
      ({ manager }) => manager.streams.getMessage(engine.names.objects, query),
      signal,
    );
    if (!message) return false;
    const word = goneShape.safeParse(parsed(message.data));
    if (word.success && word.data.gone === found.upload) return true;
    seq = message.seq + 1;
  }
}

/** Writes one message; the same id again within the engine's window is the same message. */
async function write(
  engine: Engine,
  subject: string,
  id: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<number> {
  return engine.insist(async ({ connection }) => {
    const ack = await jetstream(connection).publish(subject, bytes, {
      msgID: id,
      timeout: partWithin,
      expect: { streamName: engine.names.objects },
    });
    return ack.seq;
  }, signal);
}

function checkName(name: string): void {
  if (!isToken(name)) throw new RangeError('name');
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
