import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  checksum,
  type Db,
  getPromotion,
  listPromotions,
  openLedger,
  planImport,
  selfCheck,
} from '../../../src/ledger';
import { memberToken } from '../../../src/team/access/credentials';
import { publicKeyOf } from '../../../src/team/access/jwt';
import { asActFile } from '../../../src/team/acts/act-file';
import { Notes } from '../../../src/team/follow/notes';
import { Session } from '../../../src/team/follow/session';
import { connectLog } from '../../../src/team/log/nats-log';
import { readAnswer } from '../../../src/team/members/answer';
import { newInvitation, readInvitation } from '../../../src/team/members/invitation';
import { keysForNew, mySecret } from '../../../src/team/members/key-ring';
import { foundTeam, prepareTeam } from '../../../src/team/seat/founding';
import {
  answerInvitation,
  readTicket,
  takeSeat,
  takeSeatFrom,
  ticketText,
} from '../../../src/team/seat/joining';
import { credentialsOf, isSeated, type Seat } from '../../../src/team/seat/seat';
import { codes, fileOf, promotion } from '../../ledger/helpers';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';

interface Browser {
  readonly seat: Seat;
  readonly db: Db;
  readonly session: Session;
}

let cluster: Cluster;
let owner: Browser;
const all: Browser[] = [];
let made = 0;

function logOf(seat: Seat) {
  const { team, me, engines } = seat;
  const create = seat.owner ? { create: { replicas: 3 } } : {};
  return connectLog({
    servers: engines,
    team,
    member: me.card.id,
    credentials: credentialsOf(seat),
    ...create,
  });
}

/** A browser that has taken its seat, and follows. */
async function browser(seat: Seat, name = `browser-${++made}`): Promise<Browser> {
  const db = await openLedger({ name });
  const notes = await Notes.open(seat.team, `${name}-notes`);
  const session = new Session(seat, { log: logOf(seat), db, notes, onStanding: () => undefined });
  void session.run();
  await session.introduce(publicKeyOf(seat.seed));
  const one = { seat, db, session };
  all.push(one);
  return one;
}

beforeAll(async () => {
  const seat = await prepareTeam('Olga', 3);
  cluster = await Cluster.start({ team: seat.team, keys: seat.owner?.engine });
  trust(cluster.certificate);
  const placed = { ...seat, engines: cluster.servers };
  const log = logOf(placed);
  const founded = await foundTeam(placed, log);
  await log.close();
  owner = await browser(founded);
}, 60_000);

afterAll(async () => {
  for (const { session } of all) await session.end();
  await cluster?.stop();
});

/** Invites somebody, and takes their seat by the log's beginning. */
async function join(name: string, role: 'giver' | 'viewer'): Promise<Browser> {
  const { seat } = await invited(name, role);
  const log = logOf(seat);
  const taken = await takeSeat(seat, log, AbortSignal.timeout(20_000));
  await log.close();
  if (!taken) throw new Error('not added');
  return browser(taken);
}

/** All ways that two people go: invitation, answer, digits, ticket. `added`: the entry that says so. */
async function invited(name: string, role: 'giver' | 'viewer'): Promise<{ seat: Seat; added: number }> {
  const { team, me, engines, owner: own } = owner.seat;
  const until = Date.now() + 60_000;
  const { text, pending } = await newInvitation({ team, engines, inviter: me.card, credentials: '', until });
  const invited = await readInvitation(`Hi ${name}!\n> ${text}`);
  if (invited.kind !== 'invitation') throw new Error(invited.problem);
  const waiting = await answerInvitation(invited.invitation, name);
  const answer = await readAnswer(waiting.answer?.text ?? '', {
    team,
    inviter: me.card,
    pending: [pending],
    now: Date.now(),
  });
  if (answer.kind !== 'answer') throw new Error(answer.problem);
  expect(answer.digits).toEqual(waiting.answer?.digits);
  const { members } = owner.session.follower;
  const secret = members && (await mySecret(members, me));
  if (!secret || !own) throw new Error('no secret');
  const { card, engineKey } = answer;
  const act = { kind: 'add', card, role, paper: false, engineKey };
  expect(await owner.session.memberAct(act, await keysForNew(team, secret, card))).toMatchObject({
    done: true,
  });
  const { jwt } = memberToken({
    ...{ accountSeed: own.engine.signingSeed, account: publicKeyOf(own.engine.accountSeed), team },
    ...{ member: card.id, role, days: 1, memberKey: engineKey },
  });
  const ticket = await readTicket(await ticketText(card.id, jwt), waiting.me.card.id);
  if (!ticket || ticket === 'other') throw new Error('no ticket');
  const { token } = ticket;
  const added = owner.session.follower.members?.all[card.id]?.joined.seq ?? 0;
  return { seat: { ...waiting, token }, added };
}

const to = (name: string) => ({ to: name, handle: '', channel: '', note: '' });
const give = (browser: Browser, promotionId: string, count = 1) =>
  browser.session.act({ id: crypto.randomUUID(), kind: 'issueNext', args: [promotionId, count, to('Anna')] });

it('has three members give out of one pool, none twice, all copies alike', async () => {
  const [ben, cleo] = [await join('Ben', 'giver'), await join('Cleo', 'giver')];
  const file = fileOf(codes(5000));
  const { revision } = await planImport(owner.db, file);
  const target = {
    promotion: promotion(),
    as: { kind: 'new' },
    name: 'lot',
    quantityAsked: null,
    takeBack: false,
  };
  const imported = await owner.session.act({
    ...{ id: crypto.randomUUID(), kind: 'confirmImport' },
    args: [asActFile(file), { ...target, revision }],
  });
  expect(imported).toMatchObject({ done: true, result: { added: 5000 } });
  const [{ promotion: made } = { promotion: null }] = await listPromotions(owner.db);
  const promotionId = made?.id ?? '';
  const given: string[] = [];
  await Promise.all(
    [owner, ben, cleo].map(async (one) => {
      for (let n = 0; n < 40; n++) {
        const outcome = await give(one, promotionId);
        if (!outcome.done) throw outcome.problem;
        given.push(...(outcome.result as { codes: string[] }).codes);
      }
    }),
  );
  expect(new Set(given).size).toBe(120);
  await settled();
  const sums = await Promise.all(all.map(({ db }) => checksum(db)));
  expect(new Set(sums).size).toBe(1);
  for (const { db } of all) {
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ available: 4880, issued: 120 });
    expect((await selfCheck(db)).faults).toEqual([]);
  }
}, 120_000);

it('has somebody new start from a snapshot, and follow from there', async () => {
  const promotionId = (await listPromotions(owner.db))[0]?.promotion.id ?? '';
  const dora = await invited('Dora', 'giver');
  const snapshot = await owner.session.snapshots.lay();
  // What comes after it is read from the log.
  expect((await give(owner, promotionId, 2)).done).toBe(true);
  const name = `browser-${++made}`;
  const db = await openLedger({ name });
  const notes = await Notes.open(dora.seat.team, `${name}-notes`);
  const log = logOf(dora.seat);
  const from = { added: dora.added, snapshot };
  const late = AbortSignal.timeout(20_000);
  const { id } = dora.seat.me.card;
  const told = await readTicket(await ticketText(id, 'a.token', from), id);
  expect(told).toEqual({ token: 'a.token', start: from });
  // Its snapshot is there no more, as after somebody was forgotten: then a later one.
  const lost = { ...from, snapshot: 'snapshot-none' };
  expect(await takeSeatFrom(dora.seat, { ...lost, added: 1 }, { log, db, notes }, late)).toBeNull();
  const taken = await takeSeatFrom(dora.seat, lost, { log, db, notes }, late);
  await log.close();
  notes.close();
  expect(await checksum(db)).not.toBe(await checksum(owner.db));
  db.close();
  expect(taken && isSeated(taken)).toBe(true);
  const one = await browser(taken as Seat, name);
  await settled();
  expect(await checksum(one.db)).toBe(await checksum(owner.db));
  expect((await selfCheck(one.db)).faults).toEqual([]);
  // Repeated under the same id by somebody who got no answer: here as everywhere, it counts once.
  expect((await give(one, promotionId)).done).toBe(true);
  await settled();
  expect(new Set(await Promise.all(all.map(({ db }) => checksum(db)))).size).toBe(1);
});

/** Waits until all have followed the log to its end. */
async function settled(): Promise<void> {
  const log = logOf(owner.seat);
  const { last } = await log.bounds();
  await log.close();
  await expect
    .poll(() => all.map(({ session }) => session.follower.seq), { timeout: 20_000 })
    .toEqual(all.map(() => last));
}
