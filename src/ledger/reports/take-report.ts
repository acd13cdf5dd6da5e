import type { OrderLine, ReportKind, ReportTables } from '../../domain/orders/order-line';
import { said } from '../../domain/problem';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { read, stage, write } from '../store/transact';
import { Gathering } from './gather';
import { alone, dropReport, dropStagedLists, putCounts, recount, reportsRevisionIn } from './recount';
import type { ReportBlock, ReportRow, ReportTexts } from './report-rows';
import { packed } from './stored-runs';

/** A report as it is read from a file. */
export interface IncomingReport {
  readonly name: string;
  readonly kind: ReportKind;
  /** So far; complete once all rows were read. */
  readonly lines: number;
  readonly rejected: number;
  rows(signal?: AbortSignal): AsyncGenerator<readonly OrderLine[]>;
  tables(): ReportTables;
}

/** What taking a report came to. */
export interface TakenReport {
  readonly id: string;
  readonly orders: number;
  /** The same report is here already, so that nothing changed. */
  readonly known: boolean;
  readonly report: ReportRow;
}

const blocksAtOnce = 20;

/**
 * Reads a report into the ledger. Its orders are staged as they stand, and count only once the one last transaction is
 * complete; ended before, by `signal` or with the browser, nothing of it is left. What is wrong with the file is the
 * reader's to throw.
 */
export function takeReport(
  db: Db,
  incoming: IncomingReport,
  about: { readonly by: string; readonly signal?: AbortSignal },
): Promise<TakenReport> {
  return alone(async () => {
    const id = crypto.randomUUID();
    try {
      return await take(db, id, incoming, about);
    } catch (error) {
      await dropStaged(db, id).catch(() => undefined);
      if (!about.signal?.aborted) throw error;
      throw new LedgerProblem('canceled', said('reportCanceled'), { cause: error });
    }
  });
}

function dropStaged(db: Db, id: string): Promise<void> {
  return stage(db, ['reports', 'reportTexts', 'reportBlocks', 'promotionIds', 'orderLists'], async (tx) => {
    await dropReport(tx, id);
    await dropStagedLists(tx);
  });
}

async function take(
  db: Db,
  id: string,
  incoming: IncomingReport,
  about: { readonly by: string; readonly signal?: AbortSignal },
): Promise<TakenReport> {
  const { by, signal } = about;
  await dropLeftovers(db);
  const gathering = new Gathering();
  for await (const rows of incoming.rows(signal)) gathering.add(rows);
  const { orders, kept, days, pairs, columns } = gathering.finish();
  const { ids, currencies, channels, descriptions } = incoming.tables();
  const texts: ReportTexts = {
    ...{ report: id, ids, currencies, channels, pairs },
    descriptions: [...descriptions],
  };
  const blocks = [...packed(id, columns, kept)];
  const row: ReportRow = {
    ...{ id, kind: incoming.kind, name: incoming.name, at: new Date().toISOString(), by },
    ...{ lines: incoming.lines, rejected: incoming.rejected, orders, kept },
    content: await contentOf(texts, blocks, {
      ...{ kind: incoming.kind, orders, days },
      // Nothing in it tells one month without orders from another.
      name: orders === 0 ? incoming.name : '',
    }),
    // Shipments and payments tell only of what went through: no day without them is a day without orders.
    days: incoming.kind === 'all-orders' ? days : null,
    channels: channels.filter((each) => each !== ''),
  };
  const twin = await sameReport(db, row);
  if (twin) return { id: twin.id, orders, known: true, report: twin };
  while (blocks.length > 0) {
    signal?.throwIfAborted();
    // Those that are stored need no more memory.
    const some = blocks.splice(0, blocksAtOnce);
    await stage(db, ['reportBlocks'], async (tx) => {
      for (const block of some) await tx.objectStore('reportBlocks').put(block);
    });
  }
  await stage(db, ['reportTexts'], async (tx) => void (await tx.objectStore('reportTexts').put(texts)));
  const run = { kind: row.kind, texts, columns, count: kept };
  for (;;) {
    const counted = await recount(db, { adding: run });
    signal?.throwIfAborted();
    const done = await write(db, async (tx) => {
      // Another tab may have taken a report meanwhile.
      if ((await reportsRevisionIn(tx)) !== counted.revision) return false;
      await tx.objectStore('reports').add(row);
      await putCounts(tx, counted, counted.revision + 1);
      return true;
    });
    if (done) return { id, orders, known: false, report: row };
  }
}

/** A report with the same content, whatever its file is called. */
function sameReport(db: Db, { content }: ReportRow): Promise<ReportRow | undefined> {
  return read(db, ['reports'], async (tx) =>
    (await tx.objectStore('reports').getAll()).find((each) => each.content === content),
  );
}

/** Two quiet months keep the same few orders, or none: how many there were, and when, is part of what they are. */
async function contentOf(
  texts: ReportTexts,
  blocks: readonly ReportBlock[],
  about: Pick<ReportRow, 'kind' | 'orders' | 'days' | 'name'>,
): Promise<string> {
  const { report: _, pairs, ...plain } = texts;
  const content = JSON.stringify([about, plain, pairs.length, blocks.map(({ crc, count }) => [crc, count])]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Staged parts without their report: of an import that ended with the browser. */
async function dropLeftovers(db: Db): Promise<void> {
  await stage(db, ['reports', 'reportTexts', 'reportBlocks'], async (tx) => {
    const valid = new Set(await tx.objectStore('reports').getAllKeys());
    const staged = new Set(await tx.objectStore('reportTexts').getAllKeys());
    const blocks = tx.objectStore('reportBlocks');
    for (let key = await blocks.openKeyCursor(); key; ) {
      const [report] = key.key;
      staged.add(report);
      key = await key.continue([report, []] as unknown as [string, number]);
    }
    for (const id of staged) if (!valid.has(id)) await dropReport(tx, id);
  });
}
