import { type Said, said } from '../../domain/problem';
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

/** Bytes as megabytes with one digit, e.g. "57.2 MB". */
export function megabytes(bytes: number): Said {
  return said('sizeMegabytes', { size: Math.round((bytes / megabyte) * 10) / 10 });
}

/** Throws `too-large` for a file over `maxFileBytes`. `bytes` is its size. */
export function refuseLargeFile(name: string, bytes: number): void {
  if (bytes <= maxFileBytes) return;
  throw new FileProblem(
    'too-large',
    said('problemFileLarge', { file: name, size: megabytes(bytes), most: megabytes(maxFileBytes) }),
  );
}
