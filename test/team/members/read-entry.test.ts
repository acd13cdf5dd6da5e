import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nothingIgnored, withIgnored } from '../../../src/team/members/ignored';
import { keysForNew } from '../../../src/team/members/key-ring';
import { generationOf } from '../../../src/team/members/members';
import { readEntries } from '../../../src/team/members/read-entries';
import { mayAct, neededFor, ownersToUpdate, stoppedBy } from '../../../src/team/members/rights';
import { joined } from '../../../src/team/sealing/bytes';
import { bytesOfId, newId } from '../../../src/team/sealing/ids';
import { sign } from '../../../src/team/sealing/member-keys';
import { type Somebody, somebody } from '../sealing/people';
import { ATeam, outcome, understands } from './a-team';

let people: Somebody[];
let [ben, cem, dia, eve] = [] as unknown as Somebody[] as [Somebody, Somebody, Somebody, Somebody];

beforeAll(async () => {
  people = await Promise.all(['Ben', 'Cem', 'Dia', 'Eve'].map(somebody));
  [ben, cem, dia, eve] = people as [Somebody, Somebody, Somebody, Somebody];
});

describe('rights', () => {
  it('are those of the role at this place of the log', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'giver');
    await team.add(cem, 'viewer');
    const kinds = [
      'client',
      'issueNext',
      'cancelLease',
      'add',
      'remove',
      'role',
      'rotate',
      'leave',
      'constructor',
    ];
    const of = (who: Somebody) => kinds.filter((kind) => mayAct(team.members, who.card.id, kind).may);
    expect(of(team.owner)).toEqual(kinds);
    expect(of(ben)).toEqual(['client', 'issueNext', 'leave', 'constructor']);
    expect(of(cem)).toEqual(['client', 'leave']);
    expect(of(dia)).toEqual([]);
    expect(mayAct(team.members, cem.card.id, 'add')).toEqual({ may: false, why: 'role', needs: 'owner' });
    expect(mayAct(null, cem.card.id, 'add')).toMatchObject({ why: 'unknown-member' });
    expect(mayAct(team.members, '__proto__', 'leave')).toMatchObject({ why: 'unknown-member' });
    expect(neededFor('issueNext')).toBe('giver');
    await team.write(team.owner, { kind: 'role', member: ben.card.id, role: 'viewer' });
    expect(outcome(await team.write(ben, { kind: 'issueNext' }))).toBe('role');
  });
});

describe('clients of different age', () => {
  it('are told apart, and stop at what they don’t know only where its member’s client knows it', async () => {
    const team = await ATeam.founded();
    for (const who of [ben, cem]) await team.add(who, 'giver');
    expect(outcome(await team.write(ben, { kind: 'brandNew' }))).toBe('unsaid-kind');
    await team.write(ben, { kind: 'client', understands: [...understands, 'brandNew'], engineKey: '' });
    // One who says so alone stops nobody.
    expect(outcome(await team.write(ben, { kind: 'brandNew' }))).toBe('unsaid-kind');
    expect(ownersToUpdate(team.members, 'brandNew')).toEqual([team.members.all[team.owner.card.id]]);
    const news = [...understands, 'brandNew', 'envelopeI'];
    await team.write(team.owner, { kind: 'client', understands: news, engineKey: '' });
    expect(ownersToUpdate(team.members, 'brandNew')).toEqual([]);
    expect(await team.write(ben, { kind: 'brandNew' })).toEqual({ kind: 'newer', member: ben.card.id });
    expect(outcome(await team.write(cem, { kind: 'brandNew' }))).toBe('unsaid-kind');
    expect(stoppedBy(team.members, 'brandNew')).toEqual({ older: [cem.card.id], unsaid: [] });
    const handed = await keysForNew(team.team, await team.secret(), dia.card);
    await team.write(
      team.owner,
      { kind: 'add', card: dia.card, role: 'giver', paper: false, engineKey: '' },
      handed,
    );
    await team.add(eve, 'owner', team.owner, true);
    expect(stoppedBy(team.members, 'issueNext')).toEqual({ older: [], unsaid: [dia.card.id] });
    // A later layout, by who may write and by who may not.
    const later = async (who: Somebody) => {
      const signed = joined(Uint8Array.of(9), bytesOfId(who.card.id), new Uint8Array(30));
      return team.take(who.card.id, joined(signed, await sign(who.keys, team.team, 'entry', signed)));
    };
    expect(outcome(await later(cem))).toBe('unsaid-kind');
    await team.write(cem, { kind: 'client', understands: [...understands, 'envelopeI'], engineKey: '' });
    expect(outcome(await later(cem))).toBe('newer');
    await team.write(team.owner, { kind: 'role', member: cem.card.id, role: 'viewer' });
    expect(outcome(await later(cem))).toBe('role');
    await team.remove(cem);
    expect(outcome(await later(cem))).toBe('gone');
    expect(stoppedBy(team.members, 'brandNew').older).toEqual([]);
  });
});

describe('entries in a row', () => {
  it('are read up to the first that this browser can’t', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'giver');
    const give = { kind: 'issueNext', args: [] };
    for (let i = 0; i < 150; i++) await team.write(ben, give);
    await team.rotate({ kind: 'rotate' }, team.cards());
    await team.write(ben, give);
    await team.write(ben, give, null, 1);
    const [first, second] = team.keys;
    const read = (keyOf: (generation: number) => (typeof team.keys)[0] | null, knows = understands) =>
      readEntries(team.team, null, team.log, { keyOf, understands: knows });
    const all = await read((generation) => team.keys[generation - 1] ?? null);
    expect([all.read.length, all.members]).toEqual([team.log.length, team.members]);
    const locked = await read((generation) => (generation === 1 ? (first ?? null) : null));
    expect([locked.read.length, locked.read.at(-1)?.kind]).toEqual([team.log.length - 1, 'locked']);
    expect(locked.members).toEqual(team.members);
    const old = await read((generation) => (generation === 1 ? first : second) ?? null, []);
    expect([old.read.length, old.read.at(-1)?.kind, generationOf(old.members)]).toEqual([4, 'newer', 1]);
  });
});

describe('what is passed over', () => {
  it('is also whatever a member seals that is no act', async () => {
    const team = await ATeam.founded();
    await team.add(ben, 'giver');
    const before = team.members;
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('add', 'remove', 'role', 'client', 'found', ''),
        async (told, kind) => {
          const act = kind && typeof told === 'object' ? { ...told, kind } : told;
          expect(['no-act', 'role', 'unsaid-kind', 'founded', 'generation']).toContain(
            outcome(await team.write(ben, act)),
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(team.members).toEqual(before);
  });

  it('never throws for what somebody pushes into the log', async () => {
    const team = await ATeam.founded();
    const good = team.log[0]?.bytes as Uint8Array;
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte)),
    );
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom(team.owner.card.id, newId(), ''), async (bytes, member) => {
        expect((await team.take(member, bytes)).kind).toBe('ignored');
      }),
      { numRuns: 500 },
    );
  });

  it('is counted, and the last hundred are kept', () => {
    const all = Array.from({ length: 250 }, (_, seq) => ({ seq, member: '', why: 'layout' as const }));
    const kept = all.reduce(withIgnored, nothingIgnored);
    expect([kept.count, kept.last.length, kept.last[0]?.seq]).toEqual([250, 100, 150]);
  });
});
