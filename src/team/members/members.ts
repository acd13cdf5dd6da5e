import type { Card } from '../sealing/card';
import type { EntryHead } from '../sealing/envelope-layout';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { MemberAct, Role } from './acts';
import { mayAct, type NotAllowed } from './rights';
import type { Generation, Member, Members } from './team-state';

/** Why an act on members does nothing. */
export type Refused =
  | NotAllowed
  | 'founded'
  | 'known-member'
  | 'nobody'
  /** A team keeps an owner who has a browser. */
  | 'last-owner'
  | 'too-many'
  /** An owner changed the key since: the act is to be done again. */
  | 'generation'
  /** The secrets that go with it are not for those they should be for. */
  | 'handed';

/** A new key for all of them fits into one entry. */
export const mostMembers = 400;

/** An entry with an act on members. */
export type MemberEntry = Pick<EntryHead, 'member' | 'at' | 'handed'> & {
  readonly seq: number;
  readonly act: MemberAct;
};

/** The team after one more entry; where it is `refused`, nothing changed. `before`: null before the founding. */
export function stepMembers(
  team: Id,
  before: Members | null,
  entry: MemberEntry,
): { readonly members: Members | null; readonly refused: Refused | null } {
  const after = before ? stepped(before, entry) : founded(team, entry);
  return typeof after === 'string' ? { members: before, refused: after } : { members: after, refused: null };
}

/** The members who belong to the team, in the order of joining. */
export function presentMembers(state: Members): Member[] {
  return Object.values(state.all)
    .filter(({ gone }) => gone === null)
    .sort((a, b) => a.joined.seq - b.joined.seq);
}

/** The card of somebody who belongs or belonged to the team. */
export function cardIn(state: Members | null, member: Id): Card | null {
  return state && Object.hasOwn(state.all, member) ? (state.all[member] as Member).card : null;
}

/** The generation of the pool's key in force; 0 before the founding. */
export function generationOf(state: Members | null): number {
  return state?.generations.length ?? 0;
}

function founded(team: Id, { act, handed, ...entry }: MemberEntry): Members | Refused {
  if (act.kind !== 'found' || act.card.id !== entry.member) return 'unknown-member';
  const { wrapped, generation } = wrappedFor([entry.member], handed);
  if (!wrapped || generation?.generation !== 1 || generation.earlier !== null) return 'handed';
  const owner = {
    ...joining({ ...act, role: 'owner', paper: false }, entry, wrapped),
    understands: act.understands,
  };
  return { team, all: { [entry.member]: owner }, generations: [generation], rotationDue: false };
}

function stepped(state: Members, entry: MemberEntry): Members | Refused {
  const { act, member } = entry;
  const may = mayAct(state, member, act.kind);
  if (!may.may) return may.why;
  switch (act.kind) {
    case 'found':
      return 'founded';
    case 'client':
      return changed(state, member, { understands: act.understands, engineKey: act.engineKey });
    case 'leave': {
      const left = without(state, member, entry);
      return typeof left === 'string' ? left : { ...left, rotationDue: true };
    }
    case 'role':
      return withRole(state, act.member, act.role);
    case 'add':
      return withMember(state, entry, act);
    case 'rotate':
      return withNextKey(state, entry.handed);
    case 'remove': {
      const left = without(state, act.member, entry);
      return typeof left === 'string' ? left : withNextKey(left, entry.handed);
    }
  }
}

function withMember(
  state: Members,
  { handed, ...entry }: MemberEntry,
  act: MemberAct & { kind: 'add' },
): Members | Refused {
  const { card } = act;
  // Also who is gone: their keys may be in other hands, so they come back with new ones.
  if (cardIn(state, card.id)) return 'known-member';
  if (presentMembers(state).length >= mostMembers) return 'too-many';
  const { wrapped, generation } = wrappedFor([card.id], handed);
  if (!wrapped || !generation || generation.earlier !== null) return 'handed';
  const now = state.generations.at(-1) as Generation;
  if (generation.generation !== now.generation) return 'generation';
  // A secret that the others don't have.
  if (generation.check !== now.check) return 'handed';
  const added = joining(act, entry, wrapped);
  return { ...state, all: { ...state.all, [card.id]: added } };
}

function without(state: Members, member: Id, { seq, at, member: by }: MemberEntry): Members | Refused {
  if (!isPresent(state, member)) return 'nobody';
  const left = changed(state, member, { gone: { seq, at, by } });
  return hasOwner(left) ? left : 'last-owner';
}

function withRole(state: Members, member: Id, role: Role): Members | Refused {
  if (!isPresent(state, member)) return 'nobody';
  const after = changed(state, member, { role });
  return hasOwner(after) ? after : 'last-owner';
}

/** A new secret, wrapped for all who belong to the team now. */
function withNextKey(state: Members, handed: HandedKeys | null): Members | Refused {
  const present = presentMembers(state).map(({ card }) => card.id);
  if (handed && handed.generation !== generationOf(state) + 1) return 'generation';
  const { all, generation } = wrappedFor(present, handed);
  if (!all || !generation || generation.earlier === null) return 'handed';
  return Object.entries(all).reduce<Members>((after, [id, wrapped]) => changed(after, id, { wrapped }), {
    ...state,
    generations: [...state.generations, generation],
    rotationDue: false,
  });
}

/** What was handed to just these, and to nobody else; nothing where it wasn't. */
function wrappedFor(
  members: readonly Id[],
  handed: HandedKeys | null,
): { all?: Record<Id, string>; wrapped?: string; generation?: Generation } {
  if (!handed || handed.wrapped.length !== members.length) return {};
  const all = Object.fromEntries(handed.wrapped);
  if (!members.every((member) => Object.hasOwn(all, member))) return {};
  const { generation, check, earlier } = handed;
  const wrapped = all[members[0] as Id] as string;
  return { all, wrapped, generation: { generation, check, earlier } };
}

function joining(
  { card, role, paper, engineKey }: Pick<Member, 'card' | 'role' | 'paper' | 'engineKey'>,
  { seq, at, member: by }: Pick<MemberEntry, 'seq' | 'at' | 'member'>,
  wrapped: string,
): Member {
  const joined = { seq, by, at };
  return { card, role, paper, engineKey, joined, gone: null, wrapped, understands: null };
}

function changed(state: Members, member: Id, part: Partial<Member>): Members {
  return { ...state, all: { ...state.all, [member]: { ...(state.all[member] as Member), ...part } } };
}

function isPresent(state: Members, member: Id): boolean {
  return Object.hasOwn(state.all, member) && state.all[member]?.gone === null;
}

function hasOwner(state: Members): boolean {
  return presentMembers(state).some(({ role, paper }) => role === 'owner' && !paper);
}
