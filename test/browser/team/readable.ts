import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files in these folders, as one piece each. */
export function filesIn(folders: readonly string[]): Buffer[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

/** Those of the texts that can be read in any of the pieces: plainly, or in the usual ways to write bytes as text. */
export function readableIn(pieces: readonly Buffer[], texts: readonly string[]): string[] {
  return texts.filter((text) => formsOf(text).some((form) => pieces.some((piece) => piece.includes(form))));
}

function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...[0, 1, 2].map((shift) => Buffer.from(inBase64(bytes, shift))),
  ];
}

/** The part of bytes' base64 that is the same whatever stands around them, where `shift` bytes come before. */
function inBase64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  return whole.slice(shift === 0 ? 0 : shift + 1, -2);
}
