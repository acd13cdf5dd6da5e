import { sameCode } from '../../domain/codes/claim-code';
import type { Promotion } from '../../domain/promotion';
import { blockFault, codesOf, packBlocks } from '../codes/blocks';
import { forEachCommon, indexCodes } from '../codes/code-index';
import { liveBatches, type Place, theOneThatCounts } from '../codes/lookup';
import { samePromotion } from '../promotions/promotions';
import { refuseLostImports } from '../repair/lost-imports';
import { indexFor, mendIndexes } from '../repair/sound-index';
import { grouped } from '../store/group-by';
import type { BatchRow, Block, Db, Span } from '../store/schema';
import { blockSize } from '../store/schema';
import { read, revisionIn } from '../store/transact';
import { writtenTwice } from '../store/written-twice';
import { type Backup, backupCounts, codesIn } from './backup';
import { withoutForgotten } from './without-forgotten';

/** A stretch of codes that stand in the ledger already, side by side there as in the copy. */
export interface KnownRun {
  readonly from: number;
  readonly count: number;
  readonly at: Place;
}

/** What becomes of one of the copy's imports. */
export interface BatchPlan {
  readonly batch: BatchRow;
  readonly spans: readonly Span[];
  readonly known: readonly KnownRun[];
  /** Positions of the codes that are new here, in order; null for all of them. */
  readonly fresh: Uint32Array | null;
  readonly blocks: readonly Omit<Block, 'batch'>[];
  readonly words: BigUint64Array;
}

/** What loading a copy would do; nothing is written yet. */
export interface RestorePlan {
  readonly backup: Backup;
  /** When the copy was saved. */
  readonly madeAt: string;
  readonly revision: number;
  /** No codes are here yet. */
  readonly intoEmpty: boolean;
  readonly counts: ReturnType<typeof backupCounts>;
  /** Codes that are not here yet, and codes that are. */
  readonly added: number;
  readonly alreadyHere: number;
  readonly batches: readonly BatchPlan[];
  /** The copy's promotions, by their id there, and the one here that each belongs to; null to be made. */
  readonly promotions: ReadonlyMap<string, Promotion | null>;
}

/**
 * Compares a saved copy with the ledger; whoever was forgotten since is left out of it. `onProgress` is told of codes. Throws LedgerProblem `damaged` where codes
 * here can be read neither by their index nor by themselves.
 */
export async function planRestore(
  db: Db,
  saved: Backup,
  madeAt: string,
  onProgress?: (done: number, total: number) => void,
): Promise<RestorePlan> {
  const backup = await withoutForgotten(db, saved);
  await mendIndexes(db);
  const { revision, here, promotions } = await read(
    db,
    ['meta', 'batches', 'hashes', 'spans', 'promotions'],
    async (tx) => {
      await refuseLostImports(tx);
      return {
        revision: await revisionIn(tx),
        here: await tx.objectStore('batches').getAll(),
        promotions: await tx.objectStore('promotions').getAll(),
      };
    },
  );
  // Codes here that can't be compared could come in a second time, unless the copy knows their import.
  for (const row of here)
    if (!row.withdrawn && !backup.batches.some((each) => sameImport(row, each))) await indexFor(db, row);
  const spans = grouped(backup.spans, (span) => span.batch);
  const counts = backupCounts(backup);
  const batches: BatchPlan[] = [];
  let done = 0;
  for (const batch of backup.batches.filter((each) => !each.withdrawn)) {
    const twin = here.find((each) => sameImport(each, batch));
    const own = spans.get(batch.id) ?? [];
    const same = twin && (await holdsTheSame(db, backup, batch, twin));
    batches.push(
      same && !twin.withdrawn
        ? knownWhole(batch, own, twin)
        : await compared(db, backup, batch, own, same ? leftIn(batch, own) : null),
    );
    done += batch.count;
    onProgress?.(done, counts.total);
  }
  const added = batches.reduce((sum, each) => sum + (each.fresh?.length ?? each.batch.count), 0);
  return {
    ...{ backup, madeAt, revision, counts, batches, added },
    intoEmpty: here.every((each) => each.withdrawn),
    alreadyHere: counts.total - added,
    promotions: new Map(
      backup.promotions.map((each) => [
        each.id,
        promotions.find((known) => known.id === each.id) ??
          promotions.find((known) => samePromotion(known, each)) ??
          null,
      ]),
    ),
  };
}

/** Our ids of promotions are unique over all computers, so this is one and the same import. */
export function sameImport(a: BatchRow, b: BatchRow): boolean {
  return a.promotionId === b.promotionId && a.at === b.at && a.sha256 === b.sha256 && a.count === b.count;
}

/**
 * Whether each code of an import stands here in its place, and counts there: of one list, two ledgers may have
 * added other parts.
 */
function holdsTheSame(db: Db, backup: Backup, { id }: BatchRow, twin: BatchRow): Promise<boolean> {
  const theirs = new Map(backup.blocks.filter(({ batch }) => batch === id).map((block) => [block.n, block]));
  return read(db, ['blocks', 'entries'], async (tx) => {
    for (const { n, crc, text } of theirs.values()) {
      const mine = await tx.objectStore('blocks').get([twin.id, n]);
      // One that can't be read tells nothing of what it held.
      if (blockFault(mine, n, twin.count) === null && (mine?.crc !== crc || mine.text !== text)) return false;
    }
    const voids = await tx.objectStore('entries').index('acts').getAll([twin.promotionId, 'void']);
    return !voids.some(({ batch, act }) => batch === twin.id && act === writtenTwice.act);
  });
}

/** 1 for each code that is left in the copy. Of an import taken out here they stay out; the others are told of. */
function leftIn({ count }: BatchRow, spans: readonly Span[]): Uint8Array {
  const left = new Uint8Array(count);
  for (const { state, from, count } of spans)
    if (state === 'available' || state === 'held') left.fill(1, from, from + count);
  return left;
}

function knownWhole(batch: BatchRow, spans: readonly Span[], twin: BatchRow): BatchPlan {
  const known = [{ from: 0, count: batch.count, at: { batch: twin.id, position: 0 } }];
  return { batch, spans, known, fresh: new Uint32Array(), blocks: [], words: new BigUint64Array() };
}

async function compared(
  db: Db,
  backup: Backup,
  batch: BatchRow,
  spans: readonly Span[],
  leftOut: Uint8Array | null,
): Promise<BatchPlan> {
  const codes = await codesIn(backup, batch.id);
  const words = await indexCodes(codes);
  const places = await placesOf(db, codes, words);
  if (places.size === 0 && !leftOut) {
    const blocks = backup.blocks.filter((block) => block.batch === batch.id);
    return { batch, spans, known: [], fresh: null, blocks, words };
  }
  const fresh = Uint32Array.from(codes.keys()).filter(
    (position) => !places.has(position) && leftOut?.[position] !== 1,
  );
  const left = Array.from(fresh, (position) => codes[position] ?? '');
  const own = { fresh, blocks: packBlocks(left), words: await indexCodes(left) };
  return { batch, spans, known: runsOf(places), ...own };
}

/** Where these codes stand in the ledger, by their index. Reads only the blocks in which a hash agrees. */
async function placesOf(
  db: Db,
  codes: readonly string[],
  words: BigUint64Array,
): Promise<Map<number, Place>> {
  const places = new Map<number, Place>();
  await read(db, ['promotions', 'batches', 'hashes', 'blocks', 'spans'], async (tx) => {
    for (const { id } of await liveBatches(tx)) {
      const index = await tx.objectStore('hashes').get(id);
      const hits: [index: number, position: number][] = [];
      if (index) forEachCommon(words, index.words, (mine, theirs) => hits.push([mine, theirs]));
      for (const [n, inBlock] of grouped(hits, ([, position]) => Math.floor(position / blockSize))) {
        const stored = await codesOf(tx, { batch: id, from: n * blockSize, count: blockSize });
        for (const [i, position] of inBlock) {
          if (sameCode(stored[position - n * blockSize] ?? '', codes[i] ?? ''))
            places.set(i, await theOneThatCounts(tx, places.get(i), { batch: id, position }));
        }
      }
    }
  });
  return places;
}

function runsOf(places: ReadonlyMap<number, Place>): KnownRun[] {
  const runs: { from: number; count: number; at: Place }[] = [];
  for (const from of [...places.keys()].sort((a, b) => a - b)) {
    const at = places.get(from) as Place;
    const last = runs.at(-1);
    const next = last && last.from + last.count === from && last.at.batch === at.batch;
    if (next && last.at.position + last.count === at.position) last.count++;
    else runs.push({ from, count: 1, at });
  }
  return runs;
}
