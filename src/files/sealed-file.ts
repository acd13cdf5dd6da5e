import { FileProblem } from './file-problem';
import { startPace } from './pace';
import { type Locked, lock, unlock } from './passphrase';
import { sha256 } from './sha256';

export type SealedKind = 'backup' | 'hand-over';

/** The first line of a file of ours, readable without the passphrase. */
export interface SealedHead {
  readonly kind: SealedKind;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly locked: boolean;
}

interface Head {
  readonly claimcheck: SealedKind;
  readonly format: number;
  readonly madeAt: string;
  /** SHA-256 of all bytes behind the first line. */
  readonly sha256: string;
  readonly locked: Locked | null;
  /** For whoever looks into the file. */
  readonly note?: string | undefined;
}

/** The newest format: 2 since a saved copy holds the settings, too. Whatever is older is read as well. */
const newest = 2;
const notes: Partial<Record<SealedKind, string>> = {
  'hand-over':
    'Claim codes on their way to one person. Two people who load this file would hold the same codes.',
};
const longestHead = 2000;
const pieceBytes = 256 * 1024;
const words: Record<SealedKind, string> = { backup: 'a saved copy', 'hand-over': 'a hand-over file' };

/**
 * Packs lines of text into one file: a readable first line with version and checksum, then the lines
 * compressed and, with a passphrase, encrypted.
 */
export async function seal(
  kind: SealedKind,
  lines: readonly string[],
  options: { readonly madeAt: string; readonly passphrase: string | null },
): Promise<Uint8Array> {
  const packed = new Uint8Array(
    await (await through(new CompressionStream('gzip'), encoded(lines))).arrayBuffer(),
  );
  const { body, locked } =
    options.passphrase === null ? { body: packed, locked: null } : await lock(packed, options.passphrase);
  const head: Head = {
    ...{ claimcheck: kind, format: newest, madeAt: options.madeAt },
    ...{ sha256: await sha256(body), locked, note: notes[kind] },
  };
  const first = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const whole = new Uint8Array(first.length + body.length);
  whole.set(first);
  whole.set(body, first.length);
  return whole;
}

/**
 * What a file says of itself. Throws FileProblem `not-ours` for any other file, `newer` for one made by
 * a later Claimcheck.
 */
export function sealedHead(name: string, bytes: Uint8Array): SealedHead {
  const { claimcheck, madeAt, locked } = headOf(name, bytes).head;
  return { kind: claimcheck, madeAt, locked: locked !== null };
}

/**
 * The lines of a file that `seal` made. Throws FileProblem: `not-ours`, `newer`, `damaged` where a single
 * bit differs, `locked` without a passphrase, `wrong-passphrase`.
 */
export async function unseal(
  name: string,
  bytes: Uint8Array,
  kind: SealedKind,
  passphrase: string | null,
): Promise<string[]> {
  const { head, body } = headOf(name, bytes);
  if (head.claimcheck !== kind) {
    throw new FileProblem('not-ours', `“${name}” is ${words[head.claimcheck]}, not ${words[kind]}.`);
  }
  if ((await sha256(body)) !== head.sha256) throw damaged(name);
  const packed = head.locked === null ? body : await unlocked(name, body, head.locked, passphrase);
  try {
    const text = await (await through(new DecompressionStream('gzip'), piecesOf(packed))).text();
    return text.split('\n').slice(0, -1);
  } catch (error) {
    throw new FileProblem('damaged', damaged(name).message, { cause: error });
  }
}

async function unlocked(name: string, body: Uint8Array, locked: Locked, passphrase: string | null) {
  if (passphrase === null || passphrase === '') {
    throw new FileProblem('locked', `“${name}” is locked. Type the passphrase it was saved with.`);
  }
  const packed = await unlock(body, locked, passphrase);
  if (packed) return packed;
  throw new FileProblem(
    'wrong-passphrase',
    `This passphrase does not open “${name}”. Mind capitals and blanks. Without the passphrase nobody can open it.`,
  );
}

/** Throws FileProblem for a file of ours that is no list of codes, with the way to where it is loaded. */
export function refuseSealed(name: string, bytes: Uint8Array): void {
  const head = headIn(bytes);
  if (!head) return;
  const where = head.claimcheck === 'backup' ? 'Load it again' : 'Take codes over';
  throw new FileProblem(
    'sealed',
    `“${name}” is ${words[head.claimcheck]}. Open Settings and choose it under “${where}”.`,
  );
}

function headIn(bytes: Uint8Array): Head | null {
  const end = bytes.subarray(0, longestHead).indexOf(10);
  const head = end < 0 ? null : parsed(new TextDecoder().decode(bytes.subarray(0, end)));
  return head && head.claimcheck in words ? head : null;
}

function headOf(name: string, bytes: Uint8Array): { head: Head; body: Uint8Array } {
  const head = headIn(bytes);
  if (!head) {
    throw new FileProblem(
      'not-ours',
      `“${name}” was not saved by Claimcheck. Choose the file that “Save everything” gave you.`,
    );
  }
  if (!(head.format >= 1 && head.format <= newest)) {
    throw new FileProblem('newer', `“${name}” was saved by a newer Claimcheck. Update Claimcheck first.`);
  }
  return { head, body: bytes.subarray(bytes.indexOf(10) + 1) };
}

function parsed(line: string): Head | null {
  if (!line.startsWith('{"claimcheck":')) return null;
  try {
    return JSON.parse(line) as Head;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function damaged(name: string): FileProblem {
  return new FileProblem(
    'damaged',
    `“${name}” is damaged or incomplete (its checksum differs). Nothing was loaded; use another copy of the file.`,
  );
}

/** What comes out when these pieces go through. Browsers pack on the page's own thread, so other work has turns between. */
async function through(
  stream: GenericTransformStream,
  pieces: Iterable<Uint8Array>,
): Promise<{ arrayBuffer(): Promise<ArrayBuffer>; text(): Promise<string> }> {
  const out = new Response(stream.readable).blob();
  const pace = startPace();
  const writer = stream.writable.getWriter();
  const feed = async () => {
    for (const piece of pieces) {
      await writer.write(piece);
      await pace();
    }
    await writer.close();
  };
  // A piece that can't be unpacked fails on both sides.
  const [blob] = await Promise.all([out, feed()]);
  return blob;
}

function* encoded(lines: readonly string[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const line of lines) yield* piecesOf(encoder.encode(`${line}\n`));
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
