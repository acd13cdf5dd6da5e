import * as z from 'zod/mini';
import { said } from '../../domain/problem';
import { fieldFault } from '../../domain/text/field-fault';
import { FileProblem } from '../intake/file-problem';
import { damaged } from './sealed-lines';

export type SealedKind = 'backup' | 'hand-over';

/**
 * The newest format: 2 since a saved copy holds the settings, too; 3 since the checksum covers the first line; 4 since
 * lists of people stand beside the history; 5 since it holds reports of orders.
 * Whatever is older is read as well.
 */
export const newestFormat = 5;

const longestHead = 2000;
/** A hand-made file must not keep the page computing for hours. */
const mostRounds = 10_000_000;
const begins = '{"claimcheck":';

/** So many bytes as base64. */
const base64Of = (bytes: number) => {
  const letters = Math.ceil((bytes * 4) / 3);
  return z.string().check(z.regex(new RegExp(`^[A-Za-z0-9+/]{${letters}}={${(3 - (bytes % 3)) % 3}}$`)));
};

/** The first line of a file of ours, in any format so far. */
const headShape = z.object({
  claimcheck: z.enum(['backup', 'hand-over']),
  format: z.int().check(z.minimum(1), z.maximum(newestFormat)),
  madeAt: z.iso.datetime(),
  /** SHA-256 of the whole file, these 64 digits as zeros; before format 3 of the bytes behind the first line. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  locked: z.nullable(
    z.object({
      salt: base64Of(16),
      iv: base64Of(12),
      rounds: z.int().check(z.minimum(1), z.maximum(mostRounds)),
    }),
  ),
  /** For whoever looks into the file. */
  note: z.optional(z.string()),
});

export type Head = z.infer<typeof headShape>;

/** The first line's text where the file begins as ours do; null for any other. */
function firstLine(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, longestHead);
  const end = start.indexOf(10);
  const text = new TextDecoder().decode(end < 0 ? start : start.subarray(0, end));
  return text.startsWith(begins) ? text : null;
}

/**
 * The head of a file of ours, or null for any other. Throws FileProblem: `newer` for one made by a later
 * Claimcheck, `damaged` with the field where the first line is not as it must be.
 */
export function headIn(name: string, bytes: Uint8Array): Head | null {
  const line = firstLine(bytes);
  if (line === null) return null;
  const told = parsed(line);
  const { format } = (told ?? {}) as { format?: unknown };
  if (typeof format === 'number' && Number.isSafeInteger(format) && format > newestFormat) {
    throw new FileProblem('newer', said('problemFileNewer', { file: name }));
  }
  const head = headShape.safeParse(told);
  if (head.success) return head.data;
  const fault = told === undefined ? said('faultItUnreadable') : fieldFault(head.error.issues, told);
  throw new FileProblem('damaged', damaged(name, said('faultFirstLine', { fault })));
}

/** The head with its kind first, so that the file is known by its beginning, and the checksum last. */
export function headLine(head: Head): string {
  const { claimcheck, format, madeAt, locked, note, sha256 } = head;
  return `${JSON.stringify({ claimcheck, format, madeAt, locked, note, sha256 })}\n`;
}

/** The head's bytes as the checksum sees them: its own digits as zeros. */
export function headUnderChecksum(line: Uint8Array, sha256: string): Uint8Array {
  const text = new TextDecoder('latin1').decode(line);
  const at = text.lastIndexOf(sha256);
  const blank = line.slice();
  blank.fill('0'.charCodeAt(0), at, at + sha256.length);
  return blank;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
