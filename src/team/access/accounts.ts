import { newKey, publicKeyOf, signToken } from './jwt';

/** All that an engine of one's own is set up with. The seeds are the owner's: only the tokens go to the servers. */
export interface EngineKeys {
  /** When they were made, ms. */
  readonly made: number;
  readonly operatorSeed: string;
  readonly systemSeed: string;
  /** The team's account. */
  readonly accountSeed: string;
  /** Signs members; can be replaced without the account. */
  readonly signingSeed: string;
  /** The public key of a signer that only a recovery key on paper gives; none in a team of an earlier version. */
  readonly recoveryKey?: string;
}

/** What a server's configuration needs to know about whom it serves. */
export interface EngineTokens {
  readonly operator: string;
  readonly system: { readonly publicKey: string; readonly jwt: string };
  readonly account: { readonly publicKey: string; readonly jwt: string };
}

export interface AccountLimits {
  /** Browsers connected at once. */
  readonly connections: number;
}

export const usualLimits: AccountLimits = { connections: 200 };

/** New keys for an engine. */
export function newEngineKeys(now = Date.now()): EngineKeys {
  return {
    made: now,
    operatorSeed: newKey('operator').seed,
    systemSeed: newKey('account').seed,
    accountSeed: newKey('account').seed,
    signingSeed: newKey('account').seed,
  };
}

/**
 * The tokens that go into the servers' configuration. `revoked` are public keys of members, each with the time (ms)
 * up to which what was signed for it is void; a server takes it in when its configuration is loaded again.
 */
export function engineTokens(
  keys: EngineKeys,
  team: string,
  {
    limits = usualLimits,
    revoked = {},
    now = Date.now(),
  }: { limits?: AccountLimits; revoked?: Readonly<Record<string, number>>; now?: number } = {},
): EngineTokens {
  const operatorKey = publicKeyOf(keys.operatorSeed);
  const account = (at: number, seed: string, name: string, nats: Record<string, unknown>) => {
    const publicKey = publicKeyOf(seed);
    const claims = { sub: publicKey, name, nats: { type: 'account' as const, ...nats } };
    return { publicKey, jwt: signToken(keys.operatorSeed, claims, at) };
  };
  const system = account(keys.made, keys.systemSeed, 'SYS', { limits: unlimited });
  return {
    operator: signToken(
      keys.operatorSeed,
      {
        sub: operatorKey,
        name: 'claimcheck',
        nats: { type: 'operator', system_account: system.publicKey },
      },
      // Always the same: a server that runs takes no other.
      keys.made,
    ),
    system,
    account: account(now, keys.accountSeed, team, {
      limits: {
        ...unlimited,
        conn: limits.connections,
        // The server's own limit holds. One for the account is reserved by each of the browsers that come first after
        // a start, and where that is more than the server has, the account has no log there (2.9.10).
        disk_storage: -1,
        // Nothing of a team's lives in memory alone.
        mem_storage: 0,
        streams: 3,
        consumer: 1,
      },
      signing_keys: [publicKeyOf(keys.signingSeed), ...(keys.recoveryKey ? [keys.recoveryKey] : [])],
      revocations: Object.fromEntries(
        Object.entries(revoked).map(([key, at]) => [key, Math.floor(at / 1000)]),
      ),
    }),
  };
}

/** -1 is no limit. */
const unlimited = {
  subs: -1,
  data: -1,
  payload: -1,
  imports: 0,
  exports: 0,
  wildcards: false,
  conn: -1,
  leaf: 0,
};
