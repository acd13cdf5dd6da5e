import * as z from 'zod/mini';
import type { EngineKeys } from '../access/accounts';
import { accountBytes, accountOf, bytesOfAccount } from '../access/paper-signer';
import type { TeamLog } from '../log/log';
import { type Bytes, framed, joined, parsed, sha256 } from '../sealing/bytes';
import { type Card, readCard } from '../sealing/card';
import { base32, bytesOfId, type Id, idBytes } from '../sealing/ids';
import { paperBytes } from '../sealing/paper';
import { openBox } from '../sealing/recovery';
import type { HostedKeys, Ownership } from '../seat/seat';

/** Bytes of the team code: which team, and which account of the engine. */
export const codeBytes = idBytes + accountBytes;
/** So many groups of signs it has on paper. */
export const codeGroups = (codeBytes / paperBytes) * 8;

/** The team code as bytes. */
export function codeOf(team: Id, account: string): Bytes {
  return joined(bytesOfId(team), bytesOfAccount(account));
}

/** What a team code says. */
export function codeIn(bytes: Uint8Array): { readonly team: Id; readonly account: string } {
  return { team: base32(bytes.subarray(0, idBytes)), account: accountOf(bytes.subarray(idBytes)) };
}

/** What lies in the box for whoever has the paper: all that an owner's browser holds, and who added the paper. */
export interface Beside {
  readonly inviter: Card;
  readonly owner: Pick<Ownership, 'engine' | 'machines' | 'hosted'>;
}

const text = z.string().check(z.maxLength(200));
const shape = z.object({
  inviter: z.unknown(),
  owner: z.object({
    engine: z.object({
      ...{ made: z.number(), operatorSeed: text, systemSeed: text, accountSeed: text, signingSeed: text },
      recoveryKey: z.optional(text),
    }),
    machines: z.union([z.literal(1), z.literal(3)]),
    hosted: z.optional(z.nullable(z.object({ account: text, signingSeed: text }))),
  }),
});

/** What lies in the box, read; null for anything else. */
export async function besideIn(told: string): Promise<Beside | null> {
  const read = shape.safeParse(parsed(told));
  const inviter = read.success ? await readCard(read.data.inviter) : null;
  if (!read.success || !inviter) return null;
  const { engine, machines, hosted } = read.data.owner;
  return {
    inviter,
    owner: { engine: engine as EngineKeys, machines, hosted: (hosted ?? null) as HostedKeys | null },
  };
}

/** Where boxes of this paper lie beside the log: the id says nothing of the secret. */
export async function placeOf(secret: Bytes): Promise<Id> {
  const digest = await sha256(framed('claimcheck-team/1 paper place', secret));
  return base32(digest.subarray(0, idBytes));
}

/** So many times a box is made for one paper. */
const most = 20;

type Shelf = Pick<TeamLog, 'putObject' | 'getObject'>;

/** Lays a box beside the log, after those of earlier tries. Rejects with LogProblem. */
export async function layBox(shelf: Shelf, secret: Bytes, box: Bytes): Promise<void> {
  const place = await placeOf(secret);
  let n = 0;
  while (n < most && (await shelf.getObject(`paper-${place}-${n}`))) n++;
  await shelf.putObject(`paper-${place}-${n}`, box);
}

/** The last box that opens with this paper; null where none does. Rejects with LogProblem. */
export async function findBox(shelf: Shelf, team: Id, secret: Bytes) {
  const place = await placeOf(secret);
  let found:
    | (Extract<Awaited<ReturnType<typeof openBox>>, { kind: 'member' }> & { readonly told: Beside })
    | null = null;
  for (let n = 0; n <= most; n++) {
    const box = await shelf.getObject(`paper-${place}-${n}`);
    if (!box) break;
    const opened = await openBox(team, box, secret);
    const told = opened.kind === 'member' ? await besideIn(opened.beside) : null;
    if (opened.kind === 'member' && told) found = { ...opened, told };
  }
  return found;
}
