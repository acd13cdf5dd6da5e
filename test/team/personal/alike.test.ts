import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  backupLines,
  checksum,
  type Db,
  goneKeys,
  issueNext,
  issueToList,
  listPromotions,
  planErase,
  planImport,
  planRestore,
  readBackup,
  selfCheck,
} from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import type { Act } from '../../../src/team/acts/acts';
import {
  type Part,
  type PlainAct,
  putTogether,
  type Read,
  takenApart,
} from '../../../src/team/personal/parts';
import { linesNow } from '../../../src/team/pool/team-pool';
import { Replica } from '../../../src/team/replay/replica';
import { newId } from '../../../src/team/sealing/ids';
import { shelfName } from '../../../src/team/sealing/personal';
import { code, codes, everything, fileOf, freshLedger, importCodes, promotion } from '../../ledger/helpers';

/** An act as the log has it: its parts have keys of their own, one for each text. */
interface Logged {
  readonly id: string;
  readonly act: PlainAct;
  readonly parts: readonly Part[];
}

const made = new Map<string, string>();

/** The key of a text, another one each time somebody was forgotten. */
function keyOf(text: string, life: number): string {
  const key = made.get(`${text} ${life}`) ?? shelfName({ person: newId(), name: newId() });
  made.set(`${text} ${life}`, key);
  return key;
}

const names = ['Ana', 'Ben', 'ana', 'Cleo Day', 'Ana B', ''];
const handles = ['', '', 'ana@x', 'ben@x', 'Ana'];
const notes = [
  '',
  '',
  'red',
  'for Ana',
  'blue; asked Ben',
  'was out before: Ana, 2026-11-01T00:00:00.000Z to 2026-11-02',
];
const channels = ['IG', '', 'Ana', 'Mail'];
const someone = fc.record({
  to: fc.constantFrom(...names),
  handle: fc.constantFrom(...handles),
  channel: fc.constantFrom(...channels),
  note: fc.constantFrom(...notes),
});
const uuid = (n: number) =>
  `${n.toString(16).padStart(8, '0')}-1234-4abc-8def-${(n * 7919).toString(16).padStart(12, '0')}`;

type Asked =
  | { readonly kind: 'act'; readonly act: (ids: readonly string[], promotionId: string) => PlainAct }
  | {
      readonly kind: 'import';
      readonly rows: readonly (typeof people extends fc.Arbitrary<infer T> ? T : never)[];
    }
  | { readonly kind: 'restore'; readonly copy: number }
  | { readonly kind: 'forget'; readonly to: string; readonly handle: string };

const people = fc.record({
  to: fc.constantFrom(...names),
  channel: fc.constantFrom(...channels),
  note: fc.constantFrom(...notes),
  at: fc.constant(''),
});
const act = (made: (ids: readonly string[], promotionId: string) => PlainAct): Asked => ({
  kind: 'act',
  act: made,
});
const of = (n: number, ids: readonly string[]) => ids[n % Math.max(1, ids.length)] ?? uuid(9999);
const asked: fc.Arbitrary<Asked> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 3 }), someone)
      .map(([n, to]) => act((_, id) => ({ kind: 'issueNext', args: [id, n, to] }))),
  },
  fc.array(someone, { minLength: 1, maxLength: 5 }).map((list) =>
    act((_, id) => ({
      kind: 'issueToList',
      args: [id, list, { channel: 'List', note: '', revision: null }],
    })),
  ),
  fc
    .tuple(fc.nat(50), someone)
    .map(([n, { handle: _, ...whom }]) => act((ids) => ({ kind: 'editIssuance', args: [of(n, ids), whom] }))),
  fc.tuple(fc.nat(30), someone, fc.boolean()).map(([n, { to, handle, note }, keeps]) =>
    act(() => ({
      kind: 'editPerson',
      args: [[{ batch: 1, from: n, count: 2 }], { to, handle, note: keeps ? null : note }],
    })),
  ),
  fc
    .tuple(fc.nat(30), fc.constantFrom(...notes))
    .map(([n, reason]) => act(() => ({ kind: 'replaceCode', args: [code(n), { reason }] }))),
  fc.nat(1).map((n) => act((_, id) => ({ kind: 'takeLease', args: [id, 8, `lease ${n}`, 'train'] }))),
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(20), fc.nat(1), someone).map(([from, n, whom]) =>
      act((ids) => {
        const told = { giving: uuid(8000 + ids.length), lease: `lease ${n}`, code: { batch: 1, from } };
        const at = '2026-11-01T00:00:00.000Z';
        return { kind: 'giveLeased', args: [{ ...told, ...whom, at }, 'train'] };
      }),
    ),
  },
  fc.nat(1).map((n) => act((_, id) => ({ kind: 'cancelLease', args: [id, `lease ${n}`] }))),
  fc.nat(20).map((n) => act(() => ({ kind: 'redeem', args: [code(n), '111-2222222-3333333'] }))),
  fc
    .tuple(fc.nat(30), fc.constantFrom(...notes))
    .map(([n, reason]) =>
      act((_, id) => ({ kind: 'voidRanges', args: [id, [{ batch: 1, from: n, count: 1 }], { reason }] })),
    ),
  someone.map(({ to, note }) =>
    act((_, id) => ({ kind: 'holdNext', args: [id, 1, { to, note, until: null }] })),
  ),
  fc
    .tuple(fc.nat(50), fc.constantFrom('all', 'none'))
    .map(([n, seen]) => act((ids) => ({ kind: 'takeBack', args: [of(n, ids), seen] }))),
  fc.nat(1).map((copy) => ({ kind: 'restore' as const, copy })),
  fc.array(people, { minLength: 2, maxLength: 6 }).map((rows) => ({ kind: 'import' as const, rows })),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...handles))
      .map(([to, handle]) => ({ kind: 'forget' as const, to, handle })),
  },
);

/** Runs what stands at a place of the log, with the keys that there are then. */
async function run(
  db: Db,
  replica: Replica,
  seq: number,
  { id, act, parts }: Logged,
  has: (key: string) => boolean,
  lives: readonly string[],
) {
  const gone = await replica.gone();
  const reads = parts.map(({ fields }, i): Read => {
    const key = lives[i] as string;
    return gone.has(key) ? '' : has(key) ? fields : null;
  });
  const whole = parts.length > 0 ? putTogether(act, reads, id) : act;
  if (!whole) throw new Error('not put together');
  const outcome = await replica.apply({
    seq,
    id,
    time: Date.UTC(2026, 10, 1) + seq * 1000,
    by: 'Olga',
    member: 'olga',
    act: whole as Act,
  });
  return { done: outcome.done, spans: (await everything(db)).spans };
}

/** Two copies of another ledger: before more was given out there, and after. */
async function someCopies(): Promise<string[][]> {
  const db = await freshLedger();
  await importCodes(db, codes(8, 'CCCC'));
  const id = (await listPromotions(db))[0]?.promotion.id ?? '';
  const to = { handle: '', channel: 'IG', note: 'for Ana', by: 'Olga' };
  await issueNext(db, id, 2, { ...to, to: 'Ana' });
  const { lines } = await backupLines(db);
  const list = [
    { to: 'Ben', handle: 'ben@x', channel: '', note: 'red' },
    { to: 'Ana B', handle: 'ana@x', channel: 'Ana', note: 'was out before' },
  ];
  await issueToList(db, id, list, { channel: 'Mail', note: 'blue', by: 'Olga' });
  await issueNext(db, id, 1, { ...to, to: 'Cleo Day', handle: 'ana@x' });
  return [lines, (await backupLines(db)).lines];
}

it('comes to the same by whatever keys are left, and to the same codes at each place', async () => {
  const copies = await someCopies();
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 3, maxLength: 25 }), fc.nat(30), async (wanted, from) => {
      const early = await freshLedger();
      const first = new Replica(early);
      const log: { logged: Logged; keys: string[] }[] = [];
      const went: unknown[] = [];
      let lives = 0;
      const take = async (act: PlainAct) => {
        const logged = { id: uuid(log.length + 1), ...takenApart(act) };
        const keys = logged.parts.map(({ id }) => keyOf(id, lives));
        log.push({ logged, keys });
        const came = await run(early, first, log.length, logged, () => true, keys);
        went.push(came);
        return came.done;
      };
      const target = { as: { kind: 'new' }, name: 'lot', quantityAsked: null, takeBack: false };
      const file = fileOf(codes(40));
      await take({
        kind: 'confirmImport',
        args: [asActFile(file), { ...target, promotion: promotion(), revision: 0 }],
      });
      const promotionId = (await listPromotions(early))[0]?.promotion.id ?? '';
      let series = 0;
      for (const each of wanted) {
        if (each.kind === 'act')
          await take(
            each.act(
              log.map(({ logged }) => logged.id),
              promotionId,
            ),
          );
        else if (each.kind === 'import') {
          const own = {
            ...fileOf(codes(each.rows.length, `BBB${'CDEFGHJKMNPQRSTVWXYZ'[series++ % 20]}`)),
            people: [...each.rows],
          };
          const { revision } = await planImport(early, own);
          const as = { kind: 'given-out', to: 'Somebody' };
          await take({
            kind: 'confirmImport',
            args: [asActFile(own), { ...target, as, promotion: { id: promotionId }, revision }],
          });
        } else if (each.kind === 'restore') {
          const backup = await readBackup(copies[each.copy] ?? []);
          const plan = await planRestore(early, backup, '2026-12-01T00:00:00.000Z');
          await take({ kind: 'restoreBackup', args: [[...linesNow(backup, plan)], plan.madeAt] });
        } else {
          const { erasure, texts } = await planErase(early, [each]);
          const keys = Array.from({ length: lives + 1 }, (_, life) =>
            texts.map((text) => keyOf(text, life)),
          ).flat();
          lives++;
          const told = { ...erasure, keys: keys.map((key) => key.split('_')) };
          expect(await take({ kind: 'erase', args: [told] })).toBe(true);
        }
      }
      const destroyed = await goneKeys(early);
      // Somebody who reads a part of it while all keys are there, and the rest with what is left.
      const late = await freshLedger();
      const second = new Replica(late);
      for (const [i, { logged, keys }] of log.entries())
        expect(
          await run(late, second, i + 1, logged, (key) => i < from % log.length || !destroyed.has(key), keys),
        ).toEqual(went[i]);
      expect((await selfCheck(late)).faults).toEqual([]);
      expect(await checksum(late)).toBe(await checksum(early));
      expect(await everything(late)).toEqual(await everything(early));
    }),
    { numRuns: 60 },
  );
}, 120_000);
