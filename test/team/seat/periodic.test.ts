import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { checksum, takeFirst, takeRest } from '../../../src/ledger';
import type { KeptNotes } from '../../../src/team/follow/kept-notes';
import { dueSnapshot, newestSnapshot } from '../../../src/team/seat/periodic';
import { getRest, packSnapshot, putSnapshot } from '../../../src/team/seat/snapshot';
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
  const due = (who: typeof ben, seq: number, made = 0) => dueSnapshot(team.members, who.card.id, seq, made);
  expect([due(team.owner, 4999), due(ben, 5999), due(cem, 99_999), due(paper, 99_999)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(due(team.owner, 5000)).toMatchObject({ period: 1, others: [] });
  const second = due(ben, 6000);
  expect(second?.others).toEqual([{ by: team.owner.card.id, name: due(team.owner, 5000)?.name }]);
  expect(second?.name).not.toBe(second?.others[0]?.name);
  expect([due(team.owner, 9999, 1), due(team.owner, 10_000, 1)?.period]).toEqual([null, 2]);
});

it('finds the newest one that an owner signed, and passes over what somebody else laid under its name', async () => {
  const team = await ATeam.founded('Olga');
  const cem = await somebody('Cem');
  await team.add(cem, 'giver');
  const key = team.keys[0];
  const log = new MemoryLog().of(team.owner.card.id);
  const name = (period: number) =>
    dueSnapshot(team.members, team.owner.card.id, period * 5000, 0)?.name ?? '';
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
  const put = (me: typeof cem, as: string) => putSnapshot({ team: team.team, me, key, log }, packed, as);
  await put(team.owner, name(1));
  await put(cem, name(2));
  await log.putObject(name(3), new Uint8Array(3000));
  const found = await newestSnapshot(team.members, 17_000, { team: team.team, keys: team.keys, log });
  expect([found?.name, found?.snapshot.notes.seq]).toEqual([name(1), 5003]);
  expect(await newestSnapshot(team.members, 4000, { team: team.team, keys: team.keys, log })).toBeNull();
  const other = await freshLedger();
  if (!found) return;
  let left = found.snapshot.coming;
  await takeFirst(other, found.snapshot.first, left);
  for await (const part of (await getRest(found.from, found.name)) ?? []) await takeRest(other, part, --left);
  expect(await checksum(other)).toBe(await checksum(db));
});
