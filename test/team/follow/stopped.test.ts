import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksum, type Db, getPromotion, listPromotions, openLedger, selfCheck } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import { Notes } from '../../../src/team/follow/notes';
import { Session } from '../../../src/team/follow/session';
import type { Outcome } from '../../../src/team/replay/replica';
import { foundTeam, prepareTeam } from '../../../src/team/seat/founding';
import type { Seat } from '../../../src/team/seat/seat';
import { Chance } from '../../chance';
import { codes, fileOf, freshName, promotion } from '../../ledger/helpers';
import { MemoryLog } from './memory-log';

/** Thrown where a browser is killed. */
const killed = new Error('killed');

interface Place {
  readonly seat: Seat;
  readonly name: string;
  /** Where its notes are; beside the codes. */
  readonly notes?: string;
}

interface Running {
  readonly session: Session;
  readonly db: Db;
  readonly notes: Notes;
  readonly ended: Promise<unknown>;
}

/** Opens what a browser has kept, and follows; `dies` says at which writing it is killed. */
async function start(
  { seat, name, notes: noted = `${name}-notes` }: Place,
  log: MemoryLog,
  dies: () => boolean = () => false,
): Promise<Running> {
  const db = await openLedger({ name });
  const notes = await Notes.open(seat.team, noted);
  const own = log.of(seat.me.card.id);
  const session = new Session(seat, { log: own, db, notes, onStanding: () => undefined });
  const note = notes.note.bind(notes);
  notes.note = async (noted) => {
    // Each entry is a place to die at, however many are taken in together.
    if (noted.some(dies)) throw killed;
    await note(noted);
    if (noted.some(dies)) throw killed;
  };
  const ended = session.run();
  return { session, db, notes, ended };
}

async function close({ session, db, notes, ended }: Running): Promise<void> {
  await session.end();
  await ended;
  db.close();
  notes.close();
}

async function caughtUp({ session }: Running, log: MemoryLog): Promise<void> {
  // What it states itself of its codes comes on top.
  const last = log.entries.length;
  await expect
    .poll(() => session.follower.seq, { timeout: 20_000, interval: 5 })
    .toBeGreaterThanOrEqual(last);
}

const to = (name: string) => ({ to: name, handle: '', channel: '', note: '' });
const act = (kind: string, args: unknown[]) => ({ id: crypto.randomUUID(), kind, args });

async function founded(): Promise<{ log: MemoryLog; seat: Seat }> {
  const log = new MemoryLog();
  const seat = await prepareTeam('Olga', 1);
  return { log, seat: await foundTeam(seat, log.of(seat.me.card.id)) };
}

/** Founds a team and adds codes; the promotion's id. */
async function withCodes(place: Place, log: MemoryLog, count: number): Promise<string> {
  const running = await start(place, log);
  await running.session.introduce('');
  const target = { promotion: promotion(), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
  const file = asActFile(fileOf(codes(count)));
  const imported = await running.session.act(
    act('confirmImport', [file, { ...target, takeBack: false, revision: 0 }]),
  );
  expect(imported).toMatchObject({ done: true, result: { added: count } });
  const [listed] = await listPromotions(running.db);
  await close(running);
  return listed?.promotion.id ?? '';
}

it('is the same after being killed anywhere, as often as it may be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const some = new Chance(seed);
      const random = () => some.below(1000) / 1000;
      const { log, seat } = await founded();
      const writer = { seat, name: freshName() };
      const promotionId = await withCodes(writer, log, 60);
      const running = await start(writer, log);
      for (let n = 0; n < 12; n++) {
        // Between real entries, what a stranger or a broken member would put in; and answers that got lost.
        if (random() < 0.3) log.put(seat.me.card.id, crypto.getRandomValues(new Uint8Array(300)));
        if (random() < 0.2) log.put('0'.repeat(24), log.entries.at(-1)?.bytes ?? new Uint8Array(0));
        if (random() < 0.3)
          log.put(
            seat.me.card.id,
            log.entries[1 + some.below(log.entries.length - 1)]?.bytes ?? new Uint8Array(0),
          );
        await running.session.act(act('issueNext', [promotionId, 1 + Math.floor(random() * 3), to('Anna')]));
      }
      await caughtUp(running, log);
      // The same seat in another browser, killed again and again on the way.
      const other = { seat, name: freshName() };
      for (let deaths = 0; ; deaths++) {
        const again = await start(other, log, () => deaths < 15 && random() < 0.15);
        const dead = await Promise.race([
          again.ended.then(() => true),
          caughtUp(again, log).then(() => false),
        ]);
        if (dead) {
          await close(again);
          continue;
        }
        expect(await checksum(again.db)).toBe(await checksum(running.db));
        const { counts } = await getPromotion(again.db, promotionId);
        expect(counts).toEqual((await getPromotion(running.db, promotionId)).counts);
        expect((await selfCheck(again.db)).faults).toEqual([]);
        await close(again);
        break;
      }
      await close(running);
    }),
    { numRuns: Number(process.env.TEAM_RUNS ?? 6) },
  );
}, 300_000);

it.each([
  ['codes', 'notes'],
  ['notes', 'codes'],
])('comes to the same where its %s are behind its %s, after a loss of power', async (behind) => {
  const { log, seat } = await founded();
  const place = { seat, name: freshName() };
  const promotionId = await withCodes(place, log, 30);
  const running = await start(place, log);
  for (let n = 0; n < 5; n++) {
    await running.session.act(act('issueNext', [promotionId, 2, to('Anna')]));
    log.put(seat.me.card.id, crypto.getRandomValues(new Uint8Array(300)));
  }
  await caughtUp(running, log);
  const sum = await checksum(running.db);
  const { length: last } = log.entries;
  const known = await running.notes.at(last);
  await close(running);
  // The other half of another browser, in which nothing is yet.
  const lost = freshName();
  const halves =
    behind === 'codes' ? { name: lost, notes: `${place.name}-notes` } : { name: place.name, notes: lost };
  const again = await start({ ...place, ...halves }, log);
  await caughtUp(again, log);
  expect(await checksum(again.db)).toBe(sum);
  expect(await again.notes.at(last)).toEqual(known);
  const given = await again.session.act(act('issueNext', [promotionId, 1, to('Ben')]));
  expect(given).toMatchObject({ done: true, result: { codes: [codes(30)[10]] } });
  await close(again);
});

it('does an act once that is asked for again, whoever asks and however late', async () => {
  const { log, seat } = await founded();
  const place = { seat, name: freshName() };
  const promotionId = await withCodes(place, log, 10);
  const running = await start(place, log);
  const one = act('issueNext', [promotionId, 1, to('Anna')]);
  const first = (await running.session.act(one)) as Outcome & { result: { codes: string[] } };
  expect(await running.session.act(one)).toEqual(first);
  await close(running);
  // After the engine has forgotten: it stands in the log twice.
  log.put(seat.me.card.id, log.entries.at(-1)?.bytes ?? new Uint8Array(0));
  const again = await start(place, log);
  await caughtUp(again, log);
  expect((await getPromotion(again.db, promotionId)).counts).toMatchObject({ available: 9, issued: 1 });
  // What it came to is not known here any more; at once, and nothing is written once more.
  const { length } = log.entries;
  await expect(again.session.act(one)).rejects.toMatchObject({ name: 'NotWritten', before: true });
  expect(log.entries.length).toBe(length);
  await close(again);
});

it('goes no further in a log that isn’t the one it followed', async () => {
  const { log, seat } = await founded();
  const place = { seat, name: freshName() };
  const promotionId = await withCodes(place, log, 10);
  const running = await start(place, log);
  await running.session.act(act('issueNext', [promotionId, 1, to('Anna')]));
  await close(running);
  // An engine that shows a colleague another history: the last entry but one is gone.
  const cut = new MemoryLog();
  for (const { member, bytes } of log.entries.toSpliced(1, 1)) cut.put(member, bytes);
  const colleague = await start({ seat, name: freshName() }, cut);
  await colleague.ended;
  expect(colleague.session.standing).toMatchObject({ kind: 'stopped', why: { why: { kind: 'tampered' } } });
  await expect(colleague.session.act(act('issueNext', [promotionId, 1, to('Ben')]))).rejects.toBeDefined();
  await close(colleague);
});
