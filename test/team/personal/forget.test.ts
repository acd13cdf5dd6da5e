import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  backupLines,
  checksum,
  issueNext,
  listPromotions,
  planErase,
  planImport,
  selfCheck,
} from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import type { Members } from '../../../src/team/members/team-state';
import { lostMark } from '../../../src/team/personal/parts';
import { personIdOf, personIdsOf } from '../../../src/team/sealing/personal';
import type { PoolKey } from '../../../src/team/sealing/pool-key';
import { getSnapshot, packSnapshot, putSnapshot, snapshots } from '../../../src/team/seat/snapshot';
import { filesIn, readableIn } from '../../browser/team/readable';
import { codes, everything, fileOf, freshLedger, importCodes, promotion } from '../../ledger/helpers';
import { type Browser, RealTeam } from './real-team';

const [hers, mail] = ['Annabella Quint', 'annabella@quint.test'];
const theirs = [hers, mail, 'Anabela Kwint', 'tall and friendly'];
const others = ['Bertram Vole', 'bertram@vole.test', 'likes trains', 'kept by Dora', 'Instagram'];
let team: RealTeam;
let promotionId: string;
let ben: Browser;

beforeAll(async () => {
  team = await RealTeam.start();
  promotionId = await team.add(codes(60));
  ben = await team.join('Ben');
}, 60_000);

afterAll(() => team?.stop());

const to = (to: string, handle = '', note = '', channel = 'Instagram') => ({ to, handle, channel, note });
/** Which of these texts stand in somebody's copy. */
async function readBy({ db }: Browser, texts: readonly string[]): Promise<string[]> {
  const { hashes: _, ...all } = await everything(db);
  const whole = JSON.stringify(all);
  return texts.filter((text) => whole.includes(text));
}

function openedBy({ seat, session, log }: Browser, snapshot: string) {
  const key = session.follower.ring.keys.at(-1) as PoolKey;
  return getSnapshot({ team: seat.team, by: [team.owner.seat.me.card], key, log }, snapshot);
}

/** Everything that can be written of somebody, by two members. */
async function write(): Promise<void> {
  const [olga] = team.browsers as [Browser];
  const annas = (await team.act(olga, 'issueNext', promotionId, 2, to(hers, mail))) as {
    issuance: string;
    ranges: unknown[];
    codes: string[];
  };
  await team.act(ben, 'issueNext', promotionId, 1, to('Bertram Vole', 'bertram@vole.test', 'likes trains'));
  await team.act(ben, 'issueNext', promotionId, 1, to('Bertram Vole', '', 'friend of Annabella Quint'));
  // Corrected to her, to somebody else, and the other way round.
  await team.act(ben, 'editIssuance', annas.issuance, {
    to: 'Anabela Kwint',
    channel: 'Annabella Quint',
    note: 'tall and friendly',
  });
  const wrong = (await team.act(olga, 'issueNext', promotionId, 1, to('Cyril', '', 'for tests'))) as {
    issuance: string;
    ranges: unknown[];
  };
  await team.act(ben, 'editPerson', wrong.ranges, { to: hers, handle: mail, note: null });
  const given = (await team.act(ben, 'issueNext', promotionId, 1, to(hers, mail, 'kept by Dora'))) as {
    ranges: unknown[];
  };
  await team.act(olga, 'editPerson', given.ranges, { to: 'Dora', handle: '', note: null });
  const people = Array.from({ length: 20 }, (_, i) => ({
    ...to(`Guest ${i}`, `guest${i}@x.test`),
    channel: '',
  }));
  people[7] = { ...to(hers, mail, 'tall and friendly'), channel: '' };
  await team.act(olga, 'issueToList', promotionId, people, { channel: 'Mail', note: '', revision: null });
  await team.act(olga, 'replaceCode', annas.codes[0], { reason: 'Annabella Quint says it fails' });
  await team.act(ben, 'holdNext', promotionId, 2, { to: hers, note: '', until: null });
  // A list of codes that are out already.
  // What a seller brings along from before the team.
  const alone = await freshLedger();
  await importCodes(alone, codes(4, 'BBBB'), { into: promotion({ name: 'Before' }) });
  const [{ promotion: there } = { promotion: { id: '' } }] = await listPromotions(alone);
  await issueNext(alone, there.id, 1, { ...to(hers, mail, 'tall and friendly'), by: 'Olga' });
  await team.act(olga, 'restoreBackup', (await backupLines(alone)).lines, new Date().toISOString());
  await team.settled();
  const own = codes(3, 'WXYZ');
  const person = (to: string, note: string) => ({ to, channel: 'Mail', note, at: '' });
  const file = {
    ...fileOf(own),
    people: [person(hers, 'tall and friendly'), person('Bertram Vole', 'likes trains'), null],
  };
  const { revision } = await planImport(olga.db, file);
  const target = {
    promotion: promotion({ name: 'Other' }),
    as: { kind: 'part-given-out', codes: own.slice(0, 2), to: '' },
  };
  await team.act(olga, 'confirmImport', asActFile(file), {
    ...target,
    name: 'x',
    quantityAsked: null,
    takeBack: false,
    revision,
  });
}

it('keeps nothing of somebody who was forgotten, in no copy, in whatever order they replay', async () => {
  const [olga] = team.browsers as [Browser];
  await write();
  await team.settled();
  const snapshot = await olga.session.snapshots.lay();
  expect(await openedBy(olga, snapshot)).not.toBeNull();
  for (const one of team.browsers)
    expect(await readBy(one, [...theirs, ...others])).toEqual([...theirs, ...others]);
  const before = await olga.log.keys.all();
  const held = [...before.values()].flatMap((own) => [...own.values()]);
  const seen = () => filesIn(team.cluster.disks);
  // The keys are on the disk as they were put there, so that what is looked for can be found.
  expect(held.filter((key) => !seen().some((file) => file.includes(Buffer.from(key))))).toEqual([]);
  expect(await team.act(ben, 'forgetPerson', [{ to: hers, handle: mail }])).toMatchObject({
    lists: 1,
  });
  await team.settled();
  for (const one of team.browsers) {
    expect(await readBy(one, theirs)).toEqual([]);
    expect(await readBy(one, others)).toEqual(others);
  }
  // Two who come later, with what is left of the keys: one from the log's beginning, and one from a new snapshot: the old one opens to nobody.
  const late = await team.join('Late');
  expect(await openedBy(olga, snapshot)).toBeNull();
  expect(await team.joinFrom('Later')).not.toBeNull();
  await team.settled();
  const sums = await Promise.all(team.browsers.map(({ db }) => checksum(db)));
  expect(new Set(sums).size).toBe(1);
  for (const one of team.browsers) {
    expect(await readBy(one, [lostMark])).toEqual([]);
    expect((await selfCheck(one.db)).faults).toEqual([]);
  }
  expect(await readBy(late, others)).toEqual(others);
  // Whoever has the pool's key and the engine's disk: no name stands there, and of the keys that opened one nothing is left.
  const after = await olga.log.keys.all();
  const gone = [...before].flatMap(([person, own]) =>
    [...own].filter(([name]) => after.get(person)?.get(name)?.length === 0).map(([, key]) => key),
  );
  expect(gone.length).toBeGreaterThan(6);
  expect(gone.filter((key) => seen().some((file) => file.includes(Buffer.from(key))))).toEqual([]);
  expect(readableIn(seen(), [...theirs, ...others])).toEqual([]);
}, 120_000);

it('knows them again once they get another code, and forgets them again', async () => {
  const [olga] = team.browsers as [Browser];
  await team.act(ben, 'issueNext', promotionId, 1, to(hers, mail));
  await team.settled();
  for (const one of team.browsers) expect(await readBy(one, [mail])).toEqual([mail]);
  await team.act(olga, 'forgetPerson', [{ to: hers, handle: mail }]);
  await team.join('Latest');
  await team.settled();
  const sums = await Promise.all(team.browsers.map(({ db }) => checksum(db)));
  expect(new Set(sums).size).toBe(1);
  for (const one of team.browsers) expect(await readBy(one, theirs)).toEqual([]);
}, 60_000);

it('has another browser destroy what is left of keys where whoever forgot came no further', async () => {
  const [olga] = team.browsers as [Browser];
  await team.act(olga, 'issueNext', promotionId, 1, to('Zoe Unready'));
  await team.settled();
  const before = await olga.log.keys.all();
  const { erasure, texts } = await planErase(olga.db, [{ to: 'Zoe Unready', handle: '' }]);
  const pool = olga.session.follower.ring.keys;
  const keys: [string, string][] = [];
  for (const text of texts)
    for (const person of await personIdsOf(pool, text))
      for (const name of await olga.log.keys.namesOf(person)) keys.push([person, name]);
  expect(keys).toHaveLength(1);
  // Only the log says so, as where the browser was closed right after.
  await team.act(olga, 'erase', { ...erasure, keys });
  expect(await olga.log.keys.all()).toEqual(before);
  await team.open(ben.seat);
  const [[person, name]] = keys as [[string, string]];
  const left = async () => (await olga.log.keys.all()).get(person)?.get(name)?.length;
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
}, 60_000);

it('has the key of a snapshot destroyed that was on its way while somebody was forgotten', async () => {
  const [olga] = team.browsers as [Browser];
  const { seat, session, db, log } = olga;
  const key = session.follower.ring.keys.at(-1) as PoolKey;
  const by = { team: seat.team, me: seat.me, key, log };
  const notes = {
    seq: 1,
    members: { seq: 1, members: session.follower.members as Members },
    own: [],
    acts: [],
    chain: [],
  };
  const packed = await packSnapshot(db, notes);
  const old = await putSnapshot(by, { ...packed, forgotten: 0 });
  const now = await session.snapshots.lay();
  // A browser that began just before may have destroyed it by now: that it was there shows all the same.
  const there = await log.keys.namesOf(await personIdOf(key, snapshots));
  expect(there).toContain(old.slice('snapshot-'.length));
  await team.open(ben.seat);
  await expect.poll(() => openedBy(olga, old), { timeout: 20_000 }).toBeNull();
  expect(await openedBy(olga, now)).not.toBeNull();
}, 60_000);
