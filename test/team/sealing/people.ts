import { type Card, cardOf } from '../../../src/team/sealing/card';
import { chainStart } from '../../../src/team/sealing/chain';
import type { EntryHead } from '../../../src/team/sealing/envelope-layout';
import { type Id, newId } from '../../../src/team/sealing/ids';
import { type MemberKeys, newMemberKeys } from '../../../src/team/sealing/member-keys';

export interface Somebody {
  readonly card: Card;
  readonly keys: MemberKeys;
}

export async function somebody(name = 'Ana'): Promise<Somebody> {
  const { keys, open } = await newMemberKeys();
  return { card: await cardOf(name, open), keys };
}

/** The open part of an entry that is the first of its member. */
export async function firstHead(
  team: Id,
  member: Id,
  part: Partial<EntryHead> = {},
): Promise<Omit<EntryHead, 'v' | 'key'>> {
  const seen = { seq: 0, chain: await chainStart(team) };
  const at = 1_800_000_000_000;
  return { id: crypto.randomUUID(), member, at, prev: null, seen, handed: null, ...part };
}

export const aTeam = newId();
