import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import { type Db, listPromotions, openLedger, planImport } from '../../../src/ledger';
import { memberToken } from '../../../src/team/access/credentials';
import { publicKeyOf } from '../../../src/team/access/jwt';
import { asActFile } from '../../../src/team/acts/act-file';
import { Notes } from '../../../src/team/follow/notes';
import { Session } from '../../../src/team/follow/session';
import type { TeamLog } from '../../../src/team/log/log';
import { connectLog } from '../../../src/team/log/nats-log';
import { newInvitation } from '../../../src/team/members/invitation';
import { keysForNew, mySecret } from '../../../src/team/members/key-ring';
import { foundTeam, prepareTeam } from '../../../src/team/seat/founding';
import { answerInvitation, takeSeat, takeSeatFrom } from '../../../src/team/seat/joining';
import { credentialsOf, type Seat } from '../../../src/team/seat/seat';
import { fileOf, promotion } from '../../ledger/helpers';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';

export interface Browser {
  readonly seat: Seat;
  readonly db: Db;
  readonly session: Session;
  readonly log: TeamLog;
}

let made = 0;

/** A team on a real engine, whose browsers are in this process. */
export class RealTeam {
  readonly browsers: Browser[] = [];

  private constructor(
    readonly cluster: Cluster,
    readonly first: Seat,
  ) {}

  static async start(machines: 1 | 3 = 1): Promise<RealTeam> {
    const seat = await prepareTeam('Olga', machines);
    const cluster = await Cluster.start({ team: seat.team, keys: seat.owner?.engine, machines });
    trust(cluster.certificate);
    const placed = { ...seat, engines: cluster.servers };
    const log = logOf(placed, machines);
    const founded = await foundTeam(placed, log);
    await log.close();
    const team = new RealTeam(cluster, founded);
    await team.open(founded);
    return team;
  }

  get owner(): Browser {
    return this.browsers[0] as Browser;
  }

  /** A browser that has taken its seat, and follows. */
  async open(seat: Seat, name = `real-${++made}`): Promise<Browser> {
    const db = await openLedger({ name });
    const notes = await Notes.open(seat.team, `${name}-notes`);
    const log = logOf(seat);
    const session = new Session(seat, { log, db, notes, onStanding: () => undefined });
    void session.run();
    await session.introduce(publicKeyOf(seat.seed));
    const one = { seat, db, session, log };
    this.browsers.push(one);
    return one;
  }

  /** Adds somebody, and says where in the log. */
  async invite(name: string, role: 'giver' | 'viewer' | 'owner'): Promise<{ seat: Seat; added: number }> {
    const { seat, session } = this.owner;
    const { team, me, engines, owner } = seat;
    const { invitation } = await newInvitation({
      ...{ team, engines, inviter: me.card, credentials: '', until: Date.now() + 60_000 },
    });
    const waiting = await answerInvitation(invitation, name);
    const { card } = waiting.me;
    const { members } = session.follower;
    const secret = members && (await mySecret(members, me));
    if (!secret || !owner) throw new Error('no secret');
    const act = { kind: 'add', card, role, paper: false, engineKey: publicKeyOf(waiting.seed) };
    expect(await session.memberAct(act, await keysForNew(team, secret, card))).toMatchObject({ done: true });
    const { jwt: token } = memberToken({
      ...{ accountSeed: owner.engine.signingSeed, account: publicKeyOf(owner.engine.accountSeed), team },
      ...{ member: card.id, role, days: 1, memberKey: publicKeyOf(waiting.seed) },
    });
    return { seat: { ...waiting, token }, added: session.follower.members?.all[card.id]?.joined.seq ?? 0 };
  }

  /** Adds somebody who reads the log from its beginning. */
  async join(name: string, role: 'giver' | 'viewer' = 'giver'): Promise<Browser> {
    const { seat } = await this.invite(name, role);
    const log = logOf(seat);
    const taken = await takeSeat(seat, log, AbortSignal.timeout(20_000));
    await log.close();
    if (!taken) throw new Error('not added');
    return this.open(taken);
  }

  /** Adds somebody who starts from a snapshot that is made then; null where they can't. */
  async joinFrom(name: string): Promise<Browser | null> {
    const { seat, added } = await this.invite(name, 'giver');
    const snapshot = await this.owner.session.snapshots.lay();
    const at = `real-${++made}`;
    const [db, notes, log] = [
      await openLedger({ name: at }),
      await Notes.open(seat.team, `${at}-notes`),
      logOf(seat),
    ];
    const late = AbortSignal.timeout(20_000);
    const taken = await takeSeatFrom(seat, { added, snapshot }, { log, db, notes }, late);
    for (const each of [db, notes]) each.close();
    await log.close();
    return taken && this.open(taken, at);
  }

  /** Has somebody do an act; its result. Throws why it wasn't done. */
  async act(by: Browser, kind: string, ...args: readonly unknown[]): Promise<unknown> {
    const outcome = await by.session.act({ id: crypto.randomUUID(), kind, args });
    if (!outcome.done) throw outcome.problem;
    return outcome.result;
  }

  /** Adds codes; the promotion's id. */
  async add(codes: readonly string[]): Promise<string> {
    const file = fileOf([...codes]);
    const { revision } = await planImport(this.owner.db, file);
    const target = { promotion: promotion(), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
    await this.act(this.owner, 'confirmImport', asActFile(file), { ...target, takeBack: false, revision });
    return (await listPromotions(this.owner.db))[0]?.promotion.id ?? '';
  }

  /** Waits until all have followed the log to its end. */
  async settled(): Promise<void> {
    // Each may state something of its copy meanwhile.
    const behind = async () => {
      const { last } = await this.owner.log.bounds();
      return this.browsers.map(({ session }) => last - session.follower.seq);
    };
    await expect.poll(behind, { timeout: 20_000 }).toEqual(this.browsers.map(() => 0));
  }

  async stop(): Promise<void> {
    for (const { session } of this.browsers) await session.end();
    await this.cluster.stop();
  }
}

/** A connection as this seat has it; `create`: that makes the log, of so many machines. */
export function logOf(seat: Seat, create?: 1 | 3): TeamLog {
  const { team, me, engines } = seat;
  return connectLog({
    ...{ servers: engines, team, member: me.card.id, credentials: credentialsOf(seat) },
    ...(create && { create: { replicas: create } }),
  });
}
