import { type SealedKind, sealedHead } from '../../files';

/** A file of ours that was dropped: where it belongs is told by its kind. */
export interface OursGiven {
  readonly file: File;
  readonly kind: SealedKind;
}

/** Enough of a file for its first line. */
const headBytes = 4096;

/**
 * The first backup or handover file among dropped files, and all others. One of ours that can't be read is among the
 * others, to be refused in words.
 */
export async function sortOut(
  files: readonly File[],
): Promise<{ readonly ours: OursGiven | null; readonly others: readonly File[] }> {
  for (const file of files) {
    const kind = await kindOf(file);
    if (kind) return { ours: { file, kind }, others: files.filter((each) => each !== file) };
  }
  return { ours: null, others: files };
}

async function kindOf(file: File): Promise<SealedKind | null> {
  try {
    return sealedHead(file.name, new Uint8Array(await file.slice(0, headBytes).arrayBuffer())).kind;
  } catch {
    return null;
  }
}
