import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { checksum, followedTo, openLedger, rememberOffer, stillComing } from '../../../src/ledger';
import { Agreement, statedIn } from '../../../src/team/follow/agreement';
import { Comparing } from '../../../src/team/follow/comparing';
import { parsed, textOf } from '../../../src/team/sealing/bytes';
import { openEntry } from '../../../src/team/sealing/envelope';
import { loadAnew } from '../../../src/team/seat/anew';
import { freshName } from '../../ledger/helpers';
import { Company, type Running, to } from './company';

let company: Company | null = null;
afterEach(() => company?.close());

const give = (promotionId: string) => ({
  ...{ id: crypto.randomUUID(), kind: 'issueNext' },
  args: [promotionId, 1, to('Anna')],
});
const me = 'me';
const other = (member: string, sum: string, seq = 5) => ({ member, sum, seq });

it('believes an owner, or two; one colleague alone stops nobody', () => {
  const of = (...stated: ReturnType<typeof other>[]) => {
    const agreement = new Agreement();
    agreement.begin(stated, 5);
    return agreement.of('mine', me, ['olga']);
  };
  expect(of()).toBe('unknown');
  expect(of(other(me, 'else'))).toBe('unknown');
  expect(of(other('ben', 'mine'), other('olga', 'mine'))).toBe('same');
  expect(of(other('ben', 'else'))).toEqual({ differs: 'ben', stops: false });
  expect(of(other('ben', 'else'), other('cem', 'else'))).toMatchObject({ stops: true });
  expect(of(other('ben', 'mine'), other('olga', 'else'))).toEqual({ differs: 'olga', stops: true });
  // Of codes as they were before the last act.
  expect(of(other('olga', 'else', 4))).toBe('unknown');
});

it('reads nothing out of what is no statement', () => {
  for (const told of [
    null,
    {},
    { kind: 'state' },
    { kind: 'state', seq: 1, sum: 'abc' },
    { kind: 'state', seq: -1, sum: 'a'.repeat(64) },
  ])
    expect(statedIn(told, 'ben')).toBeNull();
  expect(statedIn({ kind: 'state', seq: 1, sum: 'a'.repeat(64) }, 'ben')).toEqual(
    other('ben', 'a'.repeat(64), 1),
  );
});

/** What is stated in the log, by whom. */
async function stated(team: Company, running: Running): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const { members, ring } = running.session.follower;
  for (const { member, bytes } of team.log.entries) {
    const opened = await openEntry(bytes, {
      ...{ team: team.seat.team, member, generation: 1, keyOf: ring.keyOf },
      cardOf: (id) => members?.all[id]?.card ?? null,
    });
    const told = opened.kind === 'entry' ? statedIn(parsed(textOf(opened.content) ?? ''), member) : null;
    if (told) found.push([member, told.sum]);
  }
  return found;
}

it('states what it came to at a start, once, and compares where a colleague did', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  const seat = await team.add('Ben', 'giver');
  const ben = await team.browser(seat);
  expect((await ben.session.act(give(promotionId))).done).toBe(true);
  await team.caughtUp(owner);
  const name = freshName();
  const first = await team.browser(seat, name);
  await expect.poll(async () => (await stated(team, owner)).length).toBe(2);
  const sum = await checksum(owner.db);
  expect((await stated(team, owner)).at(-1)).toEqual([seat.me.card.id, sum]);
  await first.session.end();
  // The same codes once more: another colleague's word is there already.
  const cleo = await team.browser(await team.add('Cleo', 'giver'));
  await team.caughtUp(cleo);
  expect((await cleo.session.act(give(promotionId))).done).toBe(true);
  expect((await stated(team, owner)).length).toBe(2);
});

it('gives out nothing where its codes are other than an owner’s, and does until they were loaded anew', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  const seat = await team.add('Ben', 'giver');
  const name = freshName();
  const ben = await team.browser(seat, name);
  await ben.session.act(give(promotionId));
  await ben.session.end();
  await ben.ended;
  // A bit of its copy is another.
  const db = await openLedger({ name });
  const [entry] = await db.getAll('entries');
  if (entry) await db.put('entries', { ...entry, by: 'Somebody else' });
  db.close();
  await owner.session.act(give(promotionId));
  const later = await team.browser(team.seat);
  await team.caughtUp(later);
  await later.session.act(give(promotionId)).catch(() => undefined);
  const again = await team.browser(team.seat);
  await expect.poll(async () => (await stated(team, owner)).length).toBeGreaterThan(1);
  await team.caughtUp(again);
  const bad = await team.browser(seat, name);
  await bad.ended;
  expect(bad.session.standing).toMatchObject({
    kind: 'stopped',
    why: { why: { kind: 'differs', member: team.owner.card.id } },
  });
  const before = team.log.entries.length;
  await expect(bad.session.act(give(promotionId))).rejects.toMatchObject({ why: { kind: 'differs' } });
  expect(team.log.entries.length).toBe(before);
  const { members } = bad.session.follower;
  await loadAnew(seat, members, { log: team.log.of(seat.me.card.id), db: bad.db, notes: bad.notes });
  expect(await bad.db.count('entries')).toBe(0);
  expect(await followedTo(bad.db)).toBe(0);
  const mended = await team.browser(seat, name);
  expect((await mended.session.act(give(promotionId))).done).toBe(true);
  await team.caughtUp(owner);
  expect(await checksum(mended.db)).toBe(await checksum(owner.db));
});

it('loads anew from the newest snapshot of an owner, and keeps what is of this computer alone', async () => {
  const { team, promotionId, owner } = await Company.founded(3000);
  company = team;
  const seat = await team.add('Ben', 'giver');
  const name = freshName();
  const ben = await team.browser(seat, name);
  await ben.session.act(give(promotionId));
  await team.caughtUp(owner);
  const { members } = owner.session.follower;
  await owner.session.snapshots.lay();
  // As after 5,000 entries.
  const log = { ...team.log.of(seat.me.card.id), bounds: async () => ({ first: 1, last: 5000, born: 1 }) };
  await rememberOffer(ben.db, { account: null, marketplace: 'US', sku: 'S', asin: null, limit: 1 });
  await ben.session.end();
  await ben.ended;
  await loadAnew(seat, members, { log, db: ben.db, notes: ben.notes });
  expect(await stillComing(ben.db)).toBeGreaterThan(0);
  const again = await team.browser(seat, name);
  expect((await again.session.act(give(promotionId))).done).toBe(true);
  await expect.poll(() => stillComing(again.db)).toBe(0);
  await team.caughtUp(owner);
  expect(await checksum(again.db)).toBe(await checksum(owner.db));
  expect(await again.db.count('offers')).toBe(1);
});

it('is stopped by nobody who states what is not so, and shows who does', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  const ben = await team.add('Ben', 'giver');
  await team.caughtUp(owner);
  await team.write(ben.me, { kind: 'state', seq: team.log.entries.length, sum: 'f'.repeat(64) });
  // The owner's browser answers by its own word.
  await expect
    .poll(async () => (await stated(team, owner)).at(-1))
    .toEqual([team.owner.card.id, await checksum(owner.db)]);
  expect((await owner.session.act(give(promotionId))).done).toBe(true);
});

it('computes its checksum once for the same codes, however often somebody states what is not so', async () => {
  let times = 0;
  const notes = { stated: async () => [], keepStated: async () => undefined, lastAct: async () => 5 };
  const sum = async () => String(++times).padStart(64, 'a');
  const comparing = new Comparing({ me, notes, sum });
  await comparing.begin(5);
  const told = (seq: number) => ({ kind: 'state', seq, sum: 'f'.repeat(64) });
  for (let n = 0; n < 3; n++)
    expect(await comparing.take(told(5), 'eve', { seq: 5, members: null })).toBe(true);
  expect(times).toBe(1);
  expect(await comparing.take(told(6), 'eve', { seq: 5, members: null })).toBe(false);
  // Nor by doing something in between.
  comparing.acted(6);
  await comparing.take(told(6), 'eve', { seq: 6, members: null });
  expect(times).toBe(1);
  await comparing.take(told(6), 'cem', { seq: 6, members: null }).catch(() => undefined);
  expect(times).toBe(2);
});

it('states its own where one colleague states something else, so that others can tell who is wrong', async () => {
  const mine = 'a'.repeat(64);
  const of = async (...all: [string, string][]) => {
    const notes = {
      stated: async () => all.map(([member, sum]) => ({ member, sum, seq: 5 })),
      keepStated: async () => undefined,
      lastAct: async () => 5,
    };
    const comparing = new Comparing({ me, notes, sum: async () => mine });
    await comparing.begin(5);
    await comparing.compare({ seq: 5, members: null });
    return comparing.due;
  };
  expect(await of(['ben', 'b'.repeat(64)])).toEqual({ kind: 'state', seq: 5, sum: mine });
  expect(await of(['ben', 'b'.repeat(64)], ['cem', mine])).toMatchObject({ sum: mine });
  expect(await of(['ben', 'b'.repeat(64)], [me, mine])).toBeNull();
  expect(await of(['ben', mine])).toBeNull();
});
