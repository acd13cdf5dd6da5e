import { beforeAll, describe, expect, it } from 'vitest';
import { maxEntryBytes } from '../../../src/team/log/log';
import { openFounding } from '../../../src/team/members/founding';
import { foundingKeys, keysForNew, nextKeys } from '../../../src/team/members/key-ring';
import {
  cardIn,
  generationOf,
  mostMembers,
  presentMembers,
  stepMembers,
} from '../../../src/team/members/members';
import { readEntry } from '../../../src/team/members/read-entry';
import type { Member, Members } from '../../../src/team/members/team-state';
import { utf8 } from '../../../src/team/sealing/bytes';
import { sealEntry } from '../../../src/team/sealing/envelope';
import { newId } from '../../../src/team/sealing/ids';
import { newPoolSecret } from '../../../src/team/sealing/pool-key';
import { firstHead, type Somebody, somebody } from '../sealing/people';
import { ATeam, outcome, understands } from './a-team';

let people: Somebody[];
let [ben, cem, dia, eve] = [] as unknown as Somebody[] as [Somebody, Somebody, Somebody, Somebody];

beforeAll(async () => {
  people = await Promise.all(['Ben', 'Cem', 'Dia', 'Eve'].map(somebody));
  [ben, cem, dia, eve] = people as [Somebody, Somebody, Somebody, Somebody];
});

describe('a team', () => {
  it('is founded by its first entry, with its owner', async () => {
    const team = await ATeam.founded();
    expect(presentMembers(team.members)).toEqual([
      {
        ...{ card: team.owner.card, role: 'owner', paper: false, engineKey: 'UANA', gone: null, understands },
        ...{ joined: { seq: 1, by: team.owner.card.id, at: 1000 }, wrapped: expect.any(String) },
      },
    ]);
    expect([generationOf(null), generationOf(team.members)]).toEqual([0, 1]);
    expect(cardIn(team.members, '__proto__')).toBeNull();
    // The state is plain data.
    expect(JSON.parse(JSON.stringify(team.members))).toEqual(team.members);
  });

  it('tells the engine no name and no act', async () => {
    const team = await ATeam.founded('Anastasia');
    await team.add(await somebody('Bartholomew'), 'giver');
    await team.write(team.owner, { kind: 'issueNext', args: ['AMZN-CODE-1234', 'Clementine'] });
    expect(team.last?.kind).toBe('act');
    const disk = team.log.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('');
    expect(disk).not.toMatch(/Anastasia|Bartholomew|AMZN|Clementine|issueNext|giver/);
  });

  it('is founded by nothing else', async () => {
    const team = await ATeam.founded();
    const [first] = team.log as [(typeof team.log)[0]];
    const here = { keyOf: () => team.keys[0] ?? null, understands };
    const read = (bytes: Uint8Array, id = team.team, member = first.member) =>
      readEntry(id, null, { seq: 1, member, bytes }, here);
    expect(outcome(await read(first.bytes))).toBe('members');
    expect(outcome(await read(first.bytes, newId()))).toBe('no-founding');
    expect(outcome(await read(first.bytes, team.team, ben.card.id))).toBe('no-founding');
    for (let at = 0; at < first.bytes.length; at += 3)
      expect(outcome(await read(first.bytes.with(at, (first.bytes[at] as number) ^ 1)))).toBe('no-founding');
    expect(await readEntry(team.team, null, first, { ...here, keyOf: () => null })).toEqual({
      ...{ kind: 'locked', generation: 1 },
    });
    const found = { kind: 'found', card: ben.card, understands, engineKey: '' };
    // By whoever has the key, too, where the card is another's or the keys aren't handed to the founder.
    const keys = (await foundingKeys(team.team, ben.card)).handed;
    const second = new (ATeam as never as new (...of: unknown[]) => ATeam)(team.team, ben, team.keys);
    expect(outcome(await second.write(cem, found, keys))).toBe('no-founding');
    expect(outcome(await second.write(ben, found, null))).toBe('handed');
    expect(outcome(await second.write(ben, found, { ...keys, generation: 2 }))).toBe('handed');
    expect(outcome(await second.write(ben, { ...found, kind: 'client' }, keys))).toBe('no-founding');
    expect(outcome(await second.write(ben, found, (await foundingKeys(team.team, cem.card)).handed))).toBe(
      'handed',
    );
    // In somebody else's name than the card's.
    const head = await firstHead(team.team, cem.card.id, { handed: keys });
    const by = { keys: ben.keys, pool: team.keys[0] as (typeof team.keys)[0] };
    const { bytes } = await sealEntry(team.team, head, utf8(JSON.stringify(found)), by);
    expect(await openFounding(team.team, bytes, by.pool)).toBeNull();
    const next = await nextKeys(team.team, newPoolSecret(1), [ben.card]);
    expect(outcome(await second.write(ben, found, { ...next.handed, generation: 1 }))).toBe('handed');
    const act = { ...found, kind: 'found' } as const;
    const alone = { seq: 1, member: cem.card.id, at: 0, handed: keys };
    expect(stepMembers(team.team, null, { ...alone, act }).refused).toBe('unknown-member');
    expect(stepMembers(team.team, null, { ...alone, act: { kind: 'leave' } }).refused).toBe('unknown-member');
    expect(outcome(await second.write(ben, found, keys))).toBe('members');
    expect(outcome(await team.write(team.owner, found, keys))).toBe('founded');
  });

  it('takes members from owners alone', async () => {
    const team = await ATeam.founded();
    expect(outcome(await team.add(ben, 'giver'))).toBe('members');
    expect(outcome(await team.add(cem, 'viewer'))).toBe('members');
    expect(outcome(await team.add(dia, 'giver', ben))).toBe('role');
    expect(outcome(await team.add(dia, 'giver', eve))).toBe('unknown-member');
    expect(outcome(await team.add(ben, 'giver'))).toBe('known-member');
    expect(presentMembers(team.members).map(({ card, role }) => [card.name, role])).toEqual([
      ...[
        ['Ana', 'owner'],
        ['Ben', 'giver'],
        ['Cem', 'viewer'],
      ],
    ]);
    await team.write(team.owner, { kind: 'role', member: ben.card.id, role: 'owner' });
    expect(outcome(await team.add(dia, 'giver', ben))).toBe('members');
    expect(team.members.all[dia.card.id]?.joined.by).toBe(ben.card.id);
  });

  it('takes nobody whose secret isn’t the others’, or isn’t theirs', async () => {
    const team = await ATeam.founded();
    const act = { kind: 'add', card: ben.card, role: 'giver', paper: false, engineKey: '' };
    const secret = await team.secret();
    const good = await keysForNew(team.team, secret, ben.card);
    const tries: [string, Parameters<ATeam['write']>[2]][] = [
      ['handed', null],
      ['handed', await keysForNew(team.team, secret, cem.card)],
      ['handed', { ...good, wrapped: [] }],
      ['handed', { ...good, wrapped: [...good.wrapped, [cem.card.id, good.wrapped[0]?.[1] as string]] }],
      ['handed', await keysForNew(team.team, newPoolSecret(1), ben.card)],
      ['generation', await keysForNew(team.team, newPoolSecret(2), ben.card)],
      [
        'handed',
        { ...(await nextKeys(team.team, secret, [ben.card])).handed, generation: 1, check: good.check },
      ],
      ['members', good],
    ];
    for (const [what, handed] of tries) expect(outcome(await team.write(team.owner, act, handed))).toBe(what);
    for (const told of [
      { ...act, card: { ...cem.card, id: dia.card.id } },
      { ...act, card: cem.card, role: 'king' },
    ])
      expect(outcome(await team.write(team.owner, told, good))).toBe('no-act');
  });

  it('removes with a new key for those who stay, and nothing of the removed counts from there on', async () => {
    const team = await ATeam.founded();
    for (const who of [ben, cem]) await team.add(who, 'giver');
    const give = { kind: 'issueNext', args: [] };
    expect(outcome(await team.write(ben, give))).toBe('act');
    expect(outcome(await team.remove(cem, ben))).toBe('role');
    const remove = { kind: 'remove', member: ben.card.id } as const;
    // Without a key, with one for too many, for too few, for others, of a wrong number.
    expect(outcome(await team.write(team.owner, remove))).toBe('handed');
    expect(outcome(await team.rotate(remove, team.cards()))).toBe('handed');
    expect(outcome(await team.rotate(remove, [team.owner.card]))).toBe('handed');
    expect(outcome(await team.rotate(remove, [team.owner.card, ben.card]))).toBe('handed');
    const wrong = { ...(await team.secret()), generation: 2 };
    expect(outcome(await team.rotate(remove, team.cards(ben.card.id), team.owner, wrong))).toBe('generation');
    expect(team.members.all[ben.card.id]?.gone).toBeNull();
    expect(outcome(await team.remove(ben))).toBe('members');
    expect(team.members.all[ben.card.id]?.gone).toMatchObject({ by: team.owner.card.id });
    expect(generationOf(team.members)).toBe(2);
    for (const key of [1, 2]) expect(outcome(await team.write(ben, give, null, key))).toBe('gone');
    // Who hadn't heard of it yet still writes with the key before.
    expect(outcome(await team.write(cem, give, null, 1))).toBe('act');
    expect(outcome(await team.write(cem, give))).toBe('act');
    expect(outcome(await team.add(ben, 'giver'))).toBe('known-member');
    expect(outcome(await team.remove(ben))).toBe('nobody');
    expect(outcome(await team.write(team.owner, { kind: 'role', member: ben.card.id, role: 'owner' }))).toBe(
      'nobody',
    );
    expect(outcome(await team.write(team.owner, { kind: 'role', member: newId(), role: 'owner' }))).toBe(
      'nobody',
    );
  });

  it('has so many members that a new key for all of them fits into an entry', async () => {
    const team = await ATeam.founded();
    const me = team.members.all[team.owner.card.id] as Member;
    const ids = Array.from({ length: mostMembers - 1 }, () => newId());
    const others = ids.map((id) => [id, { ...me, card: { ...me.card, id }, role: 'viewer' }] as const);
    const full: Members = { ...team.members, all: { ...team.members.all, ...Object.fromEntries(others) } };
    const handed = await keysForNew(team.team, await team.secret(), ben.card);
    const act = { kind: 'add', card: ben.card, role: 'viewer', paper: false, engineKey: '' } as const;
    const entry = { seq: 9, member: me.card.id, at: 0, handed, act };
    expect(stepMembers(team.team, full, entry).refused).toBe('too-many');
    const { [ids[0] as string]: _, ...all } = full.all;
    expect(stepMembers(team.team, { ...full, all }, entry).refused).toBeNull();
    const { check, generation } = handed;
    const wrapped = [me.card.id, ...ids].map((id) => [id, me.wrapped] as const);
    const keys = { check, generation: generation + 1, earlier: 'A'.repeat(80), wrapped };
    expect(
      stepMembers(team.team, full, { ...entry, handed: keys, act: { kind: 'rotate' } }).refused,
    ).toBeNull();
    const head = await firstHead(team.team, me.card.id, { handed: keys });
    const by = { keys: team.owner.keys, pool: team.keys[0] as (typeof team.keys)[0] };
    const remove = { kind: 'remove', member: ben.card.id };
    const { bytes } = await sealEntry(team.team, head, utf8(JSON.stringify(remove)), by);
    expect(bytes.length).toBeLessThan(maxEntryBytes);
  });

  it('knows of two owners’ changes at once which came first', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'owner');
    const secret = await team.secret();
    const [one, two] = await Promise.all([0, 1].map(() => nextKeys(team.team, secret, team.cards())));
    const lateAdd = await keysForNew(team.team, secret, dia.card);
    expect(outcome(await team.write(team.owner, { kind: 'rotate' }, one?.handed))).toBe('members');
    expect(outcome(await team.write(ben, { kind: 'rotate' }, two?.handed))).toBe('generation');
    const add = { kind: 'add', card: dia.card, role: 'giver', paper: false, engineKey: '' };
    expect(outcome(await team.write(ben, add, lateAdd, 1))).toBe('generation');
    expect(team.members.generations.map(({ check }) => check)).toContain(one?.handed.check);
  });

  it('keeps an owner who has a browser', async () => {
    const team = await ATeam.founded();
    await team.add(cem, 'owner', team.owner, true);
    const self = team.owner.card.id;
    expect(outcome(await team.write(team.owner, { kind: 'role', member: self, role: 'giver' }))).toBe(
      'last-owner',
    );
    expect(outcome(await team.write(team.owner, { kind: 'leave' }))).toBe('last-owner');
    expect(outcome(await team.remove(team.owner))).toBe('last-owner');
    await team.add(ben, 'owner');
    expect(outcome(await team.write(team.owner, { kind: 'role', member: self, role: 'giver' }))).toBe(
      'members',
    );
    expect(outcome(await team.write(team.owner, { kind: 'role', member: ben.card.id, role: 'giver' }))).toBe(
      'role',
    );
  });

  it('says that a key is due after somebody left by themselves', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'viewer');
    expect(outcome(await team.write(ben, { kind: 'leave' }))).toBe('members');
    expect(team.members.rotationDue).toBe(true);
    expect(outcome(await team.write(ben, { kind: 'client', understands: [], engineKey: '' }))).toBe('gone');
    expect(outcome(await team.rotate({ kind: 'rotate' }, team.cards()))).toBe('members');
    expect([team.members.rotationDue, generationOf(team.members)]).toEqual([false, 2]);
  });
});
