import { checksum, listPromotions, openLedger } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import { Notes } from '../../../src/team/follow/notes';
import { Session } from '../../../src/team/follow/session';
import { utf8 } from '../../../src/team/sealing/bytes';
import { chainOf, chainStart } from '../../../src/team/sealing/chain';
import { sealEntry } from '../../../src/team/sealing/envelope';
import { foundTeam, prepareTeam } from '../../../src/team/seat/founding';
import type { Seat } from '../../../src/team/seat/seat';
import { MemoryLog } from '../follow/memory-log';
import { newLot } from './lot';

/** A log of one owner with codes and so many acts of giving out one, as they would stand in it; nothing has followed it yet. */
export async function longLog(
  acts: number,
  fileOf: (count: number) => unknown,
): Promise<{ log: MemoryLog; seat: Seat }> {
  const log = new MemoryLog();
  const prepared = await prepareTeam('Olga', 1);
  const seat = await foundTeam(prepared, log.of(prepared.me.card.id));
  const running = await follow(log, seat, `first-${crypto.randomUUID()}`);
  await running.session.introduce('');
  const imported = await running.session.act({
    ...{ id: crypto.randomUUID(), kind: 'confirmImport' },
    args: [asActFile(fileOf(acts + 100) as never), newLot],
  });
  if (!imported.done) throw imported.problem;
  const promotionId = (await listPromotions(running.db))[0]?.promotion.id ?? '';
  await running.end();
  const pool = seat.keys[0];
  if (!pool) throw new Error('no key');
  let chain = await chainStart(seat.team);
  for (const { bytes } of log.entries) chain = await chainOf(chain, bytes);
  let prev: string | null = running.last;
  for (let n = 0; n < acts; n++) {
    const seq = log.entries.length;
    const id = crypto.randomUUID();
    const act = {
      kind: 'issueNext',
      args: [promotionId, 1, { to: `Person ${n}`, handle: '', channel: '', note: '' }],
    };
    const head = { id, member: seat.me.card.id, at: Date.now(), prev, seen: { seq, chain }, handed: null };
    const { bytes, digest } = await sealEntry(seat.team, head, utf8(JSON.stringify(act)), {
      keys: seat.me.keys,
      pool,
    });
    log.put(seat.me.card.id, bytes);
    chain = await chainOf(chain, bytes);
    prev = digest;
  }
  return { log, seat };
}

/** Follows a log into a new browser's copy up to its end; what it came to, and how long it took. */
export async function catchUp(
  log: MemoryLog,
  seat: Seat,
): Promise<{ ms: number; sum: string; tells: number }> {
  let tells = 0;
  const began = performance.now();
  const running = await follow(log, seat, `late-${crypto.randomUUID()}`, () => tells++);
  const ms = performance.now() - began;
  const sum = await checksum(running.db);
  await running.end();
  return { ms, sum, tells };
}

async function follow(log: MemoryLog, seat: Seat, name: string, onStanding = () => {}) {
  const db = await openLedger({ name });
  const notes = await Notes.open(seat.team, `${name}-notes`);
  const session = new Session(seat, { log: log.of(seat.me.card.id), db, notes, onStanding });
  const running = session.run();
  while (session.follower.seq < log.entries.length && session.standing.kind !== 'stopped')
    await new Promise((resolve) => setTimeout(resolve, 5));
  if (session.standing.kind === 'stopped') throw session.standing.why;
  return {
    ...{ session, db },
    get last() {
      return session.follower.last;
    },
    async end() {
      await session.end();
      await running;
      notes.close();
      db.close();
    },
  };
}
