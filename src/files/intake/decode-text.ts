import { said } from '../../domain/problem';
import { type Charset, likeliestCharset } from './charsets';
import { foreignKind } from './file-kind';
import { FileProblem } from './file-problem';

const sampleBytes = 64 * 1024;

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without its mark shows in codes and English as a NUL in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const pairs = Math.floor(Math.min(bytes.length, sampleBytes) / 2);
  if (pairs < 2) return null;
  const nuls = [0, 0] as [number, number];
  for (let index = 0; index < pairs * 2; index++) if (bytes[index] === 0) nuls[index % 2 === 0 ? 0 : 1]++;
  const [even, odd] = [nuls[0] / pairs, nuls[1] / pairs];
  if (odd > 0.5 && even < 0.05) return 'utf-16le';
  return even > 0.5 && odd < 0.05 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Text has line ends and tabs, and hardly any other control characters. */
function looksLikeText(text: string, guessed: boolean): boolean {
  const length = Math.min(text.length, sampleBytes);
  let odd = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    // Tab to carriage return, and the end-of-file mark of old DOS programs, are ordinary in text.
    if (
      unit < 9 ||
      (unit > 13 && unit < 32 && unit !== 26) ||
      (unit > 126 && unit < 160) ||
      (guessed && unit === 0xfffd)
    )
      odd++;
  }
  return odd <= length * 0.02;
}

/** A file's text, and how it was read. */
export interface Decoded {
  readonly text: string;
  /** The character set taken where the file itself does not tell; null where it does. */
  readonly charset: Charset | null;
}

/**
 * The text of a file whose encoding nobody states: a byte order mark, else UTF-16 by its NULs, else
 * strict UTF-8, else the character set asked for, or the likeliest. `isKnown` recognises text that needs no
 * proof of being text. Throws `not-text` for anything else.
 */
export function decodeText(
  name: string,
  bytes: Uint8Array,
  isKnown: (text: string) => boolean,
  wanted?: Charset,
): Decoded {
  const foreign = foreignKind(bytes);
  if (foreign !== null) throw new FileProblem('not-text', said(foreign, { file: name }));
  const utf16 = [byteOrderMark(bytes), unmarkedUtf16(bytes)].find((each) => each?.startsWith('utf-16'));
  const utf8 = utf16 ? null : strictUtf8(bytes);
  const charset =
    utf16 || utf8 !== null
      ? null
      : (wanted ?? likeliestCharset(bytes, globalThis.navigator?.languages ?? []));
  const text = utf8 ?? new TextDecoder(utf16 ?? charset ?? 'utf-8').decode(bytes);
  // In the wrong set even a text has much that is none: whoever asks for one has seen it as text.
  if (isKnown(text) || wanted !== undefined || looksLikeText(text, charset !== null))
    return { text, charset };
  throw new FileProblem('not-text', said('problemFileNotText', { file: name }));
}
