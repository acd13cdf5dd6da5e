import { forceCloseDatabase } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { reportSources, startReport } from '../../../src/files';
import { type Db, openLedger, selfCheck, takeReport } from '../../../src/ledger/index';
import { ordersPerBlock } from '../../../src/ledger/reports/report-rows';
import { allOrders } from '../../files/reports/helpers';
import { everything, freshName } from '../helpers';
import { countsOf, takeFile } from './helpers';

afterEach(() => vi.restoreAllMocks());

const rows = (count: number, ids: string) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ 'amazon-order-id': `111-0000000-${String(n).padStart(7, '0')}`, 'promotion-ids': ids },
    'purchase-date': new Date(Date.UTC(2026, 8, 1) + n * 60_000).toISOString(),
  }));
const before = () => allOrders(rows(3, 'IG-01'), 'before.txt');
/** More than one block of orders. */
const many = () => allOrders(rows(ordersPerBlock + 10, 'IG-02'), 'many.txt');
const uses = async (db: Db) =>
  Object.entries(await countsOf(db)).map(([id, { checkouts }]) => [id, checkouts]);

/** Does `then` at the n-th write from now on; how many there were. */
function atWrite(n: number, then: (tx: IDBTransaction) => void): () => number {
  let writes = 0;
  for (const method of ['add', 'put', 'delete', 'clear'] as const) {
    const real = IDBObjectStore.prototype[method] as (...rest: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...rest: unknown[]
    ) {
      const request = real.apply(this, rest) as never;
      if (writes++ === n) then(this.transaction);
      return request;
    });
  }
  return () => writes;
}

it('a report is wholly there or not at all, whichever write the browser dies at', async () => {
  const ends: boolean[] = [];
  for (let n = 0, more = true; more; n++) {
    const name = freshName();
    const db = await openLedger({ name });
    await takeFile(db, before());
    const writes = atWrite(n, (tx) => {
      tx.abort();
      forceCloseDatabase(unwrap(db) as never);
    });
    const taken = await takeFile(db, many()).then(
      () => true,
      () => false,
    );
    more = writes() > n;
    vi.restoreAllMocks();
    db.close();
    const again = await openLedger({ name });
    const reports = await again.count('reports');
    expect(reports).toBe(taken ? 2 : 1);
    expect(await uses(again)).toEqual(
      taken
        ? [
            ['IG-01', 3],
            ['IG-02', ordersPerBlock + 10],
          ]
        : [['IG-01', 3]],
    );
    expect(await selfCheck(again)).toMatchObject({ ok: true, mended: [] });
    ends.push(taken);
    // What was left over is cleared away, and the same report goes in.
    expect(await takeFile(again, many())).toMatchObject({ known: taken });
    expect(new Set((await again.getAllKeys('reportBlocks')).map(([report]) => report)).size).toBe(2);
    again.close();
  }
  expect(ends.length).toBeGreaterThan(8);
  expect(ends.at(-1)).toBe(true);
  expect(ends.slice(0, -1)).not.toContain(true);
});

it('canceled at any stretch or any write before the last transaction, it leaves nothing', async () => {
  const name = freshName();
  const db = await openLedger({ name });
  await takeFile(db, before());
  const was = await everything(db);
  const [source] = await reportSources(many());
  let canceled = 0;
  for (let at = 0, more = true; more; at++) {
    const stop = new AbortController();
    const reading = await startReport(source as NonNullable<typeof source>);
    let seen = 0;
    const step = () => seen++ === at && stop.abort();
    const counted = {
      ...{ name: reading.name, kind: reading.kind, tables: () => reading.tables() },
      ...{ lines: 0, rejected: 0 },
      async *rows(signal?: AbortSignal) {
        for await (const some of reading.rows(signal)) {
          step();
          yield some;
        }
      },
    };
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...rest) {
      if (['reportBlocks', 'reportTexts', 'orderLists'].includes(this.name)) step();
      return real.apply(this, rest);
    });
    const error = await takeReport(db, counted, { by: '', signal: stop.signal }).then(
      () => null,
      (reason: unknown) => reason,
    );
    vi.restoreAllMocks();
    more = error !== null;
    if (!more) continue;
    canceled++;
    expect(error).toMatchObject({ code: 'canceled' });
    expect(await uses(db)).toEqual([['IG-01', 3]]);
    expect(await everything(db)).toEqual(was);
  }
  expect(canceled).toBeGreaterThan(5);
  expect(await db.count('reports')).toBe(2);
});
