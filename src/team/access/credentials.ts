import { isToken } from '../log/engine-names';
import { publicKeyOf, signToken } from './jwt';
import { type Role, rightsOf } from './rights';

/** What a browser shows to the engine. The seed is made on the member's machine and never leaves it. */
export interface Credentials {
  readonly jwt: string;
  readonly seed: string;
}

/** The longest that a member's credentials live: who isn't renewed is out by then at the latest. */
export const longestDays = 14;
const day = 24 * 60 * 60 * 1000;

export interface ForMember {
  /** The seed of the account, or of one of its signing keys. */
  readonly accountSeed: string;
  /** The account's public key, where `accountSeed` is a signing key's. */
  readonly account?: string;
  readonly team: string;
  readonly member: string;
  readonly role: Role;
  /** For how long from `now`, up to `longestDays`. */
  readonly days: number;
  /** The public key that the member made (`newKey('user')`). */
  readonly memberKey: string;
  /** ms; the owner's clock must be right, or the credentials end too early or too late. */
  readonly now?: number;
}

/** A user token for one member. Throws RangeError for ids that are none and for days out of range. */
export function memberToken(of: ForMember): { jwt: string; until: number } {
  const { accountSeed, team, member, role, days, memberKey, now = Date.now() } = of;
  if (!isToken(team) || !isToken(member)) throw new RangeError('id');
  if (!(days > 0 && days <= longestDays)) throw new RangeError('days');
  const until = now + days * day;
  const account = of.account ?? publicKeyOf(accountSeed);
  const { publish, subscribe } = rightsOf(role, team, member);
  const nats = {
    type: 'user' as const,
    // Only where another key than the account's own signs.
    ...(account === publicKeyOf(accountSeed) ? {} : { issuer_account: account }),
    pub: publish,
    sub: subscribe,
    subs: 64,
    data: -1,
    payload: -1,
    allowed_connection_types: ['WEBSOCKET'],
  };
  return { jwt: signToken(accountSeed, { sub: memberKey, name: member, until, nats }, now), until };
}

/** A user token and its seed in one, for whoever makes both: tests, and an owner for itself. */
export function memberCredentials(
  of: Omit<ForMember, 'memberKey'> & { readonly memberSeed: string },
): Credentials & { readonly until: number } {
  const { memberSeed, ...rest } = of;
  return { ...memberToken({ ...rest, memberKey: publicKeyOf(memberSeed) }), seed: memberSeed };
}
