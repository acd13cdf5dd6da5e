/**
 * What real acts cost with the engine: `npx tsx test/team/catch-up/costs.ts [codes]`. Three browsers follow; one adds
 * codes and gives them out one by one. Messages and bytes on all three connections.
 */
import 'fake-indexeddb/auto';
import { WebSocket } from 'ws';
import { listPromotions, openLedger } from '../../../src/ledger/index.ts';
import { asActFile } from '../../../src/team/acts/act-file.ts';
import { Notes } from '../../../src/team/follow/notes.ts';
import { Session } from '../../../src/team/follow/session.ts';
import { connectLog } from '../../../src/team/log/nats-log.ts';
import { foundTeam, ownToken, prepareTeam } from '../../../src/team/seat/founding.ts';
import { credentialsOf, type Seat } from '../../../src/team/seat/seat.ts';
import { Cluster } from '../cluster/cluster.ts';
import { codes } from './codes.ts';
import { newLot } from './lot.ts';

const count = Number(process.argv[2] ?? 1000);
const sum = { messages: 0, bytes: 0 };

function counted(data: unknown): void {
  const bytes = Buffer.from(data as Uint8Array);
  sum.bytes += bytes.length;
  sum.messages += bytes.toString('latin1').match(/(^|\r\n)H?(PUB|MSG) /g)?.length ?? 0;
}

const prepared = await prepareTeam('Olga', 3);
const cluster = await Cluster.start({ team: prepared.team, keys: prepared.owner?.engine });

class Counting extends WebSocket {
  constructor(address: string) {
    super(address, { ca: cluster.certificate });
    this.on('message', counted);
  }
  override send(data: never, ...more: never[]): void {
    counted(data);
    super.send(data, ...more);
  }
}
Object.assign(globalThis, { WebSocket: Counting });

const placed = { ...prepared, token: ownToken(prepared), engines: cluster.servers };
const logOf = ({ team, me, engines: servers }: Seat, more = {}) =>
  connectLog({ servers, team, member: me.card.id, credentials: credentialsOf(placed), ...more });
const first = logOf(placed, { create: { replicas: 3 } });
const seat = await foundTeam(placed, first);
await first.close();
const sessions: Session[] = [];
const db = await openLedger({ name: 'browser-0' });
for (let n = 0; n < 3; n++) {
  const notes = await Notes.open(seat.team, `notes-${n}`);
  const parts = { log: logOf(seat), db: n === 0 ? db : await openLedger({ name: `browser-${n}` }), notes };
  sessions.push(new Session(seat, { ...parts, onStanding: () => undefined }));
  void sessions[n]?.run();
}
const [one] = sessions as [Session];
await one.introduce('');

async function measured(what: string, work: () => Promise<void>): Promise<void> {
  const before = { ...sum };
  await work();
  const { seq } = one.follower;
  while (sessions.some(({ follower }) => follower.seq < seq))
    await new Promise((done) => setTimeout(done, 20));
  const bytes = Math.round((sum.bytes - before.bytes) / 1000);
  console.log(`${what}: ${sum.messages - before.messages} messages, ${bytes} kB`);
}

const act = async (kind: string, args: unknown[]) => {
  const outcome = await one.act({ id: crypto.randomUUID(), kind, args });
  if (!outcome.done) throw outcome.problem;
};
await measured(`${count} codes imported`, () =>
  act('confirmImport', [asActFile(codes(count) as never), newLot]),
);
const promotionId = (await listPromotions(db))[0]?.promotion.id ?? '';
await measured(`${count} codes given out one by one`, async () => {
  for (let n = 0; n < count; n++)
    await act('issueNext', [promotionId, 1, { to: `Person ${n}`, handle: '', channel: 'Mail', note: '' }]);
});
for (const session of sessions) await session.end();
await cluster.stop();
process.exit(0);
