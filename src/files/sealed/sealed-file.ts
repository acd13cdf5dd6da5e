import { said } from '../../domain/problem';
import { joined } from '../../domain/text/bytes';
import { FileProblem } from '../intake/file-problem';
import { sha256 } from '../intake/sha256';
import { lock, unlock } from './passphrase';
import { type Head, headIn, headLine, headUnderChecksum, newestFormat, type SealedKind } from './sealed-head';
import { damaged, packed, unpacked } from './sealed-lines';

/** What a file of ours tells without the passphrase. */
export interface SealedHead {
  readonly kind: SealedKind;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly locked: boolean;
}

const notes: Partial<Record<SealedKind, string>> = {
  'hand-over':
    'Claim codes on their way to one person. Two people who load this file would hold the same codes.',
};
const noDigest = '0'.repeat(64);

/**
 * Packs lines of text into one file: a readable first line with version and checksum, then the lines
 * compressed and, with a passphrase, encrypted. The checksum covers all of it.
 */
export async function seal(
  kind: SealedKind,
  lines: readonly string[],
  options: { readonly madeAt: string; readonly passphrase: string | null },
): Promise<Uint8Array> {
  const bytes = await packed(lines);
  const { body, locked } =
    options.passphrase === null ? { body: bytes, locked: null } : await lock(bytes, options.passphrase);
  const head = { claimcheck: kind, format: newestFormat, madeAt: options.madeAt, locked, note: notes[kind] };
  const blank = new TextEncoder().encode(headLine({ ...head, sha256: noDigest }));
  const digest = await sha256(joined(blank, body));
  return joined(new TextEncoder().encode(headLine({ ...head, sha256: digest })), body);
}

/**
 * What a file says of itself. Throws FileProblem `not-ours` for any other file, `newer` for one made by
 * a later Claimcheck, `damaged` where its first line is not as it must be.
 */
export function sealedHead(name: string, bytes: Uint8Array): SealedHead {
  const { claimcheck, madeAt, locked } = headOf(name, bytes);
  return { kind: claimcheck, madeAt, locked: locked !== null };
}

/**
 * The lines of a file that `seal` made. Throws FileProblem: `not-ours`, `newer`, `damaged` where a single
 * bit differs, `locked` without a passphrase, `wrong-passphrase`, `too-large`.
 */
export async function unseal(
  name: string,
  bytes: Uint8Array,
  kind: SealedKind,
  passphrase: string | null,
): Promise<string[]> {
  const head = headOf(name, bytes);
  if (head.claimcheck !== kind) {
    throw new FileProblem(
      'not-ours',
      said(kind === 'backup' ? 'problemFileNotCopy' : 'problemFileNotHandOver', { file: name }),
    );
  }
  const first = bytes.indexOf(10) + 1;
  const body = bytes.subarray(first);
  const covered =
    head.format < 3 ? body : joined(headUnderChecksum(bytes.subarray(0, first), head.sha256), body);
  if ((await sha256(covered)) !== head.sha256) {
    throw new FileProblem('damaged', damaged(name, said('faultChecksum')));
  }
  return unpacked(name, head.locked === null ? body : await unlocked(name, body, head.locked, passphrase));
}

async function unlocked(
  name: string,
  body: Uint8Array,
  locked: NonNullable<Head['locked']>,
  passphrase: string | null,
): Promise<Uint8Array> {
  if (passphrase === null || passphrase === '') {
    throw new FileProblem('locked', said('problemFileLocked', { file: name }));
  }
  const opened = await unlock(body, locked, passphrase);
  if (opened) return opened;
  throw new FileProblem('wrong-passphrase', said('problemPassphrase', { file: name }));
}

/** Throws FileProblem for a file of ours that is no list of codes, with the way to where it is loaded. */
export function refuseSealed(name: string, bytes: Uint8Array): void {
  const head = headIn(name, bytes);
  if (!head) return;
  throw new FileProblem(
    'sealed',
    said(head.claimcheck === 'backup' ? 'problemFileIsCopy' : 'problemFileIsHandOver', { file: name }),
  );
}

function headOf(name: string, bytes: Uint8Array): Head {
  const head = headIn(name, bytes);
  if (head) return head;
  throw new FileProblem('not-ours', said('problemFileNotOurs', { file: name }));
}
