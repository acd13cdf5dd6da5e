import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { checksum, takeFirst, takeRest } from '../../../src/ledger';
import type { KeptNotes } from '../../../src/team/follow/kept-notes';
import { LogProblem } from '../../../src/team/log/log';
import { joined, unsigned } from '../../../src/team/sealing/bytes';
import { newPersonKey, personIdOf } from '../../../src/team/sealing/personal';
import { dueSnapshot, type Made, newestSnapshot } from '../../../src/team/seat/periodic';
import { getRest, packSnapshot, putSnapshot, snapshots } from '../../../src/team/seat/snapshot';
import { codes, freshLedger, importCodes } from '../../ledger/helpers';
import { MemoryLog } from '../follow/memory-log';
import { ATeam } from '../members/a-team';
import { somebody } from '../sealing/people';

it('has one owner make a snapshot each 5,000 entries, and another only where that one does not', async () => {
  const team = await ATeam.founded('Olga');
  const [ben, cem, paper] = await Promise.all(['Ben', 'Cem', 'Paper'].map(somebody));
  if (!ben || !cem || !paper) throw new Error('nobody');
  await team.add(ben, 'owner');
  await team.add(cem, 'giver');
  await team.add(paper, 'owner', team.owner, true);
  const due = (who: typeof ben, seq: number, made: Made | null = null, forgotten = 0) =>
    dueSnapshot(team.members, who.card.id, { seq, forgotten }, made);
  const none = [due(team.owner, 4999), due(ben, 5999), due(cem, 99_999), due(paper, 99_999)];
  expect(none).toEqual([null, null, null, null]);
  const first = { period: 1, forgotten: 0 };
  expect([due(team.owner, 5000), due(ben, 6000)]).toEqual([first, first]);
  expect([due(team.owner, 9999, first), due(team.owner, 10_000, first)?.period]).toEqual([null, 2]);
  // Once somebody was forgotten, nobody can open the one before.
  expect(due(team.owner, 5100, first, 1)).toEqual({ period: 1, forgotten: 1 });
});

it('finds the newest one that an owner signed, and passes over what somebody else laid under its name', async () => {
  const team = await ATeam.founded('Olga');
  const cem = await somebody('Cem');
  await team.add(cem, 'giver');
  const key = team.keys[0];
  const memory = new MemoryLog();
  const [laid, cems] = [memory.of(team.owner.card.id), memory.of(cem.card.id)];
  let damaged = '';
  // Cem sees each name before it is whole, and lays something else under it.
  const log: typeof laid = {
    ...laid,
    putObject: async (name, bytes) => {
      await cems.putObject(name, new Uint8Array(300));
      await laid.putObject(name, bytes);
    },
    getObject: async (name, by) => {
      if (name === damaged) throw new LogProblem('broken', { object: name });
      return laid.getObject(name, by);
    },
  };
  const db = await freshLedger();
  await importCodes(db, codes(1200));
  const notes: KeptNotes = {
    seq: 5003,
    members: { seq: 1, members: team.members },
    own: [],
    acts: [],
    chain: [],
  };
  if (!key) throw new Error('no key');
  const packed = await packSnapshot(db, notes);
  const by = (me: typeof cem) => ({ team: team.team, me, key, log });
  const name = await putSnapshot(by(team.owner), packed);
  // By a giver, and by nobody.
  await putSnapshot(by(cem), { ...packed, seq: 12_000 });
  const none = await putSnapshot(by(team.owner), { ...packed, seq: 13_000 });
  await log.putObject(none, new Uint8Array(3000));
  damaged = await putSnapshot(by(team.owner), { ...packed, seq: 14_000 });
  // Cem lays keys there that belong to nothing, said to be newer than all.
  const person = await personIdOf(key, snapshots);
  for (let n = 0; n < 30; n++) {
    const beside = joined(unsigned(0, 4), unsigned(16_000 + n, 4));
    const { key: own, sealed } = await newPersonKey(team.team, key, person, beside);
    await log.keys.put([{ person, name: own.name, sealed }]);
  }
  const where = { team: team.team, keys: team.keys, log };
  const found = await newestSnapshot(team.members, 17_000, where);
  expect([found?.from.snapshot, found?.notes.seq]).toEqual([name, 5003]);
  expect(await newestSnapshot(team.members, 4000, where)).toBeNull();
  const other = await freshLedger();
  if (!found) return;
  let left = found.coming;
  await takeFirst(other, found.first, left);
  // Somebody is forgotten while the history is still to come: whoever has begun goes on, and nobody else begins.
  await log.keys.destroy((await log.keys.namesOf(person)).map((name) => ({ person, name })));
  expect(await newestSnapshot(team.members, 17_000, where)).toBeNull();
  for await (const part of (await getRest(team.team, found.from, log)) ?? [])
    await takeRest(other, part, --left);
  expect(await checksum(other)).toBe(await checksum(db));
});
