import { type Said, said } from '../../domain/problem';
import { crc32 } from '../../domain/text/crc32';
import type { SentenceKey } from '../../words/sentences';
import { looksLikeZip } from '../intake/file-kind';
import { FileProblem } from '../intake/file-problem';
import { maxInflatedBytes, megabytes } from '../intake/limits';
import { startPace } from '../intake/pace';
import {
  damagedZip,
  filesIn,
  isHidden,
  readZipDirectory,
  unsupportedZip,
  type ZipEntry,
} from './zip-directory';

/** What a ZIP held: its files in order, those that are no text by what they are, and remarks on what else was left out. */
export interface Unzipped {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly refused: readonly FileProblem[];
  readonly remarks: readonly Said[];
}

const localSignature = 0x04034b50;
const localLength = 30;
const stored = 0;
const deflated = 8;
/** Fed piece by piece, so that a bomb is stopped before it has filled the memory (deflate makes at most 1,032 : 1). */
const pieceBytes = 16 * 1024;
const checkedBytes = 1024 * 1024;
/** Random codes pack at about 2 : 1; what packs this well and is this large is no list of codes. */
const suspiciousRatio = 200;
const suspiciousBytes = 8 * 1024 * 1024;

function refuseBomb(name: string, entries: readonly ZipEntry[]): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > maxInflatedBytes) {
    const most = megabytes(maxInflatedBytes);
    throw new FileProblem('zip-bomb', said('problemZipBomb', { file: name, size: megabytes(size), most }));
  }
  if (size > suspiciousBytes && size > packed * suspiciousRatio) {
    throw new FileProblem('zip-bomb', said('problemZipTight', { file: name }));
  }
}

function packedBytes(name: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + localLength > bytes.length || view.getUint32(at, true) !== localSignature) throw damagedZip(name);
  const start = at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packed > bytes.length) throw damagedZip(name);
  return bytes.subarray(start, start + entry.packed);
}

/** The browser's own inflater, several times as fast as one in JavaScript; read piece by piece, so that it can be stopped. */
async function inflate(
  name: string,
  packed: Uint8Array,
  size: number,
  pace: () => Promise<unknown>,
): Promise<Uint8Array> {
  // Never more than the directory promised, which was judged before: a lying header gains nothing.
  const bytes = new Uint8Array(size);
  let filled = 0;
  const reader = piecesOf(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damagedZip(name);
    });
    if (done) break;
    if (filled + value.length > size) {
      await reader.cancel();
      throw new FileProblem('zip-bomb', said('problemZipLies', { file: name }));
    }
    bytes.set(value, filled);
    filled += value.length;
    await pace();
  }
  if (filled !== size) throw damagedZip(name);
  return bytes;
}

/** Hands bytes out only as they are asked for. */
function piecesOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
}

async function checksum(bytes: Uint8Array, pace: () => Promise<unknown>): Promise<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += checkedBytes) {
    crc = crc32(bytes.subarray(at, at + checkedBytes), crc);
    await pace();
  }
  return crc;
}

/** Files of office programs that are ZIPs too, each known by entries that no other ZIP has. */
const officeFiles = [
  [/^xl\//, 'problemFileExcel'],
  [/^\[Content_Types\]\.xml$/, 'problemFileOffice'],
  [/^Index\/[^/]*\.iwa$|^Index\.zip$|\.iwa$/, 'problemFileIwork'],
] as const satisfies readonly (readonly [RegExp, SentenceKey])[];
/** The kinds that an OpenDocument file tells of itself. */
const openDocuments = [
  ['opendocument.spreadsheet', 'problemFileOdsSheet'],
  ['opendocument', 'problemFileOdf'],
  ['epub', 'problemFileEpub'],
] as const satisfies readonly (readonly [string, SentenceKey])[];

/** Throws FileProblem `no-text-in-zip` for the file of an office program. */
export async function refuseOfficeFile(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<void> {
  const problem = await officeProblem(name, bytes, entries);
  if (problem !== null) throw problem;
}

async function officeProblem(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<FileProblem | null> {
  const refusal =
    officeFiles.find(([known]) => entries.some((entry) => known.test(entry.name)))?.[1] ??
    (await openDocument(name, bytes, entries));
  return refusal === undefined ? null : new FileProblem('no-text-in-zip', said(refusal, { file: name }));
}

/** The refusal of a ZIP's file that is an office program's; null for a ZIP like any other, and for one that can't be read. */
async function packedOfficeFile(name: string, bytes: Uint8Array): Promise<FileProblem | null> {
  try {
    return await officeProblem(name, bytes, readZipDirectory(name, bytes));
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

async function openDocument(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<(typeof openDocuments)[number][1] | 'problemFileDocument' | undefined> {
  const own = entries.find((entry) => entry.name === 'mimetype' && !entry.encrypted && entry.size < 200);
  if (!own)
    return entries.some((entry) => entry.name === 'META-INF/manifest.xml')
      ? 'problemFileDocument'
      : undefined;
  const packed = packedBytes(name, bytes, own);
  const content = own.method === stored ? packed : await inflate(name, packed, own.size, async () => {});
  const told = new TextDecoder().decode(content);
  return openDocuments.find(([kind]) => told.includes(kind))?.[1];
}

/**
 * Unpacks a ZIP. Sizes are judged before unpacking and held to while unpacking. Folders are passed over;
 * hidden files and ZIPs within are left out with a remark, files of office programs by name. Throws FileProblem:
 * `truncated-zip`, `encrypted-zip`, `unsupported-zip`, `zip-bomb`, and `no-text-in-zip` for an Office file.
 */
export async function unzip(name: string, bytes: Uint8Array): Promise<Unzipped> {
  const entries = readZipDirectory(name, bytes);
  await refuseOfficeFile(name, bytes, entries);
  const remarks = entries.some(isHidden) ? [said('remarkHidden')] : [];
  const wanted = filesIn(entries);
  if (wanted.some((entry) => entry.encrypted)) {
    throw new FileProblem('encrypted-zip', said('problemZipLocked', { file: name }));
  }
  if (wanted.some((entry) => entry.method !== stored && entry.method !== deflated))
    throw unsupportedZip(name);
  refuseBomb(name, wanted);
  const pace = startPace();
  const files: { name: string; bytes: Uint8Array }[] = [];
  const refused: FileProblem[] = [];
  for (const entry of wanted) {
    const packed = packedBytes(name, bytes, entry);
    const content = entry.method === stored ? packed : await inflate(name, packed, entry.size, pace);
    if (content.length !== entry.size || (await checksum(content, pace)) !== entry.crc)
      throw damagedZip(name);
    const office = looksLikeZip(content) ? await packedOfficeFile(entry.name, content) : null;
    if (office !== null) refused.push(office);
    else if (looksLikeZip(content)) remarks.push(said('remarkInnerZip', { file: entry.name }));
    else files.push({ name: entry.name, bytes: content });
  }
  return { files, refused, remarks };
}
