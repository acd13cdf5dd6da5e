import { said } from '../../domain/problem';
import { crc32 } from '../../domain/text/crc32';
import { looksLikeZip } from '../intake/file-kind';
import { FileProblem } from '../intake/file-problem';
import { maxFileBytes, megabytes } from '../intake/limits';
import { refuseOfficeFile } from '../zip/unzip';
import { filesIn, readZipDirectory, unsupportedZip, type ZipEntry } from '../zip/zip-directory';

/** Text that may be a report: a file, one packed with gzip, or one in a ZIP. */
export interface ReportSource {
  readonly name: string;
  /** Bytes of the file that it is read from, as `open` counts them. */
  readonly size: number;
  /** The text's bytes, piece by piece; UTF-16 comes as UTF-8. */
  open(onBytes?: (done: number) => void): Pieces;
}

/** The bytes of a file as they are read. Each piece stands only until the next one is asked for. */
export type Pieces = AsyncGenerator<Bytes, void, void>;

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes read at once, at most; while they are gone through, the next ones are on their way. */
const pieceBytes = 2 * 1024 * 1024;
/** What unpacks to more than this, and to so many times its own size, is no report. */
const bombBytes = 64 * 1024 * 1024;
const bombRatio = 200;
const localHeader = 30;
const stored = 0;
const deflated = 8;

/** The streams of text that a file holds: one, or those of a ZIP. Throws FileProblem. */
export async function reportSources(file: File): Promise<ReportSource[]> {
  const { name, size } = file;
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (looksLikeZip(head)) return zipped(file);
  const packed = head[0] === 0x1f && head[1] === 0x8b ? 'gzip' : null;
  return [{ name, size, open: (onBytes) => asUtf8(pieces(file, name, packed, onBytes)) }];
}

async function zipped(file: File): Promise<ReportSource[]> {
  const { name, size } = file;
  if (size > maxFileBytes) {
    const sizes = { size: megabytes(size), most: megabytes(maxFileBytes) };
    throw new FileProblem('too-large', said('problemReportZipLarge', { file: name, ...sizes }));
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const all = readZipDirectory(name, bytes);
  await refuseOfficeFile(name, bytes, all);
  const entries = filesIn(all);
  if (entries.some((each) => each.encrypted))
    throw new FileProblem('encrypted-zip', said('problemZipLocked', { file: name }));
  if (entries.some(({ method }) => method !== stored && method !== deflated)) throw unsupportedZip(name);
  return entries.map((entry) => ({
    name: entry.name,
    size: entry.packed,
    open: (onBytes) => {
      const packed = entry.method === deflated ? 'deflate-raw' : null;
      return asUtf8(unchanged(pieces(packedPart(file, bytes, entry), name, packed, onBytes), entry, name));
    },
  }));
}

function packedPart(file: File, bytes: Uint8Array, { offset, packed }: ZipEntry): Blob {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localHeader > bytes.length)
    throw new FileProblem('truncated-zip', said('problemZipDamaged', { file: file.name }));
  const start = offset + localHeader + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return file.slice(start, start + packed);
}

/** The bytes of a file, unpacked on the way; what can't be unpacked is told as the file's fault. */
async function* pieces(
  blob: Blob,
  name: string,
  packed: CompressionFormat | null,
  onBytes: ((done: number) => void) | undefined,
): Pieces {
  if (packed === null) return yield* inTurn(blob, onBytes);
  let taken = 0;
  const from = inTurn(blob, (done) => {
    taken = done;
    onBytes?.(done);
  });
  let given = 0;
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await from.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream(packed)).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      given += next.value.length;
      if (given > bombBytes && given > taken * bombRatio) throw damaged(name);
      yield next.value as Bytes;
    }
  } catch (error) {
    throw damaged(name, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The bytes of a ZIP's file, refused at their end where they are not what was packed. */
async function* unchanged(from: Pieces, { crc }: ZipEntry, name: string): Pieces {
  let found = 0;
  for await (const piece of from) {
    found = crc32(piece, found);
    yield piece;
  }
  if (found !== crc) throw damaged(name);
}

function damaged(name: string, cause?: unknown): FileProblem {
  return new FileProblem('damaged', said('problemReportPacked', { file: name }), { cause });
}

/** Two buffers in turn: those of a large file would fill the memory until the collector comes. */
async function* inTurn(blob: Blob, onBytes?: (done: number) => void): Pieces {
  const reader = blob.stream().getReader({ mode: 'byob' });
  try {
    let spare = new Uint8Array(pieceBytes);
    let next = reader.read(new Uint8Array(pieceBytes));
    for (let taken = 0; ; ) {
      const { done, value } = await next;
      if (done) return;
      next = reader.read(spare);
      // What goes wrong is told once these bytes are wanted, if they ever are.
      next.catch(() => undefined);
      taken += value.length;
      onBytes?.(taken);
      yield value;
      spare = new Uint8Array(value.buffer);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** UTF-16, as spreadsheets save “Unicode text”, as UTF-8; all else as it is. */
async function* asUtf8(from: Pieces): Pieces {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | null | undefined;
  for await (const piece of from) {
    if (decoder === undefined) decoder = utf16(piece);
    yield decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece;
  }
  const rest = decoder?.decode();
  if (rest) yield encoder.encode(rest);
}

/** What decodes a text that begins so; null where it is no UTF-16. */
function utf16([a, b]: Bytes): TextDecoder | null {
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  return a === 0xfe && b === 0xff ? new TextDecoder('utf-16be') : null;
}
