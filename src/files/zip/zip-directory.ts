import { said } from '../../domain/problem';
import { FileProblem } from '../intake/file-problem';
import { maxZipEntries } from '../intake/limits';

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
/** ZIP64 (APPNOTE 4.3.14, 4.3.15, 4.5.3): what packs a stream writes it, since it can't know that the result is small. */
const locatorSignature = 0x07064b50;
const locatorLength = 20;
const end64Signature = 0x06064b50;
const wideSizes = 0x0001;

/** The one refusal of every ZIP that ends early or contradicts itself. */
export function damagedZip(name: string): FileProblem {
  return new FileProblem('truncated-zip', said('problemZipDamaged', { file: name }));
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

/** Where the directory begins and how long it is. */
function directoryOf(name: string, view: DataView, end: number): { start: number; end: number } {
  const locator = end - locatorLength;
  const isWide = locator >= 0 && view.getUint32(locator, true) === locatorSignature;
  if (isWide) {
    const at = wideNumber(view, locator + 8);
    if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw damagedZip(name);
    const start = wideNumber(view, at + 48);
    const length = wideNumber(view, at + 40);
    if (start + length > at) throw damagedZip(name);
    return { start, end: start + length };
  }
  const start = view.getUint32(end + 16, true);
  const length = view.getUint32(end + 12, true);
  if (start === beyond32Bits || view.getUint16(end + 4, true) !== 0) throw unsupportedZip(name);
  if (start + length > end) throw damagedZip(name);
  return { start, end };
}

/** Sixty-four bits as a number; beyond what any file has, it is so large that every check refuses it. */
function wideNumber(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/**
 * Names are UTF-8 in today's ZIPs; in old ones any single-byte text, of which only ASCII is certain. Some programs of
 * Windows part folders by a backslash.
 */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/');
}

/** Files that a computer adds of its own accord (macOS resource forks, `.DS_Store`). */
export function isHidden({ name }: ZipEntry): boolean {
  return name
    .split('/')
    .some((part) => part === '__MACOSX' || (part.startsWith('.') && !/^\.{1,2}$/.test(part)));
}

/** The files that somebody put into a ZIP, without folders. */
export function filesIn(entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.filter((entry) => !entry.name.endsWith('/') && !isHidden(entry));
}

/**
 * The entries of a ZIP, read from its central directory (PKWARE's APPNOTE, 4.3.12), so that sizes are
 * known before anything is unpacked. Throws `truncated-zip`, `unsupported-zip`, or `zip-bomb` for more
 * than `maxZipEntries` entries.
 */
export function readZipDirectory(name: string, bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = findEnd(view);
  if (found < 0) throw damagedZip(name);
  const { start, end } = directoryOf(name, view, found);
  const entries: ZipEntry[] = [];
  // Walked to its end rather than counted: the count is one more number that may lie.
  for (let at = start; at < end; ) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) throw damagedZip(name);
    const nameEnd = at + entryLength + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) throw damagedZip(name);
    const narrow = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    const wide = widened(view, narrow, nameEnd, extraEnd);
    if (wide === null) throw unsupportedZip(name);
    entries.push({
      name: decodeName(bytes.subarray(at + entryLength, nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...wide,
    });
    if (entries.length > maxZipEntries) throw tooManyEntries(name);
    at = next;
  }
  return entries;
}

type Sizes = Pick<ZipEntry, 'size' | 'packed' | 'offset'>;

/** The sizes that stand in the extra field where an entry's own fields are too narrow; null where they are missing. */
function widened(view: DataView, narrow: Sizes, from: number, end: number): Sizes | null {
  const missing = (['size', 'packed', 'offset'] as const).filter((part) => narrow[part] === beyond32Bits);
  if (missing.length === 0) return narrow;
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== wideSizes) continue;
    if (view.getUint16(at + 2, true) < 8 * missing.length || at + 4 + 8 * missing.length > end) return null;
    const told = missing.map((part, i) => [part, wideNumber(view, at + 4 + 8 * i)]);
    return { ...narrow, ...(Object.fromEntries(told) as Partial<Sizes>) };
  }
  return null;
}

/** For ZIPs that are sound but of a kind Amazon doesn't make: other packing methods, split, over 4 GB. */
export function unsupportedZip(name: string): FileProblem {
  return new FileProblem('unsupported-zip', said('problemZipPacking', { file: name }));
}

function tooManyEntries(name: string): FileProblem {
  return new FileProblem('zip-bomb', said('problemZipManyFiles', { file: name, most: maxZipEntries }));
}
