import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { checksum, openLedger } from '../../../src/ledger';
import { understands } from '../../../src/team/follow/follower';
import { Notes } from '../../../src/team/follow/notes';
import { LogProblem } from '../../../src/team/log/log';
import { newInvitation } from '../../../src/team/members/invitation';
import { keysForNew, mySecret } from '../../../src/team/members/key-ring';
import { lostMark } from '../../../src/team/personal/parts';
import { Personal, personalKind } from '../../../src/team/personal/personal';
import { utf8 } from '../../../src/team/sealing/bytes';
import { answerInvitation, takeSeatFrom } from '../../../src/team/seat/joining';
import { everything, freshName } from '../../ledger/helpers';
import { Company, type Running, to } from './company';

let company: Company | null = null;
afterEach(() => company?.close());

const give = (promotionId: string, name: string) => ({
  ...{ id: crypto.randomUUID(), kind: 'issueNext' },
  args: [promotionId, 1, { ...to(name), note: `for ${name}` }],
});
const forget = (name: string) => ({
  ...{ id: crypto.randomUUID(), kind: 'forgetPerson' },
  args: [[{ to: name, handle: '' }]],
});

/** All that several share, whole: also what it says of people. */
async function shared({ db }: Running) {
  const { entries, people, promotions, spans, counts } = await everything(db);
  return { entries, people, promotions, spans, counts };
}

/**
 * Names before and after somebody is forgotten, twice: Ben's browser wrote one of them before it heard of it, with a key
 * that is gone.
 */
async function forgotten() {
  const { team, promotionId, owner } = await Company.founded(40);
  company = team;
  const ben = await team.add('Ben', 'giver');
  await team.caughtUp(owner);
  const done = async (act: Parameters<typeof owner.session.act>[0]) =>
    expect(await owner.session.act(act)).toMatchObject({ done: true });
  const ring = () => owner.session.follower.ring;
  const keys = team.log.keys;
  const personal = new Personal({ team: team.seat.team, keys, ring, gone: async () => new Set() });
  for (let round = 0; round < 2; round++) {
    await done(give(promotionId, 'Ana'));
    await done(give(promotionId, 'Cleo'));
    const late = give(promotionId, 'Ana');
    const content = utf8(JSON.stringify(await personal.sealed(late.id, late)));
    await done(forget('Ana'));
    team.put(ben.me, await team.sealed(ben.me, content, { id: late.id }));
    await done(give(promotionId, 'Ana'));
    await done(give(promotionId, 'Dora'));
  }
  await team.caughtUp(owner);
  return { team, promotionId, owner, ben };
}

it('comes to the same in lots and one by one, with the keys that are left', async () => {
  const { team, owner, ben } = await forgotten();
  const before = await shared(owner);
  expect(JSON.stringify(before).match(/"Ana"/g)).toHaveLength(1);
  const late = await team.browser(ben);
  await team.caughtUp(late);
  expect(await shared(late)).toEqual(before);
  expect(JSON.stringify(before)).not.toContain(lostMark);
  expect(await checksum(late.db)).toBe(await checksum(owner.db));
});

it('comes to it again where a loss of power took codes, and not what is noted', async () => {
  const { team, owner, ben } = await forgotten();
  const name = freshName();
  const first = await team.browser(ben, name);
  await team.caughtUp(first);
  await first.session.end();
  await first.ended;
  first.db.close();
  first.notes.close();
  await deleteDB(name);
  const again = await team.browser(ben, name);
  await team.caughtUp(again);
  expect(again.session.standing).toMatchObject({ kind: 'current' });
  expect(await shared(again)).toEqual(await shared(owner));
});

/** Somebody new with a snapshot to begin with, in which a name is that will be forgotten. */
async function newcomer() {
  const { team, promotionId, owner } = await Company.founded(3000);
  company = team;
  await owner.session.act(give(promotionId, 'Ana'));
  const { me } = team.seat;
  const engines = ['wss://engine.test'];
  const { invitation } = await newInvitation({
    ...{ team: team.seat.team, engines, inviter: me.card, credentials: '', until: Date.now() + 60_000 },
  });
  const seat = await answerInvitation(invitation, 'Ben');
  const { members } = owner.session.follower;
  const secret = members && (await mySecret(members, me));
  if (!secret) throw new Error('no secret');
  const add = { kind: 'add', card: seat.me.card, role: 'giver', paper: false, engineKey: '' };
  await owner.session.memberAct(add, await keysForNew(team.seat.team, secret, seat.me.card));
  const added = owner.session.follower.seq;
  const snapshot = await owner.session.snapshots.lay();
  const name = freshName();
  const [db, notes] = [await openLedger({ name }), await Notes.open(seat.team, `${name}-notes`)];
  const log = team.log.of(seat.me.card.id);
  const start = { added, snapshot };
  return { team, promotionId, owner, seat, start, name, db, notes, log };
}

it('lets somebody new have the history who began before somebody was forgotten', async () => {
  const { team, owner, seat, start, name, db, notes, log } = await newcomer();
  const taken = await takeSeatFrom(seat, start, { log, db, notes }, AbortSignal.timeout(20_000));
  const from = await notes.comesFrom();
  for (const each of [db, notes]) each.close();
  if (!taken || !from) throw new Error('not taken');
  expect(await owner.session.act(forget('Ana'))).toMatchObject({ done: true });
  await expect
    .poll(async () => [...(await team.log.keys.all()).values()].flatMap((own) => [...own.values()]))
    .toSatisfy((keys: Uint8Array[]) => keys.every(({ length }) => length === 0));
  const ben = await team.browser({ ...taken, owner: null }, name);
  await team.caughtUp(ben);
  await expect.poll(() => ben.session.standing).not.toHaveProperty('come');
  expect(await shared(ben)).toEqual(await shared(owner));
  expect(JSON.stringify(await shared(ben))).not.toMatch(/\bAna\b/);
  // What opened it is let go.
  await expect.poll(() => ben.notes.comesFrom()).toBeNull();
  // Also by a browser that was closed just before it did.
  await ben.session.end();
  await ben.ended;
  await ben.notes.willCome(from);
  const again = await team.browser({ ...taken, owner: null }, name);
  await expect.poll(() => again.notes.comesFrom()).toBeNull();
});

it('lets somebody new begin with another snapshot where the first was no more when they came back', async () => {
  const { team, owner, seat, start, name, db, notes, log } = await newcomer();
  const dies = Object.assign(Object.create(notes), { take: () => Promise.reject(new Error('closed')) });
  const late = AbortSignal.timeout(20_000);
  await expect(takeSeatFrom(seat, start, { log, db, notes: dies }, late)).rejects.toThrow('closed');
  expect(await owner.session.act(forget('Ana'))).toMatchObject({ done: true });
  await owner.session.snapshots.lay();
  const taken = await takeSeatFrom(seat, start, { log, db, notes }, late);
  for (const each of [db, notes]) each.close();
  if (!taken) throw new Error('not taken');
  const ben = await team.browser({ ...taken, owner: null }, name);
  await team.caughtUp(ben);
  await expect.poll(() => ben.session.standing).not.toHaveProperty('come');
  expect(await shared(ben)).toEqual(await shared(owner));
});

it('has forgotten them where the keys can’t be destroyed yet, and destroys them at the next start', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  await owner.session.act(give(promotionId, 'Ana'));
  const { keys } = team.log;
  const destroy = keys.destroy.bind(keys);
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  keys.destroy = () => Promise.reject(new LogProblem('refused', { what: 'right' }));
  expect(await owner.session.act(forget('Ana'))).toMatchObject({ done: true });
  expect(JSON.stringify(await shared(owner))).not.toMatch(/\bAna\b/);
  const left = () => [...keys.held.values()].flat().filter(({ length }) => length > 0).length;
  expect([left() > 0, warned.mock.calls.length > 0]).toEqual([true, true]);
  warned.mockRestore();
  keys.destroy = destroy;
  const again = await team.browser();
  await team.caughtUp(again);
  await expect.poll(left).toBe(0);
});

it('leaves no key of a snapshot that had none yet when all were destroyed', async () => {
  const { team, promotionId, owner } = await Company.founded(20);
  company = team;
  await owner.session.act(give(promotionId, 'Ana'));
  const { keys } = team.log;
  const put = keys.put.bind(keys);
  keys.put = async (all) => {
    keys.put = put;
    expect(await owner.session.act(forget('Ana'))).toMatchObject({ done: true });
    await put(all);
  };
  await owner.session.snapshots.lay();
  expect([...keys.held.values()].flat().every(({ length }) => length === 0)).toBe(true);
});

it('stops at an act of a later version that has names in it, and passes over one that nobody announced', async () => {
  const { team, owner } = await Company.founded(20);
  company = team;
  const inside = (kind: string) => ({ kind: personalKind, act: { kind, args: [] }, parts: [] });
  const ben = await team.add('Ben', 'giver');
  await team.write(ben.me, inside('brandNew'));
  // Of an owner's acts alone.
  await team.write(ben.me, inside('cancelLease'));
  await team.caughtUp(owner);
  expect(owner.session.standing.kind).toBe('current');
  expect(await owner.notes.ignored()).toMatchObject({ count: 2 });
  const knows = [...understands, 'brandNew'];
  await team.write(team.owner, { kind: 'client', understands: knows, engineKey: '' });
  await team.write(ben.me, { kind: 'client', understands: knows, engineKey: '' });
  await team.write(ben.me, inside('brandNew'));
  await owner.ended;
  expect(owner.session.standing).toMatchObject({ why: { why: { kind: 'newer', member: ben.me.card.id } } });
});
