interface Kind {
  readonly start: readonly number[];
  /** The sentence's end after "“name” is …". */
  readonly words: string;
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const saveAsText = 'Save the list as CSV or plain text, then choose that file.';

/** Kinds of files that sellers may take for the codes, by their first bytes. */
const kinds: readonly Kind[] = [
  { start: ascii('%PDF-'), words: `a PDF. ${saveAsText}` },
  { start: ascii('{\\rtf'), words: `a formatted document (RTF). ${saveAsText}` },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    words: `an old Office document, such as an Excel workbook. ${saveAsText}`,
  },
  { start: [0x1f, 0x8b], words: 'a GZIP archive. Unpack it, then choose the text file in it.' },
  { start: ascii('7z\xbc\xaf'), words: 'a 7-Zip archive. Unpack it, then choose the text file in it.' },
  { start: ascii('Rar!'), words: 'a RAR archive. Unpack it, then choose the text file in it.' },
  { start: [0x89, ...ascii('PNG')], words: 'a picture. Choose the ZIP or text file that Amazon made.' },
  { start: [0xff, 0xd8, 0xff], words: 'a picture. Choose the ZIP or text file that Amazon made.' },
];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

/** What a file is that can't hold codes as text, as a sentence's end with what to do; null where we can't tell. */
export function foreignKind(bytes: Uint8Array): string | null {
  return kinds.find((kind) => startsWith(bytes, kind.start))?.words ?? null;
}

/** True for bytes that begin as a ZIP does, an empty one and a part of a split one included. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return [
    [3, 4],
    [5, 6],
    [7, 8],
  ].some((tail) => startsWith(bytes, [0x50, 0x4b, ...tail]));
}
