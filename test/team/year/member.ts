import type { Db } from '../../../src/ledger/index.ts';
import { goneKeys } from '../../../src/ledger/index.ts';
import { memberToken } from '../../../src/team/access/credentials.ts';
import { publicKeyOf } from '../../../src/team/access/jwt.ts';
import { understands } from '../../../src/team/follow/follower.ts';
import { asEntries } from '../../../src/team/follow/pieces.ts';
import type { Session } from '../../../src/team/follow/session.ts';
import type { TeamLog } from '../../../src/team/log/log.ts';
import { connectLog } from '../../../src/team/log/nats-log.ts';
import type { Role } from '../../../src/team/members/acts.ts';
import { newInvitation } from '../../../src/team/members/invitation.ts';
import { type KeyRing, keysForNew, mySecret } from '../../../src/team/members/key-ring.ts';
import { Personal } from '../../../src/team/personal/personal.ts';
import { utf8 } from '../../../src/team/sealing/bytes.ts';
import { sealEntry } from '../../../src/team/sealing/envelope.ts';
import { answerInvitation } from '../../../src/team/seat/joining.ts';
import { credentialsOf, type Seat } from '../../../src/team/seat/seat.ts';

/** The founder's browser, which follows the log. */
export interface Founder {
  readonly seat: Seat;
  readonly session: Session;
  readonly db: Db;
}

/** A connection with a seat's own rights. */
export function logOf(seat: Seat, create?: 1 | 3): TeamLog {
  const { team, me, engines: servers } = seat;
  const credentials = credentialsOf(seat);
  return connectLog({
    ...{ servers, team, member: me.card.id, credentials },
    ...(create && { create: { replicas: create } }),
  });
}

/** Adds somebody to the team; their seat before it is taken, and the place of the entry that added them. */
export async function invited(
  { seat, session }: Founder,
  name: string,
  role: Role,
): Promise<{ seat: Seat; added: number }> {
  const { team, me, engines, owner } = seat;
  const until = Date.now() + 600_000;
  const { invitation } = await newInvitation({ team, engines, inviter: me.card, credentials: '', until });
  const waiting = await answerInvitation(invitation, name);
  const { card } = waiting.me;
  const { members } = session.follower;
  const secret = members && (await mySecret(members, me));
  if (!secret || !owner) throw new Error('no secret');
  const engineKey = publicKeyOf(waiting.seed);
  const outcome = await session.memberAct(
    { kind: 'add', card, role, paper: false, engineKey } as { kind: string },
    await keysForNew(team, secret, card),
  );
  if (!outcome.done) throw outcome.problem;
  const { signingSeed: accountSeed, accountSeed: account } = owner.engine;
  const { jwt: token } = memberToken({
    ...{ accountSeed, account: publicKeyOf(account), team, role },
    ...{ member: card.id, days: 2, memberKey: engineKey },
  });
  const added = session.follower.members?.all[card.id]?.joined.seq ?? 0;
  return { seat: { ...waiting, token }, added };
}

/** What somebody who writes knows of the log. */
export interface Sight {
  readonly seq: number;
  readonly chain: string;
  readonly ring: KeyRing;
}

/**
 * A member who writes as their Claimcheck would, under their own rights, keys, and names of people, without a copy of the
 * codes: what the log is they take from a browser that follows it.
 */
export class Member {
  private last: string | null = null;
  private lastSeq = 0;
  private line: Promise<unknown> = Promise.resolve();
  private readonly personal: Personal;
  private readonly log: TeamLog;

  constructor(
    readonly seat: Seat,
    private readonly sight: Sight,
    gone: () => Promise<ReadonlySet<string>>,
  ) {
    this.log = logOf(seat);
    const { keys } = this.log;
    this.personal = new Personal({ team: seat.team, keys, ring: () => this.sight.ring, gone });
  }

  static timesForgotten = 0;

  static async join(founder: Founder, name: string, role: Role): Promise<Member> {
    const { seat } = await invited(founder, name, role);
    let gone: { times: number; keys: Promise<ReadonlySet<string>> } | null = null;
    const member = new Member(seat, founder.session.follower, async () => {
      // Asked once for each time that somebody was forgotten.
      if (gone?.times !== Member.timesForgotten)
        gone = { times: Member.timesForgotten, keys: goneKeys(founder.db) };
      return gone.keys;
    });
    await member.introduce();
    return member;
  }

  /** Says which acts it understands. */
  async introduce(): Promise<void> {
    const content = { kind: 'client', understands, engineKey: publicKeyOf(this.seat.seed) };
    await this.put(crypto.randomUUID(), utf8(JSON.stringify(content)));
  }

  get id(): string {
    return this.seat.me.card.id;
  }

  /** Writes an act, after this member's others. */
  act(kind: string, args: readonly unknown[], id: string = crypto.randomUUID()): Promise<void> {
    const written = this.line.then(async () => {
      const act = await this.personal.sealed(id, { kind, args }, AbortSignal.timeout(60_000));
      const { pieces, entry } = asEntries(act);
      const places: number[] = [];
      for (const piece of pieces) places.push(await this.put(crypto.randomUUID(), piece));
      await this.put(id, entry(places));
    });
    this.line = written.catch(() => undefined);
    return written;
  }

  /** How many of this member's entries the browser that follows has not seen. */
  behind(): number {
    return this.lastSeq - this.sight.seq;
  }

  /** Waits until the browser that follows has followed this member's last entry. */
  async followed(): Promise<void> {
    while (this.sight.seq < this.lastSeq) await new Promise((done) => setTimeout(done, 2));
  }

  close(): Promise<void> {
    return this.log.close();
  }

  private async put(id: string, content: Uint8Array): Promise<number> {
    const { seat, sight, last } = this;
    const pool = sight.ring.keys.at(-1);
    if (!pool) throw new Error('no key');
    const seen = { seq: sight.seq, chain: sight.chain };
    const head = { id, member: this.id, at: Date.now(), prev: last, seen, handed: null };
    const { bytes, digest } = await sealEntry(seat.team, head, content, { keys: seat.me.keys, pool });
    const seq = await this.log.append(id, bytes, AbortSignal.timeout(60_000));
    this.last = digest;
    this.lastSeq = seq;
    return seq;
  }
}
