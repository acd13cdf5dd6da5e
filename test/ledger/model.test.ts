import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  availableCodes,
  backupLines,
  type CodeRange,
  type Db,
  editIssuance,
  getPromotion,
  type HandOver,
  handOver,
  holdNext,
  issueCode,
  issueNext,
  issueRanges,
  issueToList,
  LedgerProblem,
  openLedger,
  planRestore,
  readBackup,
  redeem,
  releaseDue,
  releaseHold,
  restoreBackup,
  selfCheck,
  takeBack,
  takeHandOver,
  undoTakeBack,
  undoVoid,
  unredeem,
  withdrawImport,
} from '../../src/ledger/index';
import { type Migration, migrations } from '../../src/ledger/store/migrations';
import { cancel, code, freshName, importCodes, rowsOf, to } from './helpers';

// A list of its own, so that later versions can be made up.
vi.mock('../../src/ledger/store/migrations', async (original) => ({
  migrations: [...(await original<{ migrations: readonly Migration[] }>()).migrations],
}));
const versions = migrations as Migration[];
const shipped = migrations.length;

/** A later version's step: writes every row of the ledger anew. */
async function rewriteAll(db: IDBDatabase, tx: IDBTransaction): Promise<void> {
  for (const name of db.objectStoreNames) {
    await new Promise<void>((resolve, reject) => {
      const walk = tx.objectStore(name).openCursor();
      walk.onerror = () => reject(walk.error);
      walk.onsuccess = () => {
        if (!walk.result) return resolve();
        walk.result.update(walk.result.value);
        walk.result.continue();
      };
    });
  }
}

type Life = {
  state: 'available' | 'held' | 'issued' | 'void' | 'moved';
  redeemed: boolean;
  /** Of a canceled code. */
  wasOut?: boolean;
  /** Of a canceled code: the hold that it was in. */
  hold?: Hold;
  /** Canceled, though its use in an order now counts. */
  canceled?: boolean;
};

type Hold = { hold: string; ends: boolean; codes: string[] };

/** What the ledger should do, kept as simply as can be: a map of codes and a line of them. */
class Model {
  readonly codes = new Map<string, Life>();
  /** Fresh codes, then returned ones. */
  fresh: string[] = [];
  returned: string[] = [];
  readonly acts: { issuance: string; codes: string[]; people?: boolean }[] = [];
  /** Whom a code went to by a list, as said last. */
  readonly whom = new Map<string, string>();
  readonly voids: { act: string; codes: string[] }[] = [];
  readonly holds: Hold[] = [];
  readonly handOvers: HandOver[] = [];
  readonly taken = new Set<string>();
  readonly imports: { batchId: number; codes: string[] }[] = [];
  /** Codes that were given out or handed over at any time. */
  readonly everOut = new Set<string>();

  get line(): string[] {
    return [...this.fresh, ...this.returned];
  }

  add(batchId: number, codes: string[]): void {
    this.imports.push({ batchId, codes });
    for (const each of codes) this.codes.set(each, { state: 'available', redeemed: false });
    this.fresh.push(...codes);
  }

  leaveLine(codes: readonly string[]): void {
    this.fresh = this.fresh.filter((each) => !codes.includes(each));
    this.returned = this.returned.filter((each) => !codes.includes(each));
  }

  /** They go out: given out or handed over. */
  goOut(codes: readonly string[], state: 'issued' | 'moved'): void {
    this.leaveLine(codes);
    for (const each of codes) {
      this.codes.set(each, { state, redeemed: false });
      this.everOut.add(each);
    }
  }

  /** An import is taken out, with all that was done to its codes. */
  forget(codes: readonly string[]): void {
    this.leaveLine(codes);
    for (const each of codes) this.codes.delete(each);
    for (const act of this.voids) act.codes = act.codes.filter((each) => !codes.includes(each));
  }

  /** The codes that are canceled and never went out. */
  canceled(): Map<string, Canceled> {
    const canceled = new Map<string, Canceled>();
    for (const { batchId, codes } of this.imports)
      for (const each of codes) {
        const life = this.codes.get(each);
        const act = this.voids.findLast((one) => one.codes.includes(each))?.act ?? '';
        if (life?.state === 'void' && !this.everOut.has(each)) canceled.set(each, { life, act, batchId });
      }
    return canceled;
  }

  /** A copy tells of codes whose import was taken out that they are canceled: each such import comes anew. */
  tellAgain(canceled: ReadonlyMap<string, Canceled>, batches: readonly number[]): void {
    const missing = [...canceled].filter(([each]) => !this.codes.has(each));
    const imports = [...new Set(missing.map(([, { batchId }]) => batchId))];
    expect(batches).toHaveLength(imports.length);
    for (const [each, { life, act, batchId }] of missing) {
      const anew = batches[imports.indexOf(batchId)] ?? 0;
      const own = this.imports.find((one) => one.batchId === anew);
      if (own) own.codes.push(each);
      else this.imports.push({ batchId: anew, codes: [each] });
      this.codes.set(each, life);
      const known = this.voids.find((one) => one.act === act);
      if (known) known.codes.push(each);
      else this.voids.push({ act, codes: [each] });
    }
  }

  holdAgain(code: string): void {
    const hold = this.codes.get(code)?.hold;
    if (!hold) return;
    this.codes.set(code, { state: 'held', redeemed: false });
    if (!this.holds.includes(hold)) this.holds.push(hold);
    if (!hold.codes.includes(code)) hold.codes.push(code);
  }

  comeBack(codes: readonly string[]): void {
    for (const each of codes) this.codes.set(each, { state: 'available', redeemed: false });
    this.returned.push(...codes);
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
      held: of('held'),
      moved: of('moved'),
      redeemed,
    };
  }
}

interface World {
  db: Db;
  readonly name: string;
  /** A saved copy made on the way. */
  copy: string[] | null;
  /** The codes that were canceled in it, with their act and hold. */
  canceled: Map<string, Canceled>;
  readonly model: Model;
  promotionId: string;
  next: number;
}

interface Canceled {
  readonly life: Life;
  readonly act: string;
  readonly batchId: number;
}

/** When holds end that end by themselves. */
const holdsEnd = new Date('2026-06-01T00:00:00.000Z');

const kinds = [
  ...([
    'import',
    'issue',
    'issue',
    'list',
    'people',
    'one back',
    'one edit',
    'certain',
    'undo',
    'seen',
    'some',
    'edit',
    'redeem',
    'unredeem',
    'void',
    'unvoid',
  ] as const),
  ...([
    'hold',
    'release',
    'due',
    'withdraw',
    'hand over',
    'take back',
    'restart',
    'migrate',
    'save',
    'load',
  ] as const),
];

type Step = readonly [kind: (typeof kinds)[number], n: number];

const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...kinds), fc.nat(11));

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
    const { batchId } = await importCodes(db, [...known, ...list], { into: { id: world.promotionId } });
    model.add(batchId, list);
  } else if (kind === 'issue') {
    const expected = model.line.slice(0, n + 1);
    if (expected.length <= n) {
      expect(await done(issueNext(db, world.promotionId, n + 1, to('')))).toBe(false);
      return;
    }
    const { issuance, codes } = await issueNext(db, world.promotionId, n + 1, to('Anna'));
    expect(codes).toEqual(expected);
    model.goOut(codes, 'issued');
    model.acts.push({ issuance, codes });
  } else if (kind === 'list') {
    // Exactly some of the line, not its first ones: as after a list was exported.
    const wanted = model.line.slice(n, n + 3);
    const ranges: CodeRange[] = [];
    for await (const { range, codes } of availableCodes(db, world.promotionId))
      codes.forEach((each, i) => {
        if (wanted.includes(each)) ranges.push({ ...range, from: range.from + i, count: 1 });
      });
    const issuing = issueRanges(db, world.promotionId, ranges, to('Vipon'));
    expect(await done(issuing)).toBe(wanted.length > 0);
    if (wanted.length === 0) return;
    const { issuance, codes } = await issuing;
    expect(codes).toEqual(wanted);
    model.goOut(codes, 'issued');
    model.acts.push({ issuance, codes });
  } else if (kind === 'people') {
    const expected = model.line.slice(0, n + 1);
    const people = Array.from({ length: n + 1 }, (_, i) => ({
      ...{ to: `Person ${world.next}-${i}`, handle: `p${i}@x.org`, channel: '', note: '' },
    }));
    const about = { channel: 'Mail', note: '', by: '' };
    const issuing = issueToList(db, world.promotionId, people, about);
    expect(await done(issuing)).toBe(expected.length > n);
    if (expected.length <= n) return;
    const { issuance, codes } = await issuing;
    expect(codes).toEqual(expected);
    model.goOut(codes, 'issued');
    for (const [i, each] of codes.entries()) model.whom.set(each, people[i]?.to ?? '');
    model.acts.push({ issuance, codes, people: true });
  } else if (kind === 'one back' || kind === 'one edit') {
    const act = model.acts.filter(({ people }) => people)[n % 3];
    const each = act?.codes[n % act.codes.length] ?? '';
    const place = act && (await placeOf(world, each));
    if (!act || !place) return;
    const state = model.codes.get(each);
    const out = state?.state === 'issued';
    const wasOut = out || (state?.state === 'void' && state.wasOut === true);
    if (kind === 'one edit') {
      const whom = { to: `Zoe ${world.next++}`, channel: '', note: '' };
      expect(await done(editIssuance(db, act.issuance, whom, '', place))).toBe(wasOut);
      if (wasOut) model.whom.set(each, whom.to);
      return;
    }
    const taking = takeBack(db, act.issuance, n % 2 ? 'all' : 'none', '', place);
    const allowed = out && !state.redeemed;
    expect(await done(taking)).toBe(allowed);
    if (!allowed) return;
    const took = await taking;
    if (n % 5 === 0) {
      expect(await undoTakeBack(db, act.issuance, took.act, '')).toEqual({ out: 1 });
      return;
    }
    if (n % 2) {
      model.codes.set(each, { state: 'void', redeemed: false, wasOut: true });
      model.voids.push({ act: took.act, codes: [each] });
    } else {
      model.comeBack([each]);
      act.codes = act.codes.filter((other) => other !== each);
    }
  } else if (kind === 'undo' || kind === 'seen' || kind === 'some') {
    const index = n % Math.max(1, model.acts.length);
    const act = model.acts[index];
    const out = act?.codes.filter((each) => model.codes.get(each)?.state === 'issued') ?? [];
    const allowed = out.length > 0 && !out.some((each) => model.codes.get(each)?.redeemed);
    const sent = kind === 'undo' ? [] : kind === 'seen' ? out : out.filter((_, i) => i % 2 === 0);
    const seen = kind === 'undo' ? 'none' : kind === 'seen' ? 'all' : sent;
    const taking = takeBack(db, act?.issuance ?? 'none', seen, '');
    expect(await done(taking)).toBe(allowed);
    if (!allowed) return;
    const took = await taking;
    expect(took).toMatchObject({ returned: out.length - sent.length, canceled: sent.length });
    if (n % 3 === 0) {
      // Undone at once: as if nothing had happened, but for the history.
      expect(await undoTakeBack(db, act?.issuance ?? '', took.act, '')).toEqual({ out: out.length });
      return;
    }
    model.comeBack(out.filter((each) => !sent.includes(each)));
    for (const each of sent) model.codes.set(each, { state: 'void', redeemed: false, wasOut: true });
    if (sent.length > 0) model.voids.push({ act: took.act, codes: sent });
    model.acts.splice(index, 1);
  } else if (kind === 'edit') {
    const act = model.acts[n % Math.max(1, model.acts.length)];
    const any = act?.codes.some((each) => ['issued', 'void'].includes(model.codes.get(each)?.state ?? ''));
    const editing = editIssuance(db, act?.issuance ?? '', { to: 'Zoe', channel: '', note: '' }, '');
    // Whoever stands in a list is edited alone.
    expect(await done(editing)).toBe(((any ?? false) && !act?.people) || false);
  } else if (kind === 'redeem') {
    const canceled = life?.state === 'void' && life.wasOut === true;
    const allowed = canceled || (life?.state === 'issued' && !life.redeemed);
    expect(await done(redeem(db, chosen, '1', ''))).toBe(allowed);
    if (life && allowed) Object.assign(life, { state: 'issued', redeemed: true, canceled });
  } else if (kind === 'unredeem') {
    const allowed = life?.redeemed ?? false;
    expect(await done(unredeem(db, chosen, ''))).toBe(allowed);
    if (life && allowed) Object.assign(life, { state: life.canceled ? 'void' : 'issued', redeemed: false });
  } else if (kind === 'certain') {
    const allowed = life?.state === 'available' || life?.state === 'held';
    const issuing = issueCode(db, chosen, to('Ben'));
    expect(await done(issuing)).toBe(allowed);
    if (!allowed) return;
    model.goOut([chosen], 'issued');
    model.acts.push({ issuance: (await issuing).issuance, codes: [chosen] });
  } else if (kind === 'hold' || kind === 'hand over') {
    const next = model.line.slice(0, n + 1);
    // Some end by themselves.
    const about = { to: 'Kim', note: '', until: n % 2 ? holdsEnd : null, by: '' };
    const doing =
      kind === 'hold'
        ? holdNext(db, world.promotionId, n + 1, about)
        : handOver(db, world.promotionId, n + 1, about);
    expect(await done(doing)).toBe(next.length > n);
    if (next.length <= n) return;
    const result = await doing;
    if (kind === 'hand over') model.goOut(next, 'moved');
    else {
      model.leaveLine(next);
      for (const each of next) model.codes.set(each, { state: 'held', redeemed: false });
    }
    if ('hold' in result) model.holds.push({ hold: result.hold, ends: n % 2 > 0, codes: next });
    else model.handOvers.push(result);
    if ('file' in result) expect(result.codes).toEqual(next);
  } else if (kind === 'release') {
    const [hold] = model.holds.splice(n % Math.max(1, model.holds.length), 1);
    const held = hold?.codes.filter((each) => model.codes.get(each)?.state === 'held') ?? [];
    expect(await done(releaseHold(db, world.promotionId, hold?.hold ?? '', ''))).toBe(held.length > 0);
    model.comeBack(await inLedgersOrder(world, held));
  } else if (kind === 'due') {
    expect(await releaseDue(db, new Date(holdsEnd.getTime() - 1), '')).toBe(0);
    const due = model.holds.filter((hold) => hold.ends).flatMap((hold) => hold.codes);
    const held = due.filter((each) => model.codes.get(each)?.state === 'held');
    expect(await releaseDue(db, holdsEnd, '')).toBe(held.length);
    model.comeBack(await inLedgersOrder(world, held));
  } else if (kind === 'withdraw') {
    const index = n % Math.max(1, model.imports.length);
    const { batchId, codes: own } = model.imports[index] ?? { batchId: 999, codes: [] };
    const held = own.some((each) => model.codes.get(each)?.state === 'held');
    const canceled = own.some((each) => model.codes.get(each)?.state === 'void');
    const allowed = own.length > 0 && !held && !canceled && !own.some((each) => model.everOut.has(each));
    expect(await done(withdrawImport(db, batchId, ''))).toBe(allowed);
    if (!allowed) return;
    model.imports.splice(index, 1);
    model.forget(own);
  } else if (kind === 'unvoid') {
    const act = model.voids[n % Math.max(1, model.voids.length)];
    const canceled = act?.codes.filter((each) => model.codes.get(each)?.state === 'void') ?? [];
    expect(await done(undoVoid(db, world.promotionId, act?.act ?? '', ''))).toBe(canceled.length > 0);
    // Those that are known as used meanwhile stay canceled beneath it.
    if (act) act.codes = act.codes.filter((each) => !canceled.includes(each));
    const out = canceled.filter((each) => model.codes.get(each)?.wasOut);
    for (const each of out) model.codes.set(each, { state: 'issued', redeemed: false });
    const held = canceled.filter((each) => model.codes.get(each)?.hold);
    for (const each of held) model.holdAgain(each);
    model.comeBack(canceled.filter((each) => !out.includes(each) && !held.includes(each)));
  } else if (kind === 'take back') {
    const file = model.handOvers[n % Math.max(1, model.handOvers.length)];
    if (!file) return;
    const moved = file.codes.filter((each) => model.codes.get(each)?.state === 'moved');
    expect(await done(takeHandOver(db, file, ''))).toBe(!model.taken.has(file.file));
    if (model.taken.has(file.file)) return;
    model.taken.add(file.file);
    model.comeBack(moved);
  } else if (kind === 'restart' || kind === 'migrate') {
    db.close();
    if (kind === 'migrate') versions.push(rewriteAll);
    world.db = await openLedger({ name: world.name });
  } else if (kind === 'save') {
    world.copy = (await backupLines(db)).lines;
    world.canceled = model.canceled();
  } else if (kind === 'load') {
    // A copy of one's own past tells nothing new, whatever happened since; but of an import taken out since it
    // tells what was canceled.
    if (!world.copy) return;
    const before = new Set(await db.getAllKeys('batches'));
    await restoreBackup(db, await planRestore(db, await readBackup(world.copy), '2026-05-03'), '');
    const batches = (await db.getAllKeys('batches')).filter((id) => !before.has(id));
    model.tellAgain(world.canceled, batches);
  } else {
    // Some codes side by side, one apart, one that is unknown; those that can't be canceled are left out.
    const all = [...model.codes.keys()];
    const wanted = [...new Set([...all.slice(n, n + 3), ...all.slice(n + 5, n + 6), code(n, 'NONE')])];
    const can = wanted.filter((each) => {
      const life = model.codes.get(each);
      return life && !['void', 'moved'].includes(life.state) && !life.redeemed;
    });
    const canceling = cancel(db, world.promotionId, wanted);
    expect(await done(canceling)).toBe(can.length > 0);
    if (can.length === 0) return;
    model.leaveLine(can);
    for (const each of can) {
      const state = model.codes.get(each)?.state;
      const hold = state === 'held' ? model.holds.findLast((one) => one.codes.includes(each)) : undefined;
      model.codes.set(each, {
        ...{ state: 'void', redeemed: false, wasOut: state === 'issued', ...(hold ? { hold } : {}) },
      });
    }
    model.voids.push({ act: (await canceling).act, codes: can });
  }
}

/** Where a code stands. */
async function placeOf({ db }: World, code: string): Promise<{ batch: number; from: number } | null> {
  for (const block of await db.getAll('blocks')) {
    const at = block.text.split('\n').indexOf(code);
    const withdrawn = (await db.get('batches', block.batch))?.withdrawn;
    if (at >= 0 && !withdrawn) return { batch: block.batch, from: block.n * 1000 + at };
  }
  return null;
}

async function lineOf({ db, promotionId }: World): Promise<string[]> {
  const line: string[] = [];
  for await (const part of availableCodes(db, promotionId)) line.push(...part.codes);
  return line;
}

/** Codes that came back at once are at the end of the line; those put back on hold meanwhile come after the others. */
async function inLedgersOrder(world: World, codes: readonly string[]): Promise<string[]> {
  const line = await lineOf(world);
  return line.slice(line.length - codes.length).filter((each) => codes.includes(each));
}

async function compare(world: World): Promise<void> {
  const { db, model, promotionId } = world;
  expect((await getPromotion(db, promotionId)).counts).toMatchObject(model.counts());
  expect(await lineOf(world)).toEqual(model.line);
  const rows = await rowsOf(db, promotionId);
  expect(rows.map((row) => [row.code, row.state, row.orderId !== ''])).toEqual(
    [...model.codes].map(([each, life]) => [each, life.state, life.redeemed]),
  );
  // Of codes that went out by a list and are out still, the person as said last.
  for (const { codes, people } of model.acts)
    for (const each of people ? codes : []) {
      if (model.codes.get(each)?.state !== 'issued') continue;
      expect(rows.find((row) => row.code === each)?.issuedTo).toBe(model.whom.get(each));
    }
  expect((await selfCheck(db)).faults).toEqual([]);
}

const runs = Number(process.env.MODEL_RUNS ?? 200);

describe('random acts', () => {
  it('leave the ledger as a simple model of it', { timeout: runs * 2000 }, async () => {
    const run = async (steps: Step[]) => {
      versions.length = shipped;
      const name = freshName();
      const db = await openLedger({ name });
      const world: World = {
        db,
        name,
        copy: null,
        canceled: new Map(),
        model: new Model(),
        promotionId: '',
        next: 0,
      };
      const first = [code(world.next++), code(world.next++), code(world.next++)];
      const { promotionId, batchId } = await importCodes(world.db, first);
      world.promotionId = promotionId;
      world.model.add(batchId, first);
      for (const each of steps) await take(world, each);
      await compare(world);
      expect(world.db.version).toBe(versions.length);
      world.db.close();
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), run), {
      numRuns: runs,
    });
  });
});
