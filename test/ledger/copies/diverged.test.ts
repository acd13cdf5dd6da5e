import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  editIssuance,
  getPromotion,
  handOver,
  holdNext,
  issueNext,
  LedgerProblem,
  listIssuances,
  listVoids,
  planRestore,
  readBackup,
  redeem,
  releaseHeld,
  restoreBackup,
  selfCheck,
  takeBack,
  takeHandOver,
  undoTakeBack,
  undoVoid,
  unredeem,
} from '../../../src/ledger/index';
import { cancel, code, codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

const kinds = [
  ...(['issue', 'issue', 'seen', 'unseen', 'untake', 'cancel', 'uncancel', 'use'] as const),
  ...(['unuse', 'hold', 'release', 'hand over', 'return', 'edit'] as const),
];
type Step = readonly [kind: (typeof kinds)[number], n: number];
const steps = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(7)), { maxLength: 12 });

async function load(into: Db, from: Db): Promise<void> {
  const { lines } = await backupLines(from);
  const plan = await planRestore(into, await readBackup(lines), new Date().toISOString());
  await restoreBackup(into, plan, '');
}

/** One act, or nothing where the ledger refuses it in words. */
async function act(db: Db, id: string, [kind, n]: Step, who: string): Promise<void> {
  const about = { to: who, note: '', until: null, by: who };
  const given = (await listIssuances(db, id))[n % 3]?.issuance ?? '';
  const voids = await listVoids(db, id);
  const took = (await db.getAllFromIndex('entries', 'issuance', given)).findLast((each) => each.act);
  const acts: Record<Step[0], () => Promise<unknown>> = {
    issue: () => issueNext(db, id, 1 + (n % 3), to(who)),
    seen: () => takeBack(db, given, 'all', who),
    unseen: () => takeBack(db, given, 'none', who),
    untake: () => undoTakeBack(db, given, took?.act ?? '', who),
    cancel: () => cancel(db, id, [code(n)], who),
    uncancel: () => undoVoid(db, id, voids[n % 2]?.act ?? '', who),
    use: () => redeem(db, code(n), who, who),
    unuse: () => unredeem(db, code(n), who),
    hold: () => holdNext(db, id, 1, about),
    release: () => releaseHeld(db, id, who),
    'hand over': () => handOver(db, id, 1, about),
    return: async () => takeHandOver(db, await handOver(db, id, 1, about), who),
    edit: () => editIssuance(db, given, { to: `${who} anew`, channel: '', note: '' }, who),
  };
  // So that no two acts of one ledger bear the same time, by which their copies are known.
  await new Promise((resolve) => setTimeout(resolve, 2));
  await acts[kind]().catch((error) => {
    if (!(error instanceof LedgerProblem)) throw error;
  });
}

const runs = Number(process.env.MODEL_RUNS ?? 60);

it(
  'two ledgers that diverged come to the same states, whichever loads the other first',
  async () => {
    const run = async (common: Step[], mine: Step[], theirs: Step[]) => {
      const [a, b] = [await freshLedger(), await freshLedger()];
      const { promotionId: id } = await importCodes(a, codes(8));
      for (const step of common) await act(a, id, step, 'Anna');
      await load(b, a);
      await releaseHeld(b, id, '').catch(() => undefined);
      for (const step of mine) await act(a, id, step, 'Ben');
      for (const step of theirs) await act(b, id, step, 'Cleo');
      const before = [await rowsOf(a, id), await rowsOf(b, id)];
      await load(a, b);
      await load(b, a);
      const [here, there] = [await rowsOf(a, id), await rowsOf(b, id)];
      here.forEach((row, i) => {
        const other = there[i];
        // What is on hold is each computer's own affair; whether a code can be out is not.
        const state = (of: typeof other) => (of?.state === 'held' ? 'available' : of?.state);
        expect([row.code, state(row), row.orderId !== '']).toEqual([
          other?.code,
          state(other),
          other?.orderId !== '',
        ]);
        // Whoever gives out next, on whichever computer: it is in no other line.
        expect([row.state, other?.state]).not.toEqual(['available', 'available']);
        const used = before.some((rows) => rows[i]?.orderId !== '' && rows[i]?.state === 'issued');
        if (used && row.orderId === '')
          expect([...mine, ...theirs].some(([kind]) => kind === 'unuse')).toBe(true);
      });
      await load(a, b);
      expect(await rowsOf(a, id)).toEqual(here);
      for (const db of [a, b]) {
        expect((await selfCheck(db)).faults).toEqual([]);
        expect((await getPromotion(db, id)).counts.total).toBe(8);
        for (const [kind, n] of [
          ['unseen', 0],
          ['uncancel', 0],
          ['unuse', 1],
          ['release', 0],
        ] as const)
          await act(db, id, [kind, n], 'Dora');
        expect((await selfCheck(db)).faults).toEqual([]);
      }
      a.close();
      b.close();
    };
    await fc.assert(fc.asyncProperty(steps, steps, steps, run), {
      numRuns: runs,
      examples: [
        // Taken back here; taken back, undone, and its person corrected there.
        [
          [['issue', 0]],
          [['unseen', 0]],
          [
            ['unseen', 0],
            ['untake', 0],
            ['edit', 0],
          ],
        ],
        // Marked as used and unmarked here, taken back there.
        [
          [
            ['issue', 0],
            ['issue', 0],
          ],
          [
            ['use', 0],
            ['unuse', 0],
          ],
          [['unseen', 4]],
        ],
        // Taken back here; taken back and undone there.
        [
          [['issue', 0]],
          [
            ['issue', 0],
            ['unseen', 1],
          ],
          [
            ['unseen', 0],
            ['issue', 0],
            ['untake', 1],
          ],
        ],
        // Taken back here, known as used there.
        [
          [
            ['issue', 0],
            ['issue', 0],
          ],
          [
            ['issue', 0],
            ['unseen', 5],
          ],
          [['use', 0]],
        ],
      ],
    });
  },
  runs * 5000,
);
