import type { Id } from '../sealing/ids';
import { type Role, roles } from './acts';
import type { Member, Members } from './team-state';

/** `doubted`: what they write doesn't fit the log. */
export type NotAllowed = 'unknown-member' | 'gone' | 'doubted' | 'role';

export type May =
  | { readonly may: true }
  | { readonly may: false; readonly why: NotAllowed; readonly needs: Role };

/** The least role for the kinds of acts that not just any giver may do. */
const needed: Readonly<Record<string, Role>> = {
  found: 'owner',
  add: 'owner',
  remove: 'owner',
  role: 'owner',
  rotate: 'owner',
  // Ends somebody else's right to give out codes.
  cancelLease: 'owner',
  leave: 'viewer',
  client: 'viewer',
};

/** The role that acts of a kind need; of a kind not named here: a giver's. */
export function neededFor(kind: string): Role {
  return Object.hasOwn(needed, kind) ? (needed[kind] as Role) : 'giver';
}

/** Whether a member may do acts of this kind at this place of the log. */
export function mayAct(state: Members | null, member: Id, kind: string): May {
  const needs = neededFor(kind);
  const one = state && Object.hasOwn(state.all, member) ? (state.all[member] as Member) : null;
  if (!one) return { may: false, why: 'unknown-member', needs };
  if (one.gone) return { may: false, why: 'gone', needs };
  if (state?.doubted && Object.hasOwn(state.doubted, member)) return { may: false, why: 'doubted', needs };
  const may = roles.indexOf(one.role) >= roles.indexOf(needs);
  return may ? { may } : { may, why: 'role', needs };
}

/**
 * Whether acts of a kind count at this place of the log: their member has said that their Claimcheck knows them, and so
 * has an owner. Else anybody could stop all others with a made-up kind; until an owner has updated, newer kinds are
 * passed over by everybody alike, also by whom they would be known.
 */
export function isSaid(state: Members, member: Id, kind: string): boolean {
  const own = Object.hasOwn(state.all, member) ? (state.all[member] as Member) : null;
  return Boolean(own?.understands?.includes(kind)) && ownersToUpdate(state, kind).length === 0;
}

/** The owners who have to update before acts of a kind count; none where one of them has. */
export function ownersToUpdate(state: Members, kind: string): Member[] {
  const owners = Object.values(state.all).filter(
    ({ gone, paper, role }) => !gone && !paper && role === 'owner',
  );
  return owners.some(({ understands }) => understands?.includes(kind)) ? [] : owners;
}

/**
 * The members whose Claimcheck stops at an act of this kind until it is updated: before the first such act is written,
 * that is to be said. `unsaid`: those who haven't said yet what theirs understands.
 */
export function stoppedBy(state: Members, kind: string): { readonly older: Id[]; readonly unsaid: Id[] } {
  const present = Object.values(state.all).filter(({ gone, paper }) => gone === null && !paper);
  const ids = (list: readonly Member[]) => list.map(({ card }) => card.id).sort();
  return {
    older: ids(present.filter(({ understands }) => understands !== null && !understands.includes(kind))),
    unsaid: ids(present.filter(({ understands }) => understands === null)),
  };
}
