import { FileProblem } from './file-problem';
import { maxZipEntries } from './limits';

/** One file of a ZIP as its central directory tells it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 0xffff;
const beyond32Bits = 0xffffffff;

/** The one sentence for every ZIP that ends early or contradicts itself. */
export function damagedZip(name: string): FileProblem {
  return new FileProblem('truncated-zip', `“${name}” is a damaged or incomplete ZIP. Download it again.`);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + endLength + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  return -1;
}

/** Names are UTF-8 in today's ZIPs; in old ones any single-byte text, of which only ASCII is certain. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * The entries of a ZIP, read from its central directory (PKWARE's APPNOTE, 4.3.12), so that sizes are
 * known before anything is unpacked. Throws `truncated-zip`, `unsupported-zip`, or `zip-bomb` for more
 * than `maxZipEntries` entries.
 */
export function readZipDirectory(name: string, bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damagedZip(name);
  const start = view.getUint32(end + 16, true);
  if (start === beyond32Bits || view.getUint16(end + 4, true) !== 0) throw unsupportedZip(name);
  if (start + view.getUint32(end + 12, true) > end) throw damagedZip(name);
  const entries: ZipEntry[] = [];
  // Walked to its end rather than counted: the count is one more number that may lie.
  for (let at = start; at < end; ) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) throw damagedZip(name);
    const nameEnd = at + entryLength + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damagedZip(name);
    const entry: ZipEntry = {
      name: decodeName(bytes.subarray(at + entryLength, nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ([entry.packed, entry.size, entry.offset].includes(beyond32Bits)) throw unsupportedZip(name);
    entries.push(entry);
    if (entries.length > maxZipEntries) throw tooManyEntries(name);
    at = next;
  }
  return entries;
}

/** For ZIPs that are sound but of a kind Amazon doesn't make: other packing methods, split, over 4 GB. */
export function unsupportedZip(name: string): FileProblem {
  return new FileProblem(
    'unsupported-zip',
    `“${name}” is packed in a way Claimcheck can't read. Unpack it on your computer, then choose the text file in it.`,
  );
}

function tooManyEntries(name: string): FileProblem {
  return new FileProblem(
    'zip-bomb',
    `“${name}” holds more than ${maxZipEntries} files; Amazon's ZIP holds one text file. Unpack it, then choose the text files with codes.`,
  );
}
