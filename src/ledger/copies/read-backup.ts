import * as z from 'zod/mini';
import { type Said, type SaidValue, said, saidCount } from '../../domain/problem';
import { crc32OfText } from '../../domain/text/crc32';
import { fieldFault } from '../../domain/text/field-fault';
import { breathe } from '../codes/code-index';
import { ReplayedBatch } from '../codes/replay';
import { peopleFault } from '../people/people-blocks';
import { parsedRow } from '../repair/row-faults';
import { ordersPerBlock } from '../reports/report-rows';
import { isSound } from '../reports/stored-runs';
import { grouped } from '../store/group-by';
import { LedgerProblem } from '../store/problem';
import type { Block } from '../store/schema';
import { blockSize } from '../store/schema';
import type { Backup } from './backup';

const shaped = [
  'promotions',
  'batches',
  'blocks',
  'entries',
  'people',
  'spans',
  'inbox',
  'proofs',
  'offers',
  'reports',
  'reportTexts',
  'reportBlocks',
  'idMarks',
] as const;
const lineShape = z.object({ store: z.enum([...shaped, 'taken', 'kept']), rows: z.array(z.unknown()) });
type Store = z.infer<typeof lineShape>['store'];

const takenShape = z.string().check(z.minLength(1), z.maxLength(200));
const keptShape = z.object({ key: z.string().check(z.minLength(1), z.maxLength(200)), value: z.unknown() });
/** A captured file is at most 20 MB, a third more as base64. */
const bytesShape = z.object({ $bytes: z.string().check(z.maxLength(28 * 1024 * 1024)) });

/** The letters of a code in any form so far. */
const storedCode = /^(?=[A-Z0-9-]{4,64}$)[A-Z0-9]+(-[A-Z0-9]+)*$/;
/** All a history may go through, each code counted for each entry: a hand-made one must not keep the page busy for hours. */
const longestReplay = 2e9;

/**
 * The copy that these lines hold, checked to the last field, and then as a ledger is: blocks against their
 * checksums, ranges and history against each other. Gives way to other work meanwhile. Throws LedgerProblem
 * `damaged` with the line, the row and the field.
 */
export async function readBackup(lines: readonly string[]): Promise<Backup> {
  const backup: Backup = {
    ...{ promotions: [], batches: [], blocks: [], entries: [], people: [], spans: [] },
    ...{ inbox: [], proofs: [], offers: [], taken: [], kept: [] },
    ...{ reports: [], reportTexts: [], reportBlocks: [], idMarks: [] },
  };
  const into: Record<Store, unknown[]> = backup;
  for (const [i, line] of lines.entries()) {
    const at = String(i + 1);
    const where = said('placeLine', { line: at });
    const told = jsonIn(line, where);
    const parsed = lineShape.safeParse(told);
    if (!parsed.success) throw notSoundAt(where, fieldFault(parsed.error.issues, told));
    const { store, rows } = parsed.data;
    for (const [r, row] of rows.entries())
      into[store].push(rowIn(store, row, said('placeRow', { line: at, store, row: String(r + 1) })));
    await breathe();
  }
  refuseDoubles(backup);
  await refuseFaults(backup);
  readFrom.set(backup, lines);
  return backup;
}

const readFrom = new WeakMap<Backup, readonly string[]>();

/** The lines that this copy was read from, to be read again elsewhere. */
export function linesOf(backup: Backup): readonly string[] {
  return readFrom.get(backup) ?? [];
}

/** A copy that can't be loaded, and why, as a clause. */
export function notSound(fault: SaidValue): LedgerProblem {
  return new LedgerProblem('damaged', said('problemCopyNotSound', { fault }));
}

function notSoundAt(where: SaidValue, fault: SaidValue): LedgerProblem {
  return notSound(said('faultAt', { where, fault }));
}

function jsonIn(line: string, where: Said): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw notSound(
      error instanceof SyntaxError
        ? said('faultUnreadable', { where })
        : said('faultUnreadableWhy', { where, error: String(error) }),
    );
  }
}

function rowIn(store: Store, row: unknown, where: Said): unknown {
  if (store === 'taken' || store === 'kept') {
    const parsed = (store === 'taken' ? takenShape : keptShape).safeParse(row);
    if (!parsed.success) throw notSoundAt(where, fieldFault(parsed.error.issues, row));
    return parsed.data;
  }
  const read = store === 'inbox' || store === 'reportBlocks' ? withBytes(row, where) : row;
  const parsed = parsedRow(store, read);
  if (parsed.fault !== null) throw notSoundAt(where, parsed.fault);
  return parsed.row;
}

/** The bytes of a waiting file or of a report's orders, which JSON holds as base64. */
function withBytes(row: unknown, where: Said): unknown {
  if (typeof row !== 'object' || row === null || !('bytes' in row) || row.bytes === null) return row;
  const parsed = bytesShape.safeParse(row.bytes);
  if (!parsed.success) {
    const fault = fieldFault(parsed.error.issues, row.bytes);
    throw notSoundAt(where, said('faultAt', { where: '`bytes`', fault }));
  }
  try {
    return { ...row, bytes: Uint8Array.from(atob(parsed.data.$bytes), (letter) => letter.charCodeAt(0)) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw notSoundAt(where, said('faultBytes'));
  }
}

/** Each row stands once: its key is the one by which the ledger would keep it. */
function refuseDoubles(backup: Backup): void {
  const once = (store: Store, keys: readonly (string | number)[]) => {
    const double = keys.length - new Set(keys).size;
    if (double > 0) throw notSoundAt(store, saidCount('faultRowsTwice', double));
  };
  const byId = ['promotions', 'batches', 'inbox', 'proofs', 'offers', 'reports', 'idMarks'] as const;
  for (const store of byId)
    once(
      store,
      backup[store].map((row) => row.id),
    );
  once(
    'blocks',
    backup.blocks.map(({ batch, n }) => `${batch}/${n}`),
  );
  once(
    'spans',
    backup.spans.map(({ batch, from }) => `${batch}/${from}`),
  );
  once(
    'people',
    backup.people.map(({ entry, n }) => `${entry}/${n}`),
  );
  once(
    'reportBlocks',
    backup.reportBlocks.map(({ report, n }) => `${report}/${n}`),
  );
  let last = 0;
  for (const { seq } of backup.entries) {
    if (seq <= last)
      throw notSoundAt('entries', said('faultOrder', { number: String(seq), last: String(last) }));
    last = seq;
  }
}

async function refuseFaults(backup: Backup): Promise<void> {
  const blocks = grouped(backup.blocks, (block) => block.batch);
  const promotions = new Set(backup.promotions.map(({ id }) => id));
  const batches = new Map<number, ReplayedBatch>();
  for (const row of backup.batches) {
    if (!promotions.has(row.promotionId)) throw notSound(said('faultNoPromotion', { import: row.name }));
    // First, so that no row promises more codes than there are.
    await refuseBlocks(row.name, blocks.get(row.id) ?? [], row.count);
    batches.set(row.id, new ReplayedBatch(row));
    blocks.delete(row.id);
  }
  if (blocks.size > 0) throw notSound(said('faultLostCodes'));
  await refusePeople(backup);
  refuseReports(backup);
  await replay(backup, batches);
  const spans = grouped(backup.spans, (span) => span.batch);
  for (const [id, replayed] of batches) {
    const problem = replayed.compare(spans.get(id) ?? []);
    if (problem) throw notSoundAt(said('placeImport', { import: replayed.batch.name }), problem);
    spans.delete(id);
    await breathe();
  }
  if (spans.size > 0) throw notSound(said('faultLostStates'));
}

/** Each entry that went to a list of people has them all, and nobody stands beside one that didn't. */
async function refusePeople({ entries, people }: Backup): Promise<void> {
  const blocks = grouped(people, ({ entry }) => entry);
  for (const { seq, kind, people, count } of entries) {
    if (!people || kind !== 'issue') continue;
    const where = said('placeHistory', { number: String(seq) });
    const own = new Map((blocks.get(seq) ?? []).map((block) => [block.n, block]));
    for (let n = 0; n * blockSize < count; n++) {
      const fault = peopleFault(own.get(n), n, count);
      if (fault) throw notSoundAt(where, fault);
      if (n % 10 === 0) await breathe();
    }
    if (own.size > Math.ceil(count / blockSize)) throw notSoundAt(where, said('faultPeopleStray'));
    blocks.delete(seq);
  }
  if (blocks.size > 0) throw notSound(said('faultPeopleStray'));
}

/** Each report has its texts and all of its orders, unchanged. */
function refuseReports({ reports, reportTexts, reportBlocks }: Backup): void {
  const texts = new Set(reportTexts.map(({ report }) => report));
  const blocks = new Map(reportBlocks.map((block) => [`${block.report}/${block.n}`, block]));
  for (const { id, name, kept } of reports) {
    for (let n = 0; n * ordersPerBlock < kept; n++)
      if (!isSound(blocks.get(`${id}/${n}`), n, kept)) throw notSoundAt(name, said('faultReportOrders'));
    if (!texts.has(id)) throw notSoundAt(name, said('faultReportTexts'));
  }
}

async function replay(backup: Backup, batches: ReadonlyMap<number, ReplayedBatch>): Promise<void> {
  let work = 0;
  let sinceBreath = 0;
  for (const entry of backup.entries) {
    const batch = batches.get(entry.batch);
    const problem = batch ? batch.apply(entry) : said('faultImportLost');
    if (problem) throw notSoundAt(said('placeHistory', { number: String(entry.seq) }), problem);
    work += entry.count;
    sinceBreath += entry.count;
    if (work > longestReplay) throw notSound(said('faultTooLong'));
    if (sinceBreath > 1_000_000) {
      sinceBreath = 0;
      await breathe();
    }
  }
}

/** Throws where these are not all blocks of so many codes, each a code by its letters, unchanged. */
async function refuseBlocks(name: string, blocks: readonly Block[], count: number): Promise<void> {
  for (let n = 0; n * blockSize < count || n < blocks.length; n++) {
    const block = blocks[n];
    const first = n * blockSize + 1;
    const of = { first: String(first), import: name };
    const codes = block?.text.split('\n') ?? [];
    if (block?.n !== n || codes.length !== Math.min(blockSize, count - n * blockSize))
      throw notSound(said('faultCodesFromMissing', of));
    if (crc32OfText(block.text) !== block.crc) throw notSound(said('faultCodesFromChanged', of));
    const bad = codes.findIndex((code) => !storedCode.test(code));
    if (bad >= 0) throw notSound(said('faultLineNoCode', { line: String(first + bad), import: name }));
    if (n % 10 === 0) await breathe();
  }
}
