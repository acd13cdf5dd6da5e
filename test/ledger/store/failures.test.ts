import { forceCloseDatabase } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  confirmImport,
  issueNext,
  LedgerProblem,
  listPromotions,
  openLedger,
  planImport,
  selfCheck,
} from '../../../src/ledger/index';
import { type Migration, migrations } from '../../../src/ledger/store/migrations';
import { worded } from '../../worded';
import {
  cancel,
  code,
  codes,
  everything,
  fileOf,
  freshLedger,
  freshName,
  importCodes,
  promotion,
  putBack,
  to,
} from '../helpers';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets writes to one store fail as a full disk does. */
function fillDisk(store: string): void {
  for (const method of ['add', 'put'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...rest) {
      if (this.name === store) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, rest);
    });
  }
}

function rawOpen(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** `openLedger` of a Claimcheck that has one migration more. */
async function withMigration(next: Migration): Promise<typeof openLedger> {
  vi.resetModules();
  vi.doMock('../../../src/ledger/store/migrations', () => ({ migrations: [...migrations, next] }));
  const newer = await import('../../../src/ledger/index');
  vi.doUnmock('../../../src/ledger/store/migrations');
  return newer.openLedger;
}

describe('storage that is refused', () => {
  it('is told in words where the browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const opening = openLedger();
    await expect(opening).rejects.toBeInstanceOf(LedgerProblem);
    await expect(worded(opening)).rejects.toMatchObject({
      code: 'storage-refused',
      message: expect.stringContaining('private'),
    });
  });

  it.each([
    ['InvalidStateError', 'storage-refused', /private/],
    ['SecurityError', 'storage-refused', /private/],
    ['UnknownError', 'storage-refused', /Nothing was deleted/],
    ['AbortError', 'storage-refused', /Nothing was deleted/],
    ['QuotaExceededError', 'quota', /full/],
  ])('is told in words when opening fails with %s', async (name, problem, words) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    await expect(worded(openLedger())).rejects.toMatchObject({
      code: problem,
      message: expect.stringMatching(words),
    });
  });
});

describe('other versions', () => {
  it('closes itself for a newer Claimcheck, and says so from then on', async () => {
    const name = freshName();
    const changed = vi.fn();
    const db = await openLedger({ name, onVersionChange: changed });
    (await rawOpen(name, migrations.length + 1)).close();
    expect(changed).toHaveBeenCalledOnce();
    await expect(worded(listPromotions(db))).rejects.toMatchObject({
      code: 'closed',
      message: expect.stringContaining('Reload'),
    });
    await expect(issueNext(db, 'any', 1, to(''))).rejects.toMatchObject({ code: 'closed' });
  });

  it('refuses a ledger that a newer Claimcheck wrote, and changes nothing', async () => {
    const name = freshName();
    (await rawOpen(name, migrations.length + 1)).close();
    await expect(worded(openLedger({ name }))).rejects.toMatchObject({
      code: 'blocked',
      message: expect.stringContaining('newer'),
    });
    const still = await rawOpen(name, migrations.length + 1);
    expect(still.version).toBe(migrations.length + 1);
    still.close();
  });

  it('keeps the old ledger whole when a migration fails in its midst, and says what failed', async () => {
    const name = freshName();
    const old = await openLedger({ name });
    await importCodes(old, codes(1200));
    const before = await everything(old);
    old.close();
    const read = (request: IDBRequest) =>
      new Promise<void>((resolve) => {
        request.onsuccess = () => resolve();
      });
    const failing = async (db: IDBDatabase, tx: IDBTransaction) => {
      db.createObjectStore('newer');
      await read(tx.objectStore('blocks').clear());
      await read(tx.objectStore('blocks').count());
      throw new RangeError('a mistake of ours');
    };
    await expect(worded((await withMigration(failing))({ name }))).rejects.toThrow('a mistake of ours');
    const again = await openLedger({ name });
    expect(again.version).toBe(migrations.length);
    expect(await everything(again)).toEqual(before);
  });

  it('waits for all of a migration before it is opened', async () => {
    const name = freshName();
    const old = await openLedger({ name });
    await importCodes(old, codes(1200));
    old.close();
    const walk = (_db: IDBDatabase, tx: IDBTransaction) =>
      new Promise<void>((resolve) => {
        const cursor = tx.objectStore('blocks').openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve();
          cursor.result.update({ ...cursor.result.value, seen: true });
          cursor.result.continue();
        };
      });
    const db = await (await withMigration(walk))({ name });
    expect(await db.getAll('blocks')).toMatchObject([{ seen: true }, { seen: true }]);
  });

  it('says that an older Claimcheck in another tab is in the way, and lets go once it is gone', async () => {
    const openNewer = await withMigration(() => undefined);
    const name = freshName();
    const old = unwrap(await openLedger({ name }));
    const reallyClose = old.close.bind(old);
    vi.spyOn(old, 'close').mockImplementation(() => undefined);
    await expect(worded(openNewer({ name }))).rejects.toMatchObject({
      code: 'blocked',
      message: expect.stringContaining('older'),
    });
    reallyClose();
    (await openNewer({ name })).close();
    // The refused opening succeeded late; were it still open, this would never end.
    (await rawOpen(name, migrations.length + 2)).close();
  });

  it('says that the browser closed the connection', async () => {
    const terminated = vi.fn();
    const db = await openLedger({ name: freshName(), onTerminated: terminated });
    forceCloseDatabase(unwrap(db) as never);
    expect(terminated).toHaveBeenCalledOnce();
    await expect(worded(listPromotions(db))).rejects.toMatchObject({
      code: 'closed',
      message: expect.stringContaining('still there'),
    });
  });
});

describe('a disk that is nearly full', () => {
  const tells = (estimate: StorageEstimate & { usageDetails?: object }) =>
    vi.stubGlobal('navigator', { storage: { estimate: async () => estimate } });
  const free = (bytes: number) => tells({ quota: 1e9, usage: 1e9 - bytes, usageDetails: {} });

  it('is not written to: Chromium may lose the whole database over a write that fails half-way', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    const before = await everything(db);
    free(10_000_000);
    await expect(issueNext(db, promotionId, 1, to('Anna'))).rejects.toMatchObject({ code: 'quota' });
    expect(await everything(db)).toEqual(before);
    free(100_000_000);
    expect(await issueNext(db, promotionId, 1, to('Anna'))).toMatchObject({ codes: codes(1) });
  });

  it('is written to where the browser doesn’t tell how full it is, or not in earnest', async () => {
    const db = await freshLedger();
    tells({ quota: 40e6, usage: 0 });
    await expect(importCodes(db, codes(3, 'BBBB'))).resolves.toMatchObject({ added: 3 });
    vi.stubGlobal('navigator', { storage: { estimate: () => Promise.reject(new Error('no')) } });
    await expect(importCodes(db, codes(3))).resolves.toMatchObject({ added: 3 });
  });
});

describe('a write that fails', () => {
  it.each(['blocks', 'spans', 'counts', 'meta'])(
    'leaves nothing of an import when %s can’t be written',
    async (store) => {
      const db = await freshLedger();
      const plan = await planImport(db, fileOf(codes(1200)));
      const before = await everything(db);
      fillDisk(store);
      const target = {
        promotion: promotion(),
        as: { kind: 'new' },
        name: '',
        quantityAsked: null,
        by: '',
      } as const;
      await expect(confirmImport(db, plan, target)).rejects.toMatchObject({ code: 'quota' });
      vi.restoreAllMocks();
      expect(await everything(db)).toEqual(before);
      expect(await confirmImport(db, plan, target)).toMatchObject({ added: 1200 });
    },
  );

  it.each(['entries', 'spans', 'counts', 'meta'])(
    'leaves nothing of giving out, undo or cancel when %s can’t be written',
    async (store) => {
      const db = await freshLedger();
      const { promotionId } = await importCodes(db, codes(5));
      const { issuance } = await issueNext(db, promotionId, 2, to('Anna'));
      const before = await everything(db);
      fillDisk(store);
      await expect(issueNext(db, promotionId, 2, to(''))).rejects.toMatchObject({ code: 'quota' });
      await expect(putBack(db, issuance, '')).rejects.toMatchObject({ code: 'quota' });
      await expect(cancel(db, promotionId, [code(0)])).rejects.toMatchObject({ code: 'quota' });
      vi.restoreAllMocks();
      expect(await everything(db)).toEqual(before);
      expect((await selfCheck(db)).faults).toEqual([]);
    },
  );
});
