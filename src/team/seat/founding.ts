import { type EngineTokens, engineTokens, newEngineKeys, usualLimits } from '../access/accounts';
import { longestDays, memberToken } from '../access/credentials';
import { newKey, publicKeyOf } from '../access/jwt';
import { signerOnPaper } from '../access/paper-signer';
import { type ServerConfig, serverConfig } from '../access/server-config';
import { setUpSteps } from '../access/set-up-steps';
import { understands } from '../follow/follower';
import type { TeamLog } from '../log/log';
import { foundingKeys } from '../members/key-ring';
import { base64url, sha256, utf8 } from '../sealing/bytes';
import { cardOf } from '../sealing/card';
import { chainStart } from '../sealing/chain';
import { sealEntry } from '../sealing/envelope';
import { newId } from '../sealing/ids';
import { newMemberKeys } from '../sealing/member-keys';
import { poolKeyOf } from '../sealing/pool-key';
import { newPaperSecret } from '../sealing/recovery';
import { isSeated, type Ownership, type Seat } from './seat';

/**
 * Makes a founder's keys and those of an engine that is still to be set up. `name`: as the others will see it. Throws
 * RangeError for a name that can't be shown.
 */
export async function prepareTeam(name: string, machines: 1 | 3): Promise<Seat> {
  const { keys, open } = await newMemberKeys();
  const { seed } = newKey('user');
  const secret = newPaperSecret();
  const engine = { ...newEngineKeys(), recoveryKey: publicKeyOf(await signerOnPaper(secret)) };
  const owner: Ownership = { engine, machines, paper: base64url(secret), pending: [], revoked: {} };
  const seat: Seat = {
    ...{
      team: newId(),
      me: { card: await cardOf(name, open), keys },
      engines: [],
      seed,
      token: null,
      keys: [],
    },
    ...{ owner, invitation: null, answer: null },
  };
  return { ...seat, token: ownToken(seat) };
}

/** A token for an owner's own browser. Throws TypeError for nobody's. */
export function ownToken({ team, me, seed, owner }: Seat, now = Date.now()): string {
  if (!owner) throw new TypeError('owner');
  return memberToken({
    ...{ ...signerOf(owner), team, now },
    ...{ member: me.card.id, role: 'owner', days: longestDays, memberKey: publicKeyOf(seed) },
  }).jwt;
}

/** Bytes of a machine's disk that the engine may fill: years of a large team. */
const diskBytes = 12 * 1024 ** 3;

/** By what the owner signs members: the account's public key, and the seed of a key that may. */
export function signerOf({ engine, hosted }: Ownership): { accountSeed: string; account: string } {
  if (hosted) return { accountSeed: hosted.signingSeed, account: hosted.account };
  return { accountSeed: engine.signingSeed, account: publicKeyOf(engine.accountSeed) };
}

/**
 * The configuration files of the team's engine, by name: one for each machine. Addresses are to be put in before the team
 * is started; later ones have its own, since a machine that listens elsewhere takes nothing of a file that it loads.
 */
export async function engineFiles(
  seat: Seat,
  revoked = seat.owner?.revoked ?? {},
): Promise<Map<string, string>> {
  const { team, owner } = seat;
  const files = new Map<string, string>();
  if (!owner || owner.hosted) return files;
  const tokens = engineTokens(owner.engine, team, { limits: usualLimits, revoked });
  // Made of what only the owner has, so that each making gives the same.
  const password = base64url(await sha256(utf8(`machines ${owner.engine.systemSeed}`)));
  const engines = isSeated(seat) ? seat.engines : [];
  for (const machine of machinesOf(owner.machines, tokens, password, engines)) {
    const config = serverConfig({ ...machine, syncAlways: owner.syncAlways ?? false });
    files.set(`nats-${machine.name}.conf`, setUpSteps(machine) + config);
  }
  return files;
}

/**
 * What the machines of a team's engine are set up with. `engines`: their addresses, where there is one for each; else
 * `example.com` stands for them.
 */
export function machinesOf(
  count: 1 | 3,
  tokens: EngineTokens,
  password: string,
  engines: readonly string[] = [],
): ServerConfig[] {
  const names = count === 1 ? ['one'] : ['one', 'two', 'three'];
  const known = new Map(engines.map((engine) => new URL(engine)).map((url) => [url.hostname, url.port]));
  const own = engines.length === count && known.size === count ? [...known] : [];
  const at = names.map((name, i) => own[i] ?? ([`${name}.example.com`, ''] as const));
  const folder = '/etc/nats';
  const port = 6222;
  const routes = at.map(([host]) => `${host}:${port}`);
  const cluster = {
    ...{ host: '0.0.0.0', port, user: 'claimcheck', password },
    routes,
    // Among themselves they need certificates that are good for both ends, which those for browsers are not.
    tls: {
      certificate: `${folder}/route-certificate.pem`,
      key: `${folder}/route-key.pem`,
      authority: `${folder}/route-authority.pem`,
    },
  };
  return names.map((name, i) => ({
    ...{ name, folder: '/var/lib/nats', localPort: 4222, tokens, diskBytes },
    browsers: {
      ...{ host: '0.0.0.0', port: Number(at[i]?.[1] || 443) },
      ...{ certificate: `${folder}/certificate.pem`, key: `${folder}/key.pem` },
    },
    ...(count === 3 && { cluster: { ...cluster, advertise: routes[i] ?? '' } }),
  }));
}

/** Writes the entry that a team's log begins with; the seat, taken. Rejects with LogProblem. */
export async function foundTeam(seat: Seat, log: TeamLog, signal?: AbortSignal): Promise<Seat> {
  const { team, me, seed } = seat;
  const { secret, handed } = await foundingKeys(team, me.card);
  const key = await poolKeyOf(team, secret);
  const found = { kind: 'found', card: me.card, understands, engineKey: publicKeyOf(seed) };
  const id = crypto.randomUUID();
  const head = { id, member: me.card.id, at: Date.now(), prev: null, handed };
  const { bytes } = await sealEntry(
    team,
    { ...head, seen: { seq: 0, chain: await chainStart(team) } },
    utf8(JSON.stringify(found)),
    { keys: me.keys, pool: key },
  );
  await log.append(id, bytes, signal);
  return { ...seat, keys: [key] };
}
