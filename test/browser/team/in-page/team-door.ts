/**
 * Runs inside the workspace of a copy of the team's build made for a test. Only what can be told as JSON goes in and out.
 */
import type { CodeFile } from '../../../../src/domain/codes/code-file';
import { sha256 } from '../../../../src/files/intake/sha256';
import { availableCodes, checksum, type Db, history, openLedger, selfCheck } from '../../../../src/ledger';
import { inWords } from '../../../../src/words/problem-words';
import { ownParts } from './own-parts';
import { admit, answer, found, invite, take } from './seating';

const own = ownParts();

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

/** What giving out came to: the codes that the page would show, or why it shows none. */
export type Given = { readonly codes: readonly string[]; readonly ms: number } | { readonly problem: string };

function problemOf(error: unknown): Given {
  const { code, said } = error as { code?: string; said?: { key: string } };
  return { problem: code ?? said?.key ?? String(error) };
}

const whom = (to: string) => ({ to, channel: '', note: '', by: '' });

export const door = {
  ...{ found, invite, answer, take },
  admit: async (told: string, role: 'giver' | 'viewer') => admit((await own).here, told, role),

  /** How this browser stands with its team. */
  async standing() {
    const { standing, seat } = (await own).here.state;
    return {
      ...{
        kind: standing.kind,
        seq: 'seq' in standing ? standing.seq : -1,
        isSeated: Boolean(seat?.keys.length),
      },
      why: standing.kind === 'stopped' ? String((standing.why as Error)?.stack ?? standing.why) : '',
    };
  },

  /** Adds codes `from` … `from + count - 1` to a new promotion; its id. */
  async add(name: string, from: number, count: number): Promise<string> {
    const { pool } = await own;
    const file = await fileOf(Array.from({ length: count }, (_, i) => code(from + i)));
    const promotion = {
      ...({ name, trackingId: null, marketplace: 'US', account: null } as const),
      ...{ percentOff: null, start: null, end: null, amazonId: null },
    };
    const plan = await pool.planImport(file);
    const target = { promotion, as: { kind: 'new' }, name: 'lot', quantityAsked: null, by: '' } as const;
    return (await pool.confirmImport(plan, { ...target, takeBack: false } as never)).promotionId;
  },

  /** Gives out the next codes through the page's own pool. */
  async give(promotionId: string, count: number, to: string): Promise<Given> {
    const { pool } = await own;
    const began = performance.now();
    try {
      const { codes } = await pool.issueNext(promotionId, count, whom(to));
      return { codes, ms: performance.now() - began };
    } catch (error) {
      return problemOf(error);
    }
  },

  /**
   * The order rule broken on purpose: shows the codes that it expects to get, those that are next in this browser's
   * copy when it asks, and not those that the log gives it.
   */
  async giveExpected(promotionId: string, count: number, to: string): Promise<Given> {
    const { pool } = await own;
    const began = performance.now();
    const expected = await withLedger(async (db) => {
      const next: string[] = [];
      for await (const { codes } of availableCodes(db, promotionId)) {
        next.push(...codes);
        if (next.length >= count) break;
      }
      return next.slice(0, count);
    });
    try {
      await pool.issueNext(promotionId, count, whom(to));
    } catch (error) {
      return problemOf(error);
    }
    return { codes: expected, ms: performance.now() - began };
  },

  /** The checksum of this browser's copy, and what its self-check says. */
  audit: () =>
    withLedger(async (db) => {
      const { faults } = await selfCheck(db);
      return { checksum: await checksum(db), faults: faults.map(inWords) };
    }),

  /** This browser's copy: its checksum, what its self-check says, counts, and whom each code went to. */
  look: (promotionId: string) =>
    withLedger(async (db) => {
      const to: Record<string, string> = {};
      const states: Record<string, number> = {};
      for await (const rows of history(db, promotionId, () => {}))
        for (const row of rows) {
          states[row.state] = (states[row.state] ?? 0) + 1;
          to[row.code] = row.state === 'issued' ? row.issuedTo : '';
        }
      const { faults } = await selfCheck(db);
      return { checksum: await checksum(db), faults: faults.map(inWords), states, to };
    }),
};

export type TeamDoor = typeof door;

Object.assign(globalThis, { teamDoor: door });
