import { emptyAccount } from '../../domain/codes/text-account';
import { maxFileBytes, readSentFile, refuseSealed } from '../../files';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import type { SentFile } from './import-state';

/** Enough of a file of ours for its first line. */
const headBytes = 4096;

/** The bytes of a file that the seller chose. Throws, unread, for one that is too large for a list of codes. */
export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > maxFileBytes) {
    // A large file of ours is sent to where it belongs, as a small one is.
    refuseSealed(file.name, new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
    throw new Error(tooLarge(file));
  }
  return new Uint8Array(await file.arrayBuffer());
}

/** The codes already sent that a file holds, or why none could be read. */
export async function sentFileOf(file: File): Promise<SentFile> {
  const { name } = file;
  try {
    const account = await readSentFile(name, await bytesOf(file));
    return {
      name,
      account,
      problem: account.codes.length > 0 ? null : say('importSentEmpty', { file: name }),
    };
  } catch (error) {
    return { name, account: emptyAccount, problem: sentenceOf(error) };
  }
}

function tooLarge(file: File): string {
  const megabytes = (bytes: number) => Math.round(bytes / (1024 * 1024));
  const sizes = { size: megabytes(file.size), most: megabytes(maxFileBytes) };
  return say('importTooLarge', { file: file.name, ...sizes });
}
