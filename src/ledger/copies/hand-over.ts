import type { CodeFile } from '../../domain/codes/code-file';
import { said, saidCount } from '../../domain/problem';
import { pickNext } from '../acts/issue';
import { append } from '../codes/append-entry';
import { type CodeRange, codesOf } from '../codes/blocks';
import { count } from '../codes/counting';
import { entryAt, readableEntry } from '../codes/entry-at';
import { locate } from '../codes/lookup';
import { overlapping, setSpan, spanAt, within } from '../codes/spans';
import { newId, stampsOf, timeOf } from '../follow/stamps';
import { importWork } from '../imports/confirm-import';
import { planImport } from '../imports/plan-import';
import { promotionIn } from '../promotions/promotions';
import { sortedOut } from '../repair/row-faults';
import { LedgerProblem } from '../store/problem';
import type { Db, Entry, Tx, WriteTx } from '../store/schema';
import { read, revisionIn, writeCodes } from '../store/transact';
import { day } from '../views/wording';
import { takenElsewhere, takenKey } from './backup';
import type { HandOver } from './hand-over-lines';
import { settleUnited } from './unite';

export interface TakenOver {
  /** Codes that are new here, and the promotion they stand in. */
  readonly added: number;
  /** Codes that were handed over from here and are left here again. */
  readonly returned: number;
  /** Codes that stand here in some other state and stay as they are. */
  readonly alreadyHere: number;
}

/**
 * Takes the next codes out of this ledger for a colleague: moved, not copied. Should the file be lost,
 * `handOverAgain` gives the same one. Throws LedgerProblem `not-enough`, `not-found`, `not-allowed`.
 */
export function handOver(
  db: Db,
  promotionId: string,
  wanted: number,
  { to, by }: { readonly to: string; readonly by: string },
): Promise<HandOver> {
  return writeCodes(db, async (tx) => {
    const promotion = await promotionIn(tx, promotionId);
    const file = newId(tx);
    const at = timeOf(tx);
    const act = { kind: 'move', issuance: file, promotionId, to, channel: '', note: '', at, by } as const;
    const codes: string[] = [];
    for (const range of await pickNext(tx, promotion, wanted)) {
      const entry = await append(tx, { ...act, ...range });
      await setSpan(tx, { ...range, promotionId, state: 'moved', entry, issue: 0, redeem: 0 });
      codes.push(...(await codesOf(tx, range)));
    }
    await count(tx, promotionId, { available: -wanted, moved: wanted });
    return { file, promotion, to, by, at, codes };
  });
}

/** A hand-over made before, of which codes are still away. */
export interface HandedOver {
  readonly file: string;
  readonly to: string;
  readonly at: string;
  /** How many of its codes are away. */
  readonly count: number;
}

/** What was handed over of a promotion and did not come back, newest first. */
export function listHandOvers(db: Db, promotionId: string): Promise<HandedOver[]> {
  return read(db, ['spans', 'entries'], async (tx) => {
    const moved = IDBKeyRange.bound(
      [promotionId, 'moved', 0],
      [promotionId, 'moved', Number.POSITIVE_INFINITY],
    );
    const files = new Map<string, HandedOver>();
    for (const span of sortedOut('spans', await tx.objectStore('spans').index('line').getAll(moved)).sound) {
      const entry = await entryAt(tx, span.entry);
      // A lost entry: the self-check tells, and the other hand-overs are shown.
      if (!entry) continue;
      const { issuance: file, to, at } = entry;
      files.set(file, { file, to, at, count: (files.get(file)?.count ?? 0) + span.count });
    }
    return [...files.values()].reverse();
  });
}

/**
 * The content of a hand-over made before, for a file that was lost: the codes that did not come back since.
 * Throws LedgerProblem `not-found`.
 */
export function handOverAgain(db: Db, file: string): Promise<HandOver> {
  return read(db, ['promotions', 'batches', 'entries', 'spans', 'blocks'], async (tx) => {
    const moves = await movesOf(tx, file);
    const first = readableEntry(moves[0]);
    if (!first) throw new LedgerProblem('not-found', said('problemHandOverGone'));
    const codes: string[] = [];
    for (const range of await rangesAway(tx, moves)) codes.push(...(await codesOf(tx, range)));
    if (codes.length === 0) throw new LedgerProblem('not-found', said('problemHandOverCameBack'));
    const { to, by, at } = first;
    const promotion = await promotionIn(tx, first.promotionId);
    return { file, promotion, to, by, at: at || timeOf(db), codes };
  });
}

/** How many codes of a hand-over made here did not come back; 0 for one that was made elsewhere. */
export function awayWith(db: Db, file: string): Promise<number> {
  return read(db, ['entries', 'spans'], async (tx) => {
    const ranges = await rangesAway(tx, await movesOf(tx, file));
    return ranges.reduce((sum, { count: some }) => sum + some, 0);
  });
}

async function movesOf(tx: Tx, file: string): Promise<Entry[]> {
  const entries = await tx.objectStore('entries').index('issuance').getAll(file);
  return entries.filter(({ kind }) => kind === 'move');
}

async function rangesAway(tx: Tx, moves: readonly Entry[]): Promise<CodeRange[]> {
  const ranges: CodeRange[] = [];
  for (const move of moves)
    for (const span of await overlapping(tx, move))
      if (span.entry === move.seq) ranges.push(within(span, move));
  return ranges;
}

/**
 * Takes codes over from a colleague. Codes that were handed over from here come back; others that stand
 * here already stay as they are. Throws LedgerProblem `not-allowed` for a file that was taken here
 * before, `moved`.
 */
export async function takeHandOver(db: Db, given: HandOver, by: string): Promise<TakenOver> {
  const plan = await planImport(db, asFile(given));
  const { name, trackingId, marketplace, account, percentOff, start, end, amazonIds } = given.promotion;
  const promotion = {
    ...{ name, trackingId, marketplace, account, percentOff, start, end },
    amazonId: amazonIds[0] ?? null,
  };
  const lot = `Handed over${given.by === '' ? '' : ` by ${given.by}`}, ${day(given.at)}`;
  const target = { promotion, as: { kind: 'new' }, name: lot, quantityAsked: null, by } as const;
  const work = plan.added > 0 ? importWork(db, plan, target) : null;
  return writeCodes(db, async (tx) => {
    const meta = tx.objectStore('meta');
    const taken = await meta.get(takenKey(given.file));
    if (taken !== undefined) {
      const { length } = given.codes;
      throw new LedgerProblem(
        'not-allowed',
        // Of files that a saved copy tells of, no day is known.
        taken > takenElsewhere
          ? saidCount('problemHandOverTakenOn', length, { day: { day: new Date(taken).toISOString() } })
          : saidCount('problemHandOverTaken', length),
      );
    }
    if ((await revisionIn(tx)) !== plan.revision)
      throw new LedgerProblem('moved', said('problemHandOverMoved'));
    const returned = await takeBack(
      tx,
      plan.duplicates.map((line) => line.text),
      given.file,
      by,
    );
    await work?.(tx);
    await meta.put(stampsOf(tx).now().getTime(), takenKey(given.file));
    return { added: plan.added, returned, alreadyHere: plan.duplicates.length - returned };
  });
}

/**
 * Ends the hand-over in force of each of these codes. A file made here brings back only what is away by that very
 * file: its codes may have come back since, and gone to somebody else.
 */
async function takeBack(tx: WriteTx, codes: readonly string[], file: string, by: string): Promise<number> {
  const entries = tx.objectStore('entries');
  const ours = (await entries.index('issuance').getAll(file)).some(({ kind }) => kind === 'move');
  const at = timeOf(tx);
  let returned = 0;
  const batches = new Set<number>();
  const { exact } = await locate(tx, codes);
  // In the file's order, which was the order of giving out.
  for (const code of codes) {
    const place = exact.get(code);
    if (!place) continue;
    const span = await spanAt(tx, place.batch, place.position);
    if (span?.state !== 'moved') continue;
    const issuance = (await entries.get(span.entry))?.issuance ?? file;
    if (ours && issuance !== file) continue;
    const { promotionId } = span;
    const range = { batch: place.batch, from: place.position, count: 1 };
    const about = { issuance, promotionId, ...range, to: '', channel: '', note: '', at, by };
    const entry = await append(tx, { ...about, kind: 'release' });
    await setSpan(tx, { ...span, ...range, state: 'available', entry });
    await count(tx, promotionId, { moved: -1, available: 1 });
    batches.add(place.batch);
    returned++;
  }
  await settleUnited(tx, batches);
  return returned;
}

function asFile({ file, codes }: HandOver): CodeFile {
  return {
    ...{ name: 'Hand-over file', sha256: file, files: ['Hand-over file'], lines: codes.length, codes },
    codeFiles: new Uint16Array(codes.length),
    codeLines: Uint32Array.from(codes, (_, i) => i + 1),
    ...{ rejected: [], suspects: [], blank: 0, header: 0, remarks: [], history: null },
  };
}
