import type { EngineKeys } from '../access/accounts';
import type { Credentials } from '../access/credentials';
import type { Invitation, PendingInvitation } from '../members/invitation';
import type { Me } from '../members/key-ring';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import type { Made } from './periodic';

/** What signs members of an account that somebody else runs. */
export interface HostedKeys {
  /** The account's public key. */
  readonly account: string;
  /** The seed of one of its signing keys. */
  readonly signingSeed: string;
}

/** Whoever may look what lies with the engine for a recovery key, as nobody yet: nothing of the key can be told from it. */
export interface Visitor {
  /** The name of the place where it lies. */
  readonly member: Id;
  readonly seed: string;
  readonly token: string;
}

/** What an owner holds to set up the engine and to let members in. */
export interface Ownership {
  readonly engine: EngineKeys;
  /** 1 machine, or 3. */
  readonly machines: 1 | 3;
  /** Its servers are 2.10 or newer, and have each entry on disk before they answer; earlier ones don't know the word. */
  readonly syncAlways?: boolean;
  /** Where a company runs the engine: the keys that it gave, each empty until they are typed in. */
  readonly hosted?: HostedKeys | null;
  /** The secret of a recovery key that wasn't made yet, whose signer the engine's files know from the beginning. */
  readonly paper?: string | null;
  /** Who tries whether the engine knows the recovery key that was made last; null once it does. */
  readonly untried?: Visitor | null;
  readonly pending: readonly PendingInvitation[];
  /** Members' engine keys that count no more, each with the time (milliseconds) up to which. */
  readonly revoked: Readonly<Record<string, number>>;
  /** Up to where in the log the engine knows who is gone, as the owner said last; it may let in who went later. */
  readonly struckOut?: number;
  /** By member, until when (milliseconds) the ticket lets in that was made last; a seat kept earlier has none. */
  readonly tickets?: Readonly<Record<Id, number>>;
  /** Up to where a snapshot lies beside the log, as far as this browser knows. */
  readonly copied?: Made | null;
}

/** This browser's place in a team, on its way there or taken. */
export interface Seat {
  readonly team: Id;
  readonly me: Me;
  /** `wss:` addresses. */
  readonly engines: readonly string[];
  /** The seed by which the engine knows this browser, and the token that lets it in; null until there is one. */
  readonly seed: string;
  readonly token: string | null;
  /** The pool's keys as they were when it joined; empty until it has. */
  readonly keys: readonly PoolKey[];
  readonly owner: Ownership | null;
  /** The invitation that was answered; null once joined, and for a founder. */
  readonly invitation: Invitation | null;
  /** The answer to it, to be sent and compared. */
  readonly answer: { readonly text: string; readonly digits: readonly string[] } | null;
}

/** Whether this browser belongs to the team already. */
export function isSeated({ keys }: Seat): boolean {
  return keys.length > 0;
}

/** What the engine is shown. */
export function credentialsOf({ seed, token }: Seat): Credentials | null {
  return token === null ? null : { jwt: token, seed };
}
