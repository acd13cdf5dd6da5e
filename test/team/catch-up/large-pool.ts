import { unwrap } from 'idb';
import {
  checksum,
  confirmImport,
  type Db,
  openLedger,
  planImport,
  takeFirst,
  takeRest,
  writeTogether,
} from '../../../src/ledger';
import { asCodeFile } from '../../../src/team/acts/act-file';
import type { KeptNotes } from '../../../src/team/follow/kept-notes';
import { foundingKeys } from '../../../src/team/members/key-ring';
import { Replica } from '../../../src/team/replay/replica';
import { base64url } from '../../../src/team/sealing/bytes';
import { cardOf } from '../../../src/team/sealing/card';
import { newId } from '../../../src/team/sealing/ids';
import { newMemberKeys } from '../../../src/team/sealing/member-keys';
import { poolKeyOf } from '../../../src/team/sealing/pool-key';
import { getRest, getSnapshot, packSnapshot, putSnapshot } from '../../../src/team/seat/snapshot';
import { MemoryLog } from '../follow/memory-log';
import { codes } from './codes';

/** A ledger with so many codes, of which so many were given out one by one, each to somebody else. */
export async function largePool(
  name: string,
  count: number,
  acts: number,
): Promise<{ db: Db; promotionId: string }> {
  const db = await openLedger({ name });
  const plan = await planImport(db, asCodeFile(codes(count) as never));
  const promotion = {
    ...{ name: 'Garlic', trackingId: null, marketplace: 'US', account: null, percentOff: null },
    ...{ start: null, end: null, amazonId: null },
  };
  const { promotionId } = await confirmImport(db, plan, {
    ...({ promotion, as: { kind: 'new' }, name: 'lot', quantityAsked: null, by: 'Olga' } as never as object),
  } as never);
  await writeTogether(db, async (tx) => {
    const [entries, spans] = [unwrap(tx.objectStore('entries')), unwrap(tx.objectStore('spans'))];
    for (let n = 0; n < acts; n++) {
      const to = `Person ${n}`;
      const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      const act = { kind: 'issue', issuance: crypto.randomUUID(), promotionId, batch: 1, from: n, count: 1 };
      entries.add({
        ...act,
        to,
        channel: '',
        note: '',
        at,
        by: 'Olga',
        names: [to.toLowerCase()],
        seq: n + 1,
        id: crypto.randomUUID(),
      });
      const state = { promotionId, state: 'issued', entry: n + 1, issue: n + 1, redeem: 0 };
      spans.put({ batch: 1, from: n, count: 1, ...state });
    }
    await tx.objectStore('spans').put({
      ...{ batch: 1, from: acts, count: count - acts, promotionId },
      ...{ state: 'available', entry: 0, issue: 0, redeem: 0 },
    } as never);
    const row = await tx.objectStore('counts').get(promotionId);
    if (row)
      await tx.objectStore('counts').put({
        ...row,
        ...{ available: count - acts, issued: acts },
        lastIssuedAt: new Date(Date.UTC(2026, 0, 1) + (acts - 1) * 60_000).toISOString(),
      });
    await tx.objectStore('meta').put(acts + 2, 'followed');
  });
  return { db, promotionId };
}

const digest = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** What is noted beside such a pool: the last 5,000 entries. */
function notesOf(seq: number): KeptNotes {
  const last = Array.from({ length: 5000 }, (_, i) => seq - 4999 + i);
  return {
    seq,
    members: { seq: 1, members: {} as never },
    own: [],
    acts: last.map((place) => [crypto.randomUUID(), place]),
    chain: last.map((place) => ({ seq: place, chain: digest(), time: 1_800_000_000_000, by: 'Olga' })),
  };
}

/** Makes a snapshot of such a pool and starts another browser from it: what each part takes, milliseconds. */
export async function joining(count: number, acts: number): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const done = await work();
    times[what] = Math.round(performance.now() - began);
    return done;
  };
  const { db, promotionId } = await timed('made', () =>
    largePool(`large-${crypto.randomUUID()}`, count, acts),
  );
  const { keys, open } = await newMemberKeys();
  const me = { card: await cardOf('Olga', open), keys };
  const team = newId();
  const key = await poolKeyOf(team, (await foundingKeys(team, me.card)).secret);
  const log = new MemoryLog().of(me.card.id);
  const by = { team, me, key, log };
  const packed = await timed('packed', () => packSnapshot(db, notesOf(acts + 2)));
  const name = await timed('put', () => putSnapshot(by, packed));
  times.headBytes = packed.head.length;
  times.restBytes = packed.rest.length;
  const from = { team, by: [me.card], key, log };
  const late = await openLedger({ name: `late-${crypto.randomUUID()}` });
  const found = await timed('got', () => getSnapshot(from, name));
  if (!found) throw new Error('no snapshot');
  await timed('taken', () => takeFirst(late, found.first, found.coming));
  const act = {
    kind: 'issueNext',
    args: [promotionId, 1, { to: 'First', handle: '', channel: '', note: '' }],
  } as const;
  const placed = {
    seq: acts + 3,
    id: crypto.randomUUID(),
    time: 1_800_000_000_000,
    by: 'Ben',
    member: 'ben',
    act,
  };
  await timed('given', () => new Replica(late).apply(placed));
  await timed('rest', async () => {
    let left = found.coming;
    for await (const part of (await getRest(team, found.from, log)) ?? []) await takeRest(late, part, --left);
  });
  times.parts = found.coming;
  times.entries = await late.count('entries');
  await timed('checksum', () => checksum(late));
  return times;
}
