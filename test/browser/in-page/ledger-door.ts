/**
 * Runs inside the extension's own pages and background, in a copy of the build made for a test: lets the
 * test call the ledger there. Only what can be told as JSON goes in and out.
 */
import type { CodeFile } from '../../../src/domain/codes/code-file';
import { crc32OfText } from '../../../src/domain/text/crc32';
import { sha256 } from '../../../src/files/intake/sha256';
import {
  availableCodes,
  type Backup,
  backupLines,
  confirmImport,
  type Db,
  getPromotion,
  history,
  issueNext,
  issueToList,
  lastIssuance,
  listPromotions,
  type NewPromotion,
  openLedger,
  planImport,
  planRestore,
  readBackup,
  restoreBackup,
  revision,
  selfCheck,
  takeBack,
  voidRanges,
} from '../../../src/ledger';
import { inWords, sentenceOf } from '../../../src/words/problem-words';
import { actAt, importSize, manySize, restoreSize } from './crash-plan';

const promotion: NewPromotion = {
  ...{ name: 'Raced', trackingId: null, marketplace: 'US', account: null },
  ...{ percentOff: null, start: null, end: null, amazonId: null },
};

/** The n-th code of a series, all different. */
function code(n: number): string {
  const text = n.toString(36).toUpperCase().padStart(6, '0');
  return `RACE-${text}-${[...text].reverse().join('')}`;
}

async function fileOf(codes: readonly string[]): Promise<CodeFile> {
  const nothing = { rejected: [], suspects: [], blank: 0, header: 0, remarks: [], history: null };
  return {
    ...{ name: 'codes.txt', files: ['codes.txt'], lines: codes.length, codes, ...nothing },
    sha256: await sha256(new TextEncoder().encode(codes.join('\n'))),
    codeFiles: new Uint16Array(codes.length),
    codeLines: new Uint32Array(codes.length),
  };
}

/** The id of the promotion that the codes were added to. */
async function addCodes(db: Db, from: number, count: number, to: NewPromotion): Promise<string> {
  const codes = Array.from({ length: count }, (_, i) => code(from + i));
  const plan = await planImport(db, await fileOf(codes));
  const target = { promotion: to, as: { kind: 'new' }, name: 'lot', quantityAsked: null, by: '' } as const;
  return (await confirmImport(db, plan, target)).promotionId;
}

async function cancelFirst(db: Db, promotionId: string): Promise<void> {
  for await (const { range } of availableCodes(db, promotionId)) {
    await voidRanges(db, promotionId, [{ ...range, count: 1 }], { reason: 'crash test', by: '' });
    return;
  }
}

/** A saved copy of some other ledger with `restoreSize` codes of its own. */
async function linesOfAnotherLedger(seed: number): Promise<string[]> {
  const db = await openLedger({ name: `other-${seed}-${Date.now()}` });
  try {
    await addCodes(db, 1e8 + seed, restoreSize, promotion);
    return (await backupLines(db)).lines;
  } finally {
    db.close();
  }
}

/** The same copy with other codes, so that loading it adds them whatever was loaded before. */
function renewed(copy: Backup, turn: number): Backup {
  const series = turn.toString(36).toUpperCase().padStart(4, 'X');
  const blocks = copy.blocks.map((block) => {
    const text = block.text.replaceAll('RACE-', `${series}-`);
    return { ...block, text, crc: crc32OfText(text) };
  });
  const batches = copy.batches.map((batch) => ({ ...batch, sha256: series }));
  return { ...copy, blocks, batches };
}

async function withLedger<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openLedger();
  try {
    return await work(db);
  } catch (error) {
    throw new Error(sentenceOf(error), { cause: error });
  } finally {
    db.close();
  }
}

/** What the self-check says, in words. */
async function checked(db: Db) {
  const { ok, faults, mended } = await selfCheck(db);
  return { ok, faults: faults.map(inWords), mended: mended.map(inWords) };
}

export const door = {
  /**
   * Does one act of the crash plan after the other until the page is gone, from the revision found. In
   * `globalThis.reached` stands the revision that is surely stored.
   */
  endure: (seed: number) =>
    withLedger(async (db) => {
      const copy = await readBackup(await linesOfAnotherLedger(seed));
      for (let reached = await revision(db); ; reached++) {
        Object.assign(globalThis, { reached });
        const [first] = await listPromotions(db);
        const promotionId = first?.promotion.id ?? '';
        const to = { to: `act ${reached}`, channel: '', note: '', by: '' };
        const act = actAt(reached);
        if (act === 'import') await addCodes(db, seed + reached * importSize, importSize, promotion);
        else if (act === 'issue') await issueNext(db, promotionId, 1, to);
        else if (act === 'issue-many') await issueNext(db, promotionId, manySize, to);
        else if (act === 'cancel') await cancelFirst(db, promotionId);
        else if (act === 'undo')
          await takeBack(db, (await lastIssuance(db, promotionId))?.issuance ?? '', 'none', '');
        else
          await restoreBackup(
            db,
            await planRestore(db, renewed(copy, reached), new Date().toISOString()),
            '',
          );
      }
    }),

  /** Counts over all promotions, the revision, and what the self-check says. */
  audit: () =>
    withLedger(async (db) => {
      const counts = { total: 0, available: 0, held: 0, issued: 0, void: 0 };
      for (const each of await listPromotions(db))
        for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += each.counts[key];
      return { counts, revision: await revision(db), check: await checked(db) };
    }),

  /** Begins anew with an empty ledger. */
  forget: () =>
    new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('claimcheck');
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    }),

  /** Adds codes `from` … `from + count - 1` to the test's promotion; its id. */
  add: (from: number, count: number) => withLedger((db) => addCodes(db, from, count, promotion)),

  /** Gives out `count` codes one by one from an instant on, several at a time; the codes. */
  async race(name: string, promotionId: string, count: number, startAt: number): Promise<string[]> {
    const got: string[] = [];
    const alive = setInterval(() => void chrome.runtime.getPlatformInfo(), 5000);
    await withLedger(async (db) => {
      await new Promise((resolve) => setTimeout(resolve, startAt - Date.now()));
      let left = count;
      const runner = async () => {
        while (left-- > 0) {
          const issued = await issueNext(db, promotionId, 1, { to: name, channel: '', note: '', by: '' });
          got.push(...issued.codes);
        }
      };
      await Promise.all([runner(), runner(), runner()]);
    });
    clearInterval(alive);
    return got;
  },

  /** Gives out codes to people of a list, `Person 1` … `Person <count>`, or all to one `platform`. */
  giveTo: (promotionId: string, count: number, platform = '') =>
    withLedger(async (db) => {
      if (platform) {
        const lot = { to: platform, channel: 'Platform', note: '', by: '' };
        return (await issueNext(db, promotionId, count, lot)).codes.length;
      }
      const people = Array.from({ length: count }, (_, i) => ({
        ...{ to: `Person ${i + 1}`, handle: `p${i + 1}@example.org`, channel: '', note: '' },
      }));
      const about = { channel: 'Newsletter', note: 'spring.csv', by: '' };
      return (await issueToList(db, promotionId, people, about)).codes.length;
    }),

  /** Gives out codes one after the other, at most `count`, until one is refused; those got, and the refusal. */
  untilRefused: (promotionId: string, count: number) =>
    withLedger(async (db) => {
      const codes: string[] = [];
      try {
        while (codes.length < count)
          codes.push(
            ...(await issueNext(db, promotionId, 1, { to: '', channel: '', note: '', by: '' })).codes,
          );
        return { codes, refusal: null };
      } catch (error) {
        return { codes, refusal: sentenceOf(error) };
      }
    }),

  /** The ledger as it stands: counts, whom each code went to (by code), and what the self-check says. */
  look: (promotionId: string) =>
    withLedger(async (db) => {
      const to: Record<string, string> = {};
      // Damage is the self-check's to tell.
      for await (const rows of history(db, promotionId, () => {}))
        for (const row of rows) to[row.code] = row.state === 'issued' ? row.issuedTo : '';
      const { counts } = await getPromotion(db, promotionId);
      return { counts, to, check: await checked(db), revision: await revision(db) };
    }),
};

export type Door = typeof door;

declare const chrome: { runtime: { getPlatformInfo(): Promise<unknown> } };

/** `door`, or the name under which a build that was broken on purpose stands beside it. */
declare const __DOOR__: string;

Object.assign(globalThis, { [__DOOR__]: door });

// Pages reach the background's door through this channel.
if (
  __DOOR__ === 'door' &&
  (typeof document === 'undefined' || location.pathname.startsWith('/_generated_background'))
) {
  const channel = new BroadcastChannel('door');
  channel.onmessage = async ({ data }) => {
    if (data.ask === undefined) return;
    const run = door[data.ask as keyof Door] as (...given: unknown[]) => Promise<unknown>;
    const answer = await run(...data.given).catch((error: unknown) => ({ failed: String(error) }));
    channel.postMessage({ answerTo: data.id, answer });
  };
}
