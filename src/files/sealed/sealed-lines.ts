import { type Said, type SaidValue, said } from '../../domain/problem';
import { FileProblem } from '../intake/file-problem';
import { megabytes } from '../intake/limits';
import { startPace } from '../intake/pace';

const megabyte = 1024 * 1024;

/** Largest file of ours that is read: ten times what a million codes with a history each take. */
export const maxSealedBytes = 256 * megabyte;

/** What a file may unpack to: our lines shrink to a tenth or so, never to a two-hundredth. */
const maxUnpacked = 512 * megabyte;
const alwaysUnpacked = 64 * megabyte;
const maxRatio = 200;
const maxLines = 200_000;
const pieceBytes = 256 * 1024;

/** Packs lines of text. Browsers pack on the page's own thread, so other work has turns between. */
export async function packed(lines: readonly string[]): Promise<Uint8Array> {
  const stream = new CompressionStream('gzip');
  const out = new Response(stream.readable).arrayBuffer();
  const [bytes] = await Promise.all([out, feed(stream.writable, encoded(lines))]);
  return new Uint8Array(bytes);
}

/**
 * The lines again. Nothing is unpacked beyond what a file of this size can hold. Throws FileProblem `damaged` for
 * what can't be unpacked, `too-large`.
 */
export async function unpacked(name: string, bytes: Uint8Array): Promise<string[]> {
  const most = Math.min(maxUnpacked, Math.max(alwaysUnpacked, bytes.length * maxRatio));
  const stream = new DecompressionStream('gzip');
  const feeding = feed(stream.writable, piecesOf(bytes));
  // What can't be unpacked fails on both sides; the reading side tells.
  feeding.catch(() => undefined);
  const reader = stream.readable.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  let open = '';
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      const [first = '', ...others] = decoder.decode(next.value, { stream: true }).split('\n');
      open += first;
      for (const other of others) {
        lines.push(open);
        open = other;
      }
      if (size > most || lines.length > maxLines) throw tooLarge(name, most);
    }
    await feeding;
    open += decoder.decode();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('damaged', damaged(name, said('faultUnpacking')), { cause: error });
  }
  if (open !== '') throw new FileProblem('damaged', damaged(name, said('faultLastLine')));
  return lines;
}

/** The refusal of a damaged file. */
export function damaged(name: string, fault: SaidValue): Said {
  return said('problemFileDamaged', { file: name, fault });
}

/** Throws FileProblem `too-large`, before a file is read, for more bytes than any file of ours has. */
export function refuseLargeSealed(name: string, bytes: number): void {
  if (bytes <= maxSealedBytes) return;
  throw new FileProblem(
    'too-large',
    said('problemFileOfOursLarge', { file: name, size: megabytes(bytes), most: megabytes(maxSealedBytes) }),
  );
}

function tooLarge(name: string, most: number): FileProblem {
  return new FileProblem(
    'too-large',
    said('problemFileUnpacksLarge', { file: name, most: megabytes(most), lines: maxLines }),
  );
}

async function feed(writable: WritableStream, pieces: Iterable<Uint8Array>): Promise<void> {
  const pace = startPace();
  const writer = writable.getWriter();
  for (const piece of pieces) {
    await writer.write(piece);
    await pace();
  }
  await writer.close();
}

function* encoded(lines: readonly string[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const line of lines) yield* piecesOf(encoder.encode(`${line}\n`));
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
