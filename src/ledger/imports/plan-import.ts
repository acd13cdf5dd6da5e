import type { CodeFile, HistoryRow } from '../../domain/codes/code-file';
import { isFarther, lifeOfRow } from '../../domain/codes/code-life';
import { type Said, said } from '../../domain/problem';
import { breathe, indexCodes, maxBatchCodes, renumbered } from '../codes/code-index';
import { liveBatches } from '../codes/lookup';
import { refuseLostImports } from '../repair/lost-imports';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { read, revisionIn } from '../store/transact';
import { Comparison, type KnownCode } from './duplicates';

/** A line whose code is not added because it is there already. */
export interface DuplicateLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Where it is, e.g. “line 3 of this file” or “already in Garlic (US), given out to Anna on …”. */
  readonly where: Said;
}

/** What an import would do; nothing is written yet. */
export interface ImportPlan {
  readonly file: CodeFile;
  /** The ledger's revision that the plan was made against. */
  readonly revision: number;
  readonly added: number;
  /** Indexes into the file's codes. */
  readonly addedIndexes: Uint32Array;
  /** In file order. */
  readonly duplicates: readonly DuplicateLine[];
  /** Added codes that differ from another only by 0 and O, or 1 and I, which Amazon can't tell apart. */
  readonly lookAlikes: number;
  /** The added codes filed by hash, ready to be stored. */
  readonly codeIndex: BigUint64Array;
  /** What the file tells of each code, by its first line: the farthest of all its rows. Null where it tells nothing. */
  readonly rows: readonly HistoryRow[] | null;
  /** Codes of which the file's own rows tell different states. */
  readonly differing: number;
  /** The file's codes that are here already, each once. */
  readonly known: readonly KnownCode[];
}

/**
 * Compares a file's codes with each other and with the whole ledger. `onProgress` is told of codes, filed or
 * compared; what it throws ends the work.
 * Throws LedgerProblem `not-allowed` for a file with more codes than one import can hold.
 */
export async function planImport(
  db: Db,
  file: CodeFile,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportPlan> {
  const total = file.codes.length;
  if (total > maxBatchCodes) {
    throw new LedgerProblem(
      'not-allowed',
      said('problemImportTooMany', { file: file.name, total, most: maxBatchCodes }),
    );
  }
  const { revision, batches } = await read(db, ['meta', 'batches', 'hashes', 'spans'], async (tx) => {
    await refuseLostImports(tx);
    return { revision: await revisionIn(tx), batches: await liveBatches(tx) };
  });
  const work = total + batches.reduce((sum, batch) => sum + batch.count, 0);
  const words = await indexCodes(file.codes, (done) => onProgress?.(done, work));
  const comparison = new Comparison(file);
  comparison.withinFile(words);
  let before = total;
  for (const batch of batches) {
    await comparison.withBatch(db, words, batch, (done) => onProgress?.(before + done, work));
    before += batch.count;
    await breathe();
  }
  return { file, revision, ...sortedOut(file, words, comparison) };
}

function sortedOut(file: CodeFile, words: BigUint64Array, { where, alike, firsts, known }: Comparison) {
  const duplicates: DuplicateLine[] = [];
  const addedIndexes = new Uint32Array(file.codes.length);
  const newPosition = new Int32Array(file.codes.length).fill(-1);
  let added = 0;
  let lookAlikes = 0;
  file.codes.forEach((text, i) => {
    const place = where[i];
    if (place === undefined) {
      newPosition[i] = added;
      addedIndexes[added++] = i;
      lookAlikes += alike[i] ?? 0;
    } else {
      const name = file.files[file.codeFiles[i] ?? 0] ?? file.name;
      duplicates.push({ file: name, line: file.codeLines[i] ?? 0, text, where: place });
    }
  });
  const codeIndex = renumbered(words, newPosition, added);
  const told = farthestRows(file.history, firsts);
  return {
    added,
    addedIndexes: addedIndexes.slice(0, added),
    duplicates,
    lookAlikes,
    codeIndex,
    ...told,
    known,
  };
}

/** Of several rows for one code the farthest counts; of those equally far the one given out last. */
function farthestRows(history: readonly HistoryRow[] | null, firsts: Uint32Array) {
  if (!history) return { rows: null, differing: 0 };
  const rows = [...history];
  const differing = new Set<number>();
  history.forEach((row, i) => {
    const first = firsts[i] ?? i;
    const before = rows[first];
    if (first === i || !before) return;
    const [mine, other] = [lifeOfRow(row), lifeOfRow(before)];
    if (mine !== other) differing.add(first);
    if (isFarther(mine, other) || (mine === other && row.issuedAt > before.issuedAt)) rows[first] = row;
  });
  return { rows, differing: differing.size };
}
