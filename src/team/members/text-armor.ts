import { type Bytes, base64url, fromBase64url, joined, sameBytes, sha256 } from '../sealing/bytes';

const checksumBytes = 4;
/** More than any of our texts has, with the mail around it. */
const longest = 100_000;

export type ArmorProblem =
  /** There is no such text in it. */
  | 'none'
  /** The end is missing. */
  | 'cut'
  | 'damaged'
  /** Made by a later Claimcheck. */
  | 'newer';

export type Unarmored =
  | { readonly kind: 'bytes'; readonly bytes: Bytes }
  | { readonly kind: 'problem'; readonly problem: ArmorProblem };

/** Bytes as a text that survives mail and chat: `<tag><version>-<base64url with a checksum>.` */
export async function armored(tag: string, version: number, bytes: Bytes): Promise<string> {
  return `${tag}${version}-${base64url(joined(bytes, await checksumOf(bytes)))}.`;
}

/** Finds such a text in what was pasted: with words around it, broken into lines, quoted. */
export async function unarmored(tag: string, newest: number, pasted: string): Promise<Unarmored> {
  const problem = (problem: ArmorProblem): Unarmored => ({ kind: 'problem', problem });
  const text = pasted.slice(0, longest);
  const start = new RegExp(`${tag}(\\d{1,3})-`).exec(text);
  if (!start) return problem('none');
  if (Number(start[1]) > newest) return problem('newer');
  const from = start.index + start[0].length;
  const end = text.indexOf('.', from);
  if (end < 0) return problem('cut');
  // Mail programs break lines, quote them, and put in signs that nobody sees.
  const bytes = fromBase64url(text.slice(from, end).replace(/[\s>\p{Cf}]/gu, ''));
  if (!bytes) return problem('damaged');
  const [told, checksum] = [bytes.slice(0, -checksumBytes), bytes.slice(-checksumBytes)];
  return sameBytes(checksum, await checksumOf(told)) ? { kind: 'bytes', bytes: told } : problem('damaged');
}

async function checksumOf(bytes: Bytes): Promise<Bytes> {
  return (await sha256(bytes)).slice(0, checksumBytes);
}
