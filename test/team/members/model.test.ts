import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/team/members/acts';
import { mySecret } from '../../../src/team/members/key-ring';
import { generationOf, presentMembers } from '../../../src/team/members/members';
import { readEntries } from '../../../src/team/members/read-entries';
import { type ReadEntry, readEntry } from '../../../src/team/members/read-entry';
import type { Members } from '../../../src/team/members/team-state';
import { type Somebody, somebody } from '../sealing/people';
import { ATeam, understands } from './a-team';

let people: Somebody[];

beforeAll(async () => {
  people = await Promise.all(['Ben', 'Cem', 'Dia', 'Eve'].map(somebody));
});

const step = fc.record({
  what: fc.constantFrom('add', 'remove', 'role', 'leave', 'rotate'),
  by: fc.nat(4),
  whom: fc.nat(4),
  role: fc.constantFrom<Role>('viewer', 'giver', 'owner'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What should come of it, told by names alone. */
function model(here: Map<number, Role>, gone: Set<number>, { what, by, whom, role }: Step): boolean {
  const mine = here.get(by);
  if (!mine || (what !== 'leave' && mine !== 'owner')) return false;
  const owners = [...here].filter(([, is]) => is === 'owner').map(([who]) => who);
  const leaver = what === 'leave' ? by : whom;
  const lastOwner = owners.length === 1 && owners[0] === leaver;
  switch (what) {
    case 'rotate':
      return true;
    case 'add':
      if (here.has(whom) || gone.has(whom)) return false;
      here.set(whom, role);
      return true;
    case 'role':
      if (!here.has(whom) || (lastOwner && role !== 'owner')) return false;
      here.set(whom, role);
      return true;
    default:
      if (!here.has(leaver) || lastOwner) return false;
      here.delete(leaver);
      gone.add(leaver);
      return true;
  }
}

describe('any way of a team', () => {
  it('comes to what the model says, on each replica, and each member finds every key that is theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const team = await ATeam.founded();
        const all = [team.owner, ...people] as Somebody[];
        const at = (i: number) => all[i] as Somebody;
        const here = new Map<number, Role>([[0, 'owner']]);
        const gone = new Set<number>();
        for (const one of steps) {
          const [by, whom] = [at(one.by), at(one.whom)];
          const member = whom.card.id;
          // Whoever has the key writes; here the test lends it.
          const holder = [...here.keys()].map(at).find(({ card }) => team.members.all[card.id]) as Somebody;
          const secret = await mySecret(team.members, holder);
          if (!secret) throw new Error('no secret');
          team.secret = async () => secret;
          const before = team.members;
          const read =
            one.what === 'add'
              ? await team.add(whom, one.role, by)
              : one.what === 'role'
                ? await team.write(by, { kind: 'role', member, role: one.role })
                : one.what === 'leave'
                  ? await team.write(by, { kind: 'leave' })
                  : one.what === 'rotate'
                    ? await team.rotate({ kind: 'rotate' }, team.cards(), by)
                    : await team.rotate({ kind: 'remove', member }, team.cards(member), by);
          const did = model(here, gone, one);
          expect([one, read.kind]).toEqual([one, did ? 'members' : 'ignored']);
          if (!did) expect(team.members).toBe(before);
        }
        const told = presentMembers(team.members).map(({ card, role }) => [card.id, role]);
        expect(new Map(told as [string, Role][])).toEqual(
          new Map([...here].map(([who, role]) => [at(who).card.id, role])),
        );
        for (const [who, one] of all.entries()) {
          const secret = await mySecret(team.members, one);
          expect(secret?.generation ?? 0).toBe(here.has(who) ? generationOf(team.members) : 0);
          const ring = secret && (await team.ringOf(secret));
          if (ring) expect(await replayed(team, ring.keyOf)).toEqual(team.members);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The team as another replica has it, from the log and the keys that it found. */
async function replayed(
  team: ATeam,
  keyOf: Parameters<typeof readEntry>[3]['keyOf'],
): Promise<Members | null> {
  const here = { keyOf, understands };
  const one: ReadEntry[] = [];
  let state: Members | null = null;
  for (const logged of team.log) {
    const read = await readEntry(team.team, state, logged, here);
    expect(read.kind).not.toBe('locked');
    if (read.kind === 'members') state = read.members;
    one.push(read);
  }
  // Side by side it comes to the same.
  expect(await readEntries(team.team, null, team.log, here)).toEqual({ read: one, members: state });
  return state;
}
