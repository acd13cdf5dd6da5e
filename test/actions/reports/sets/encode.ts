/** The ways in which report files are written. */
export const encodings = [
  ...(['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252', 'gbk'] as const),
];

export type Encoding = (typeof encodings)[number];

/** The bytes of a text; null where the character set lacks one of its letters. */
export function encoded(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> | null {
  if (encoding === 'utf-8') return Uint8Array.from(Buffer.from(text));
  if (encoding === 'utf-8 with mark') return Uint8Array.from(Buffer.from(`\ufeff${text}`));
  if (encoding === 'utf-16le') return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'utf-16be') return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
  if (encoding === 'windows-1252')
    // Only what it shares with Latin-1: Node 20 reads the rest of it wrongly.
    return /^[\0-\x7f\xa0-\xff]*$/.test(text) ? Uint8Array.from(Buffer.from(text, 'latin1')) : null;
  const letters = lettersOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const known = code < 128 ? [code] : letters.get(letter);
    if (!known) return null;
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

const known = new Map<string, Map<string, readonly number[]>>();

/** The letters of two bytes, found out by reading all of them. */
function lettersOf(charset: string): Map<string, readonly number[]> {
  const before = known.get(charset);
  if (before) return before;
  const decoder = new TextDecoder(charset);
  const letters = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfc; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const letter = decoder.decode(Uint8Array.of(high, low));
      if ([...letter].length === 1 && letter !== '\ufffd' && !letters.has(letter))
        letters.set(letter, [high, low]);
    }
  known.set(charset, letters);
  return letters;
}
