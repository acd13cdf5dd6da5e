import * as z from 'zod/mini';
import { type Bytes, base64url, framed, fromBase64url, joined, parsed, textOf, utf8 } from '../sealing/bytes';
import { type Card, cardBytes, readCard } from '../sealing/card';
import { meetingDigits } from '../sealing/fingerprint';
import { base32, bytesOfId, type Id, idBytes } from '../sealing/ids';
import { aesKeyFrom, openWith, sealWith } from '../sealing/pool-key';
import { engineKeyShape } from './acts';
import { type Invitation, invitationId, onceOf, type PendingInvitation } from './invitation';
import { type ArmorProblem, armored, unarmored } from './text-armor';

const tag = 'cca';
const version = 1;
const nonceBytes = 16;

const shape = z.object({
  card: z.unknown(),
  engineKey: engineKeyShape,
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
});

export type AnswerProblem =
  | ArmorProblem
  /** To none of the invitations that wait: used already, taken back, or another's. */
  | 'unknown'
  | 'over'
  /** Not made with this invitation's secret, or for another owner's card. */
  | 'false'
  | 'malformed';

export type ReadAnswer =
  | {
      readonly kind: 'answer';
      /** Which invitation it answers: to be struck off once its card was added or refused. */
      readonly invitation: Id;
      readonly card: Card;
      /** Their public key with the engine. */
      readonly engineKey: string;
      /** To be compared with what the new member sees; only then is the card to be added. */
      readonly digits: readonly string[];
    }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem };

/**
 * Answers an invitation with one's card, sealed with the invitation's secret: nobody without it can make one or read a
 * name from it. `digits`: to be compared with what the inviter sees.
 */
export async function newAnswer(
  { team, once, inviter }: Invitation,
  card: Card,
  engineKey: string,
): Promise<{ text: string; digits: string[] }> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const id = await invitationId(once);
  const { key, beside } = await keyOf(team, onceOf(once) as Bytes, inviter);
  const told = utf8(JSON.stringify({ card, engineKey, nonce: base64url(nonce) }));
  const text = await armored(tag, version, joined(bytesOfId(id), await sealWith(key, told, beside)));
  return { text, digits: await meetingDigits(team, inviter, card, nonce) };
}

/** Reads an answer out of what was pasted or came by the engine. `now`: milliseconds, by the inviter's clock. */
export async function readAnswer(
  pasted: string,
  here: {
    readonly team: Id;
    readonly inviter: Card;
    readonly pending: readonly PendingInvitation[];
    readonly now: number;
  },
): Promise<ReadAnswer> {
  const problem = (problem: AnswerProblem): ReadAnswer => ({ kind: 'problem', problem });
  const found = await unarmored(tag, version, pasted);
  if (found.kind === 'problem') return found;
  if (found.bytes.length < idBytes) return problem('malformed');
  const id = base32(found.bytes.subarray(0, idBytes));
  const waiting = here.pending.find((one) => one.id === id);
  const once = waiting && onceOf(waiting.once);
  if (!once) return problem('unknown');
  if (here.now > waiting.until) return problem('over');
  const { key, beside } = await keyOf(here.team, once, here.inviter);
  const bytes = await openWith(key, found.bytes.subarray(idBytes), beside);
  if (!bytes) return problem('false');
  const text = textOf(bytes);
  const told = shape.safeParse(text === null ? undefined : parsed(text));
  const card = told.success ? await readCard(told.data.card) : null;
  const nonce = told.success ? fromBase64url(told.data.nonce) : null;
  if (!told.success || !card || !nonce) return problem('malformed');
  const digits = await meetingDigits(here.team, here.inviter, card, nonce);
  return { kind: 'answer', invitation: id, card, engineKey: told.data.engineKey, digits };
}

async function keyOf(team: Id, once: Bytes, inviter: Card): Promise<{ key: CryptoKey; beside: Bytes }> {
  const beside = framed('claimcheck-team/1 answer', team, cardBytes(inviter));
  return { key: await aesKeyFrom(once, beside), beside };
}
