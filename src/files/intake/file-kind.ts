import type { SentenceKey } from '../../words/sentences';

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

/** Kinds of files that sellers may take for the codes, by their first bytes. */
const kinds = [
  { start: ascii('%PDF-'), refusal: 'problemFilePdf' },
  { start: ascii('{\\rtf'), refusal: 'problemFileRtf' },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    refusal: 'problemFileOldOffice',
  },
  { start: [0x1f, 0x8b], refusal: 'problemFileGzip' },
  { start: ascii('7z\xbc\xaf'), refusal: 'problemFileSevenZip' },
  { start: ascii('Rar!'), refusal: 'problemFileRar' },
  { start: [0x89, ...ascii('PNG')], refusal: 'problemFilePicture' },
  { start: [0xff, 0xd8, 0xff], refusal: 'problemFilePicture' },
] as const satisfies readonly { readonly start: readonly number[]; readonly refusal: SentenceKey }[];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

/** What a file is that can't hold codes as text, by the sentence that refuses it; null where we can't tell. */
export function foreignKind(bytes: Uint8Array) {
  return kinds.find((kind) => startsWith(bytes, kind.start))?.refusal ?? null;
}

/** True for bytes that begin as a ZIP does, an empty one and a part of a split one included. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return [
    [3, 4],
    [5, 6],
    [7, 8],
  ].some((tail) => startsWith(bytes, [0x50, 0x4b, ...tail]));
}
