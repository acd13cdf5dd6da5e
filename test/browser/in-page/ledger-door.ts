/**
 * Runs inside the extension's own pages and background, in a copy of the build made for a test: lets the
 * test call the ledger there. Only what can be told as JSON goes in and out.
 */
import type { CodeFile } from '../../../src/domain/code-file';
import { sha256 } from '../../../src/files/sha256';
import {
  confirmImport,
  type Db,
  getPromotion,
  history,
  issueNext,
  type NewPromotion,
  openLedger,
  planImport,
  revision,
  selfCheck,
} from '../../../src/ledger';

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

async function withLedger<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openLedger();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export const door = {
  /** Adds codes `from` … `from + count - 1` to the test's promotion; its id. */
  add: (from: number, count: number) =>
    withLedger(async (db) => {
      const codes = Array.from({ length: count }, (_, i) => code(from + i));
      const plan = await planImport(db, await fileOf(codes));
      const target = { promotion, as: { kind: 'new' }, name: 'lot', quantityAsked: null, by: '' } as const;
      return (await confirmImport(db, plan, target)).promotionId;
    }),

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

  /** The ledger as it stands: counts, whom each code went to (by code), and what the self-check says. */
  look: (promotionId: string) =>
    withLedger(async (db) => {
      const to: Record<string, string> = {};
      for await (const rows of history(db, promotionId))
        for (const row of rows) to[row.code] = row.state === 'issued' ? row.issuedTo : '';
      const { counts } = await getPromotion(db, promotionId);
      return { counts, to, check: await selfCheck(db), revision: await revision(db) };
    }),
};

export type Door = typeof door;

declare const chrome: { runtime: { getPlatformInfo(): Promise<unknown> } };

Object.assign(globalThis, { door });

// Pages reach the background's door through this channel.
if (typeof document === 'undefined' || location.pathname.startsWith('/_generated_background')) {
  const channel = new BroadcastChannel('door');
  channel.onmessage = async ({ data }) => {
    if (data.ask === undefined) return;
    const run = door[data.ask as keyof Door] as (...given: unknown[]) => Promise<unknown>;
    const answer = await run(...data.given).catch((error: unknown) => ({ failed: String(error) }));
    channel.postMessage({ answerTo: data.id, answer });
  };
}
