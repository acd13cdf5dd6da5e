import { FileProblem } from './file-problem';

const megabyte = 1024 * 1024;

/** Largest file we read, in bytes: two million codes are 40 MB. Look at a file's size before reading it. */
export const maxFileBytes = 40 * megabyte;

/** Most bytes that all files of a ZIP may have together once unpacked. */
export const maxInflatedBytes = 64 * megabyte;

/** Most entries of a ZIP; Amazon's holds one. */
export const maxZipEntries = 100;

/** Lines that are no codes, after which we stop: the file is not what the seller meant, and each costs memory. */
export const maxProblemLines = 200_000;

/** Bytes as megabytes in the user's own number format, e.g. "57.2 MB". */
export function megabytes(bytes: number): string {
  const format = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
  return `${format.format(bytes / megabyte)} MB`;
}

/** Throws `too-large` for a file over `maxFileBytes`. `bytes` is its size. */
export function refuseLargeFile(name: string, bytes: number): void {
  if (bytes <= maxFileBytes) return;
  throw new FileProblem(
    'too-large',
    `“${name}” has ${megabytes(bytes)}; Claimcheck reads up to ${megabytes(maxFileBytes)}. A list of 100,000 codes has about 2 MB, so check that this is the right file, or split it.`,
  );
}
