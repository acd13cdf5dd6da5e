import { crc32 } from '../../domain/text/crc32';
import type { Db } from '../store/schema';
import { read } from '../store/transact';
import type { Run } from './merging/merge';
import { bytesOf, columnNames, columnsOf, type OrderColumns, viewed } from './order-columns';
import { ordersPerBlock, type ReportBlock, type ReportRow } from './report-rows';

/** The blocks in which a report's orders are stored. */
export function* packed(report: string, columns: OrderColumns, total: number): Generator<ReportBlock> {
  for (let n = 0; n * ordersPerBlock < total; n++) {
    const from = n * ordersPerBlock;
    const count = Math.min(ordersPerBlock, total - from);
    const bytes = new Uint8Array(bytesOf(count));
    const into = viewed(bytes, count);
    for (const name of columnNames) into[name].set(columns[name].subarray(from, from + count));
    yield { format: 1, report, n, count, bytes, crc: crc32(bytes) };
  }
}

/** What is wrong with a stored block of so many orders in all; null for a sound one. */
export function isSound(block: ReportBlock | undefined, n: number, kept: number): block is ReportBlock {
  const count = Math.min(ordersPerBlock, kept - n * ordersPerBlock);
  return block?.count === count && block.bytes.length === bytesOf(count) && crc32(block.bytes) === block.crc;
}

/** A stored report's orders. What is damaged of it is left out; the self-check tells of it. */
export async function runOf(db: Db, { id, kind, kept }: ReportRow): Promise<Run> {
  const texts = await read(db, ['reportTexts'], (tx) => tx.objectStore('reportTexts').get(id));
  const columns = columnsOf(kept);
  let count = 0;
  for (let n = 0; n * ordersPerBlock < kept; n++) {
    const block = await read(db, ['reportBlocks'], (tx) => tx.objectStore('reportBlocks').get([id, n]));
    if (!isSound(block, n, kept)) continue;
    const part = viewed(block.bytes, block.count);
    for (const name of columnNames) columns[name].set(part[name], count);
    count += block.count;
  }
  const none = { report: id, ids: [], currencies: [], channels: [], descriptions: [], pairs: [] };
  return { kind, texts: texts ?? none, columns, count };
}
