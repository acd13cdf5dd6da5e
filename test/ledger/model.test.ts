import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availableCodes,
  type Db,
  getPromotion,
  issueNext,
  LedgerProblem,
  redeem,
  selfCheck,
  undoIssuance,
  unredeem,
  voidCode,
} from '../../src/ledger/index';
import { code, freshLedger, importCodes, rowsOf, to } from './helpers';

type Life = { state: 'available' | 'issued' | 'void'; redeemed: boolean };

/** What the ledger should do, kept as simply as can be: a map of codes and a line of them. */
class Model {
  readonly codes = new Map<string, Life>();
  /** Fresh codes, then returned ones. */
  fresh: string[] = [];
  returned: string[] = [];
  readonly acts: { issuance: string; codes: string[] }[] = [];

  get line(): string[] {
    return [...this.fresh, ...this.returned];
  }

  add(codes: string[]): void {
    for (const each of codes) this.codes.set(each, { state: 'available', redeemed: false });
    this.fresh.push(...codes);
  }

  leaveLine(codes: readonly string[]): void {
    this.fresh = this.fresh.filter((each) => !codes.includes(each));
    this.returned = this.returned.filter((each) => !codes.includes(each));
  }

  counts() {
    const lives = [...this.codes.values()];
    const of = (state: Life['state']) => lives.filter((life) => life.state === state).length;
    const redeemed = lives.filter((life) => life.redeemed).length;
    return {
      total: lives.length,
      available: of('available'),
      issued: of('issued'),
      void: of('void'),
      redeemed,
    };
  }
}

interface World {
  readonly db: Db;
  readonly model: Model;
  promotionId: string;
  next: number;
}

type Step = readonly [kind: 'import' | 'issue' | 'undo' | 'redeem' | 'unredeem' | 'void', n: number];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('import', 'issue', 'issue', 'undo', 'redeem', 'unredeem', 'void'),
  fc.nat(11),
);

/** True when it was done; false when the ledger refused in words. */
async function done(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof LedgerProblem) return false;
    throw error;
  }
}

async function take(world: World, [kind, n]: Step): Promise<void> {
  const { db, model } = world;
  const chosen = [...model.codes.keys()][n] ?? code(n, 'NONE');
  const life = model.codes.get(chosen);
  if (kind === 'import') {
    const list = Array.from({ length: n + 1 }, () => code(world.next++));
    const known = [...model.codes.keys()].slice(0, 2);
    await importCodes(db, [...known, ...list], { into: { id: world.promotionId } });
    model.add(list);
  } else if (kind === 'issue') {
    const expected = model.line.slice(0, n + 1);
    if (expected.length <= n) {
      expect(await done(issueNext(db, world.promotionId, n + 1, to('')))).toBe(false);
      return;
    }
    const { issuance, codes } = await issueNext(db, world.promotionId, n + 1, to('Anna'));
    expect(codes).toEqual(expected);
    model.leaveLine(codes);
    for (const each of codes) model.codes.set(each, { state: 'issued', redeemed: false });
    model.acts.push({ issuance, codes });
  } else if (kind === 'undo') {
    const index = n % Math.max(1, model.acts.length);
    const act = model.acts[index];
    const out = act?.codes.filter((each) => model.codes.get(each)?.state === 'issued') ?? [];
    const allowed = out.length > 0 && !out.some((each) => model.codes.get(each)?.redeemed);
    expect(await done(undoIssuance(db, act?.issuance ?? 'none', ''))).toBe(allowed);
    if (!allowed) return;
    for (const each of out) model.codes.set(each, { state: 'available', redeemed: false });
    model.returned.push(...out);
    model.acts.splice(index, 1);
  } else if (kind === 'redeem') {
    const allowed = life?.state === 'issued' && !life.redeemed;
    expect(await done(redeem(db, chosen, '1', ''))).toBe(allowed);
    if (life && allowed) life.redeemed = true;
  } else if (kind === 'unredeem') {
    const allowed = life?.redeemed ?? false;
    expect(await done(unredeem(db, chosen, ''))).toBe(allowed);
    if (life) life.redeemed = false;
  } else {
    const allowed = life !== undefined && life.state !== 'void' && !life.redeemed;
    expect(await done(voidCode(db, chosen, '', ''))).toBe(allowed);
    if (!life || !allowed) return;
    life.state = 'void';
    model.leaveLine([chosen]);
  }
}

async function compare({ db, model, promotionId }: World): Promise<void> {
  expect((await getPromotion(db, promotionId)).counts).toMatchObject(model.counts());
  const line: string[] = [];
  for await (const part of availableCodes(db, promotionId)) line.push(...part.codes);
  expect(line).toEqual(model.line);
  const rows = await rowsOf(db, promotionId);
  expect(rows.map((row) => [row.code, row.state, row.orderId !== ''])).toEqual(
    [...model.codes].map(([each, life]) => [each, life.state, life.redeemed]),
  );
  expect((await selfCheck(db)).faults).toEqual([]);
}

describe('random acts', () => {
  it('leave the ledger as a simple model of it', { timeout: 60_000 }, async () => {
    const run = async (steps: Step[]) => {
      const world: World = { db: await freshLedger(), model: new Model(), promotionId: '', next: 0 };
      const first = [code(world.next++), code(world.next++), code(world.next++)];
      world.promotionId = (await importCodes(world.db, first)).promotionId;
      world.model.add(first);
      for (const each of steps) await take(world, each);
      await compare(world);
      world.db.close();
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), run), { numRuns: 200 });
  });
});
