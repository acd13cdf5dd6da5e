import * as z from 'zod/mini';
import { type Bytes, base64url, framed, fromBase64url, parsed, sha256, textOf, utf8 } from '../sealing/bytes';
import { type Card, readCard } from '../sealing/card';
import { fingerprintOf } from '../sealing/fingerprint';
import { base32, type Id, idBytes, idShape } from '../sealing/ids';
import { type ArmorProblem, armored, unarmored } from './text-armor';

const tag = 'cct';
const version = 1;
const onceBytes = 20;

/** Whether it is where an engine can be: TLS, and nothing in it but host, port and path. */
export function isEngineAddress(text: string): boolean {
  if (text.length > 300 || !URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return protocol === 'wss:' && [username, password, search, hash].every((part) => part === '');
}

const onceShape = z.string().check(z.regex(/^[A-Za-z0-9_-]{27}$/));
const shape = z.object({
  team: idShape,
  engines: z.array(z.string().check(z.refine(isEngineAddress))).check(z.minLength(1), z.maxLength(10)),
  once: onceShape,
  inviter: z.unknown(),
  credentials: z.string().check(z.maxLength(10_000)),
  until: z.int().check(z.minimum(0), z.maximum(8.64e15)),
});

/** What somebody needs to ask to join. Whoever reads it could ask in their place: hence the digits that both compare. */
export interface Invitation {
  readonly team: Id;
  /** `wss:` addresses of the engine's servers. */
  readonly engines: readonly string[];
  /** A secret for one answer, as base64url of 20 bytes. */
  readonly once: string;
  /** The owner who invites. */
  readonly inviter: Card;
  /** With which the engine lets one in, as the engine's own text; may be empty. */
  readonly credentials: string;
  /** By the inviter's clock, in milliseconds; only the inviter's browser holds to it. */
  readonly until: number;
}

/** What the inviter's browser keeps until the answer is there. */
export interface PendingInvitation {
  readonly id: Id;
  readonly once: string;
  readonly until: number;
}

export type InvitationProblem = ArmorProblem | 'malformed';

export type ReadInvitation =
  | {
      readonly kind: 'invitation';
      readonly invitation: Invitation;
      /** Of the inviter's card. */
      readonly fingerprint: readonly string[];
    }
  | { readonly kind: 'problem'; readonly problem: InvitationProblem };

/** A new invitation: the text to send, and what to keep. Throws RangeError for what no reader would take. */
export async function newInvitation(
  told: Omit<Invitation, 'once'>,
): Promise<{ text: string; invitation: Invitation; pending: PendingInvitation }> {
  const once = base64url(crypto.getRandomValues(new Uint8Array(onceBytes)));
  const { team, engines, inviter, credentials, until } = told;
  const invitation = { team, engines, once, inviter, credentials, until };
  if (!shape.safeParse(invitation).success) throw new RangeError('invitation');
  const text = await armored(tag, version, utf8(JSON.stringify(invitation)));
  return { text, invitation, pending: { id: await invitationId(once), once, until } };
}

/** Reads an invitation out of what was pasted. */
export async function readInvitation(pasted: string): Promise<ReadInvitation> {
  const found = await unarmored(tag, version, pasted);
  if (found.kind === 'problem') return found;
  const text = textOf(found.bytes);
  const told = shape.safeParse(text === null ? undefined : parsed(text));
  const inviter = told.success ? await readCard(told.data.inviter) : null;
  if (!told.success || !inviter || !onceOf(told.data.once)) return { kind: 'problem', problem: 'malformed' };
  const invitation = { ...told.data, inviter };
  return { kind: 'invitation', invitation, fingerprint: await fingerprintOf(inviter) };
}

/** An invitation's name, which tells nothing of its secret. */
export async function invitationId(once: string): Promise<Id> {
  const digest = await sha256(framed('claimcheck-team/1 invitation', once));
  return base32(digest.subarray(0, idBytes));
}

/** The secret's bytes; null for any other text. */
export function onceOf(once: string): Bytes | null {
  const bytes = fromBase64url(once);
  return bytes?.length === onceBytes ? bytes : null;
}
