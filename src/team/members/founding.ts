import { maxEntryBytes } from '../log/log';
import { parsed, textOf } from '../sealing/bytes';
import { type Card, sameCard, signedBy } from '../sealing/card';
import { type Entry, unsealed } from '../sealing/envelope';
import { partsOf } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import { type MemberAct, readMemberAct } from './acts';
import type { Members } from './team-state';

/** The entry that a log begins with. */
export interface Founding {
  readonly entry: Entry;
  readonly act: MemberAct & { readonly kind: 'found' };
}

/**
 * Opens the first entry of a log, which brings the card that it is signed by; null for anything else. `first`: the
 * pool's first key: only somebody who has it can have founded the team.
 */
export async function openFounding(team: Id, bytes: Uint8Array, first: PoolKey): Promise<Founding | null> {
  const parts = bytes.length > maxEntryBytes ? null : partsOf(bytes);
  const entry = parts && (await unsealed(team, parts, first));
  const text = entry && textOf(entry.content);
  const act = await readMemberAct(text === null ? undefined : parsed(text));
  if (!parts || !entry || act?.kind !== 'found' || act.card.id !== entry.member) return null;
  if (entry.key !== 1 || first.generation !== 1 || entry.prev !== null) return null;
  const signed = await signedBy(act.card, parts.signature, team, 'entry', parts.signed);
  return signed ? { entry, act } : null;
}

/**
 * Whether the replayed log is of the team that one was invited to: the inviter stands in it as an owner with the card of
 * the invitation, and oneself with one's own.
 */
export function isTheTeamOf(state: Members, inviter: Card, me: Card): boolean {
  const has = (card: Card) =>
    Object.hasOwn(state.all, card.id) && sameCard(state.all[card.id]?.card as Card, card);
  return has(inviter) && has(me) && state.all[me.id]?.joined.by === inviter.id;
}
