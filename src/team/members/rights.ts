import type { Id } from '../sealing/ids';
import { type Role, roles } from './acts';
import type { Member, Members } from './team-state';

export type NotAllowed = 'unknown-member' | 'gone' | 'role';

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
  const may = roles.indexOf(one.role) >= roles.indexOf(needs);
  return may ? { may } : { may, why: 'role', needs };
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
