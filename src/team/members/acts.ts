import * as z from 'zod/mini';
import { type Card, readCard } from '../sealing/card';
import { idShape } from '../sealing/ids';

/** `viewer` sees everything, `giver` gives out, `owner` says who belongs to the team. */
export const roles = ['viewer', 'giver', 'owner'] as const;
export type Role = (typeof roles)[number];

/** The name of a kind of act, of any room. */
export const kindShape = z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/));
const understandsShape = z.array(kindShape).check(z.maxLength(200));

/** A member's public key with the engine, in the engine's own letters. */
export const engineKeyShape = z.string().check(z.maxLength(200));

const actShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    card: z.unknown(),
    understands: understandsShape,
    engineKey: engineKeyShape,
  }),
  z.object({
    kind: z.literal('add'),
    card: z.unknown(),
    role: z.enum(roles),
    paper: z.boolean(),
    engineKey: engineKeyShape,
  }),
  z.object({ kind: z.literal('remove'), member: idShape }),
  z.object({ kind: z.literal('leave') }),
  z.object({ kind: z.literal('role'), member: idShape, role: z.enum(roles) }),
  z.object({ kind: z.literal('rotate') }),
  z.object({ kind: z.literal('client'), understands: understandsShape, engineKey: engineKeyShape }),
]);

type Checked<A> = A extends { card: unknown } ? Omit<A, 'card'> & { card: Card } : A;

/**
 * What an entry says of the team. Secrets that go with it stand in the entry's open part: `found`, `add`, `remove` and
 * `rotate` have them. `client`: which kinds of acts its member's Claimcheck understands, and by which key the engine
 * knows it.
 */
export type MemberAct = Checked<z.infer<typeof actShape>>;

export const memberKinds = ['found', 'add', 'remove', 'leave', 'role', 'rotate', 'client'] as const;

/** Whether acts of this kind are about the team's members. */
export function isMemberKind(kind: string): boolean {
  return (memberKinds as readonly string[]).includes(kind);
}

/** An act on members as it came out of an entry; null where it is none, or its card isn't what it says. */
export async function readMemberAct(told: unknown): Promise<MemberAct | null> {
  const act = actShape.safeParse(told);
  if (!act.success) return null;
  if (act.data.kind !== 'found' && act.data.kind !== 'add') return act.data;
  const card = await readCard(act.data.card);
  return card && { ...act.data, card };
}
