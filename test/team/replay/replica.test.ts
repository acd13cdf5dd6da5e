import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, type Db, listPromotions, selfCheck } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import type { Act } from '../../../src/team/acts/acts';
import { type Outcome, type PlacedAct, Replica } from '../../../src/team/replay/replica';
import { code, codes, everything, fileOf, freshLedger, promotion } from '../../ledger/helpers';

const to = (name: string) => ({ to: name, handle: '', channel: '', note: '' });
const members = ['Anna', 'Ben', 'Cleo'];

/** The n-th act's id: chance, but the same in each run. */
function uuid(n: number): string {
  const hex = (n * 0x9e3779b97f4a7 + 0x1234567).toString(16).padStart(24, '0');
  return `${n.toString(16).padStart(8, '0')}-${hex.slice(0, 4)}-4${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

/** Writes acts into a ledger, from the place where it stands, and gives what each came to. */
async function follow(db: Db, acts: readonly Act[], atOnce = 1): Promise<Outcome[]> {
  const replica = new Replica(db);
  const outcomes: Outcome[] = [];
  for (let seq = (await replica.followed()) + 1; seq <= acts.length; seq += atOnce) {
    const lot = acts.slice(seq - 1, seq - 1 + atOnce).map((act, i) => placed(seq + i, act));
    outcomes.push(...((await replica.applyAll(lot)) as Outcome[]));
    expect(await replica.followed()).toBe(seq + lot.length - 1);
  }
  return outcomes;
}

function placed(seq: number, act: Act): PlacedAct {
  const time = Date.UTC(2026, 10, 1) + seq * 60_000;
  const plain = JSON.parse(JSON.stringify(act)) as Act;
  return { seq, id: uuid(seq), time, by: members[seq % 3] ?? '', member: 'one', act: plain };
}

function importing(count: number, name: string, revision: number, series = 'AAAA'): Act {
  const target = { promotion: promotion({ name }), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
  return {
    kind: 'confirmImport',
    args: [asActFile(fileOf(codes(count, series))), { ...target, takeBack: false, revision }],
  };
}

/** Stands for the id of an earlier act of one of these kinds. */
const earlier = (n: number, ...kinds: string[]) => ({ earlier: n, kinds });

/** Acts as they would be asked for: each names earlier ones that there are. */
function asked(made: readonly (readonly [string, readonly unknown[]])[], before: readonly Act[]): Act[] {
  const acts = [...before];
  for (const [kind, args] of made) {
    const named = args.map((arg) => {
      const { earlier, kinds } = (arg ?? {}) as { earlier?: number; kinds?: readonly string[] };
      if (earlier === undefined) return arg;
      const those = acts.flatMap((act, i) => (kinds?.includes(act.kind) ? [i + 1] : []));
      return uuid(those[earlier % those.length] ?? 999);
    });
    acts.push({ kind, args: named } as unknown as Act);
  }
  return acts;
}

/** A code of a lease, given out offline; most of them are somebody else's. */
const leased = (n: number, from: number, giving: number) => ({
  ...{ giving: `giving ${giving}`, lease: `lease ${n}`, code: { batch: 1, from } },
  ...{ ...to('Kim'), at: '2026-11-01T00:10:00.000Z' },
});

/** Acts of every kind, some of which can't be done; `at`: ids that acts made before. */
const someAct = (promotionId: string) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => ['issueNext', [promotionId, n, to('Dora')]]),
    },
    fc.integer({ min: 0, max: 70 }).map((n) => ['issueCode', [code(n), to('Emil')]]),
    fc.integer({ min: 0, max: 9 }).map((n) => ['redeem', [code(n), `111-${n}`]]),
    fc.integer({ min: 0, max: 9 }).map((n) => ['unredeem', [code(n)]]),
    fc.integer({ min: 0, max: 70 }).map((n) => ['replaceCode', [code(n), { reason: 'typo' }]]),
    fc
      .integer({ min: 1, max: 9 })
      .map((n) => [
        'holdNext',
        [promotionId, n, { to: 'Fay', note: '', until: n % 2 ? '2026-11-01T00:20:00.000Z' : null }],
      ]),
    fc.constant(['releaseDue', []]),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('all', 'none'))
      .map(([n, seen]) => ['takeBack', [earlier(n, 'issueNext', 'issueToList'), seen]]),
    fc.integer({ min: 1, max: 40 }).map((n) => ['releaseHold', [promotionId, earlier(n, 'holdNext')]]),
    fc
      .integer({ min: 1, max: 40 })
      .map((n) => ['editIssuance', [earlier(n, 'issueNext'), { to: 'Gus', channel: 'TikTok', note: '' }]]),
    fc
      .integer({ min: 0, max: 60 })
      .map((from) => ['voidRanges', [promotionId, [{ batch: 1, from, count: 3 }], { reason: 'leak' }]]),
    fc.integer({ min: 1, max: 40 }).map((n) => ['undoVoid', [promotionId, earlier(n, 'voidRanges')]]),
    fc
      .array(fc.constantFrom('Hana', 'Ivo', 'Jun'), { minLength: 1, maxLength: 4 })
      .map((names) => [
        'issueToList',
        [promotionId, names.map(to), { channel: 'Mail', note: '', revision: null }],
      ]),
    fc
      .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 9 }))
      .map(([n, size]) => ['takeLease', [promotionId, size, `lease ${n}`, 'browser']]),
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 30 }), fc.nat(30))
        .map(([n, from, giving]) => ['giveLeased', [leased(n, from, giving), 'browser']]),
    },
    fc
      .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 40 }))
      .map(([n, from]) => ['returnLease', [`lease ${n}`, [{ batch: 1, from, count: 12 }], 'browser']]),
    fc.integer({ min: 0, max: 1 }).map((n) => ['cancelLease', [promotionId, `lease ${n}`]]),
    fc.constantFrom('Dora', 'Hana').map((name) => ['forgetPerson', [[{ to: name, handle: '' }]]]),
    fc
      .array(fc.integer({ min: 0, max: 70 }), { maxLength: 4 })
      .map((list) => ['markUses', [list.map((n) => ({ code: code(n), order: `112-${n}` }))]]),
    fc
      .constantFrom('2026-11-01T00:30:00.000Z', null)
      .map((at) => ['markPromotions', [[promotionId], 'archived', at]]),
    fc.integer({ min: 0, max: 90 }).map((percentOff) => ['updatePromotion', [promotionId, { percentOff }]]),
  );

describe('a replica', () => {
  it('comes to the same by the same acts, however many it takes at once, wherever it stops in between', async () => {
    const kinds = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(someAct(await promotionId()), { minLength: 24, maxLength: 80, size: 'max' }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
        fc.integer({ min: 2, max: 60 }),
        async (made, stops, atOnce) => {
          const acts = asked(made as [string, unknown[]][], [importing(64, 'Garlic', 0)]);
          const [one, other] = [await freshLedger(), await freshLedger()];
          const outcomes = await follow(one, acts);
          const parts: Outcome[] = [];
          for (const stop of [...stops.sort((a, b) => a - b), acts.length])
            parts.push(...(await follow(other, acts.slice(0, stop), atOnce)));
          expect(outcomes[0]?.done).toBe(true);
          for (const [i, { done }] of outcomes.entries()) if (done) kinds.add(acts[i]?.kind);
          expect(parts.map(plain)).toEqual(outcomes.map(plain));
          expect(await everything(other)).toEqual(await everything(one));
          expect(await checksum(other)).toBe(await checksum(one));
          expect((await selfCheck(one)).faults).toEqual([]);
        },
      ),
      // The same acts each time, or now and then one kind of them would not come up.
      { numRuns: Number(process.env.TEAM_RUNS ?? 15), seed: Number(process.env.TEAM_SEED ?? 20261130) },
    );
    // Each kind of act was done, not just refused.
    expect(kinds.size).toBe(22);
  });

  it('notices by the checksum that another code went out, and not whom a copy can’t name', async () => {
    const acts = [importing(10, 'Garlic', 0)];
    const [one, other] = [await freshLedger(), await freshLedger()];
    await follow(one, acts);
    await follow(other, acts);
    const [listed] = await listPromotions(one);
    const give = (name: string, count = 1): Act => ({
      kind: 'issueNext',
      args: [listed?.promotion.id, count, to(name)],
    });
    await follow(one, [...acts, give('Anna')]);
    await follow(other, [...acts, give('Ben')]);
    expect(await checksum(one)).toBe(await checksum(other));
    await follow(one, [...acts, give('Anna'), give('Cleo')]);
    await follow(other, [...acts, give('Ben'), give('Cleo', 2)]);
    expect(await checksum(one)).not.toBe(await checksum(other));
  });

  it('passes over what has another shape, and says by whom an act is from the log alone', async () => {
    const db = await freshLedger();
    const forged = { ...to('Anna'), by: 'Somebody else' };
    const acts: Act[] = [importing(3, 'Garlic', 0)];
    await follow(db, acts);
    const [listed] = await listPromotions(db);
    const id = listed?.promotion.id ?? '';
    const outcomes = await follow(db, [
      ...acts,
      { kind: 'issueNext', args: [id, -1, to('Anna')] },
      { kind: 'issueNext', args: [id, 1] },
      { kind: 'issueNext', args: [{ id }, 1, to('Anna')] },
      { kind: 'issueNext', args: [id, 1, forged] },
    ]);
    expect(outcomes.map(({ done }) => done)).toEqual([false, false, false, true]);
    const entries = await db.getAll('entries');
    expect(entries.map(({ by }) => by)).toEqual([members[5 % 3]]);
    expect(await new Replica(db).followed()).toBe(5);
  });
});

function plain(outcome: Outcome): unknown {
  return outcome.done ? outcome : { done: false, problem: String(outcome.problem) };
}

/** The id that the promotion of the first act has in every ledger. */
async function promotionId(): Promise<string> {
  const db = await freshLedger();
  await follow(db, [importing(1, 'Garlic', 0)]);
  return (await listPromotions(db))[0]?.promotion.id ?? '';
}
