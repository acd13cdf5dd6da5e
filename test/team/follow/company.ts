import { expect } from 'vitest';
import { type Db, listPromotions, openLedger } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import { understands } from '../../../src/team/follow/follower';
import { Notes } from '../../../src/team/follow/notes';
import { Session } from '../../../src/team/follow/session';
import { keysForNew, mySecret } from '../../../src/team/members/key-ring';
import { utf8 } from '../../../src/team/sealing/bytes';
import { chainOf, chainStart } from '../../../src/team/sealing/chain';
import { sealEntry } from '../../../src/team/sealing/envelope';
import type { EntryHead } from '../../../src/team/sealing/envelope-layout';
import { foundTeam, prepareTeam } from '../../../src/team/seat/founding';
import type { Seat } from '../../../src/team/seat/seat';
import { codes, fileOf, freshName, promotion } from '../../ledger/helpers';
import { type Somebody, somebody } from '../sealing/people';
import { MemoryLog } from './memory-log';

/** A browser that follows. */
export interface Running {
  readonly session: Session;
  readonly db: Db;
  readonly notes: Notes;
  readonly ended: Promise<unknown>;
}

/** A team over a log in memory, and hands to write into it whatever anybody could. */
export class Company {
  private readonly running: Running[] = [];

  private constructor(
    readonly log: MemoryLog,
    readonly seat: Seat,
  ) {}

  /** An owner, with codes of one promotion; its id. */
  static async founded(count: number): Promise<{ team: Company; promotionId: string; owner: Running }> {
    const log = new MemoryLog();
    const seat = await prepareTeam('Olga', 1);
    const team = new Company(log, await foundTeam(seat, log.of(seat.me.card.id)));
    const owner = await team.browser();
    const target = { promotion: promotion(), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
    const args = [asActFile(fileOf(codes(count))), { ...target, takeBack: false, revision: 0 }];
    const imported = await owner.session.act({ id: crypto.randomUUID(), kind: 'confirmImport', args });
    expect(imported).toMatchObject({ done: true });
    const [listed] = await listPromotions(owner.db);
    return { team, promotionId: listed?.promotion.id ?? '', owner };
  }

  get owner(): Somebody {
    return this.seat.me;
  }

  /** A browser that follows with this seat. */
  async browser(seat: Seat = this.seat, name = freshName()): Promise<Running> {
    const db = await openLedger({ name });
    const notes = await Notes.open(seat.team, `${name}-notes`);
    const own = this.log.of(seat.me.card.id);
    const session = new Session(seat, { log: own, db, notes, onStanding: () => undefined });
    const one = { session, db, notes, ended: session.run() };
    this.running.push(one);
    return one;
  }

  /** Adds somebody, who says what their Claimcheck knows; their seat, with the keys that were handed to them. */
  async add(
    name: string,
    role: 'giver' | 'viewer' | 'owner',
    knows: readonly string[] = understands,
  ): Promise<Seat> {
    const one = await somebody(name);
    const first = this.running[0] as Running;
    await this.caughtUp(first);
    const { members } = first.session.follower;
    const secret = members && (await mySecret(members, this.seat.me));
    if (!secret) throw new Error('no secret');
    const act = { kind: 'add', card: one.card, role, paper: false, engineKey: '' };
    const handed = await keysForNew(this.seat.team, secret, one.card);
    expect(await first.session.memberAct(act, handed)).toMatchObject({ done: true });
    await this.write(one, { kind: 'client', understands: knows, engineKey: '' });
    return { ...this.seat, me: one, owner: null };
  }

  /** Writes an act as anybody, as their Claimcheck would, or with another open part. */
  async write(who: Somebody, act: unknown, part: Partial<EntryHead> = {}): Promise<number> {
    return this.put(who, await this.sealed(who, utf8(JSON.stringify(act)), part));
  }

  async sealed(who: Somebody, content: Uint8Array, part: Partial<EntryHead> = {}): Promise<Uint8Array> {
    const pool = (this.running[0] as Running).session.follower.ring.keys.at(-1);
    if (!pool) throw new Error('no key');
    const id = crypto.randomUUID();
    const seen = { seq: this.log.entries.length, chain: await this.chain() };
    const head = { id, member: who.card.id, at: Date.now(), prev: null, seen, handed: null, ...part };
    return (await sealEntry(this.seat.team, head, content, { keys: who.keys, pool })).bytes;
  }

  /** Puts any bytes in by somebody's rights. */
  put(who: Somebody, bytes: Uint8Array): number {
    return this.log.put(who.card.id, bytes);
  }

  /** The log's chain after so many entries. */
  async chain(after = this.log.entries.length): Promise<string> {
    let chain = await chainStart(this.seat.team);
    for (const { bytes } of this.log.entries.slice(0, after)) chain = await chainOf(chain, bytes);
    return chain;
  }

  /** Waits until a browser has followed to the end, or goes no further. */
  async caughtUp({ session }: Running): Promise<void> {
    const { entries } = this.log;
    await expect
      .poll(() => session.standing.kind === 'stopped' || session.follower.seq === entries.length, {
        ...{ timeout: 20_000, interval: 5 },
      })
      .toBe(true);
  }

  async close(): Promise<void> {
    for (const { session, db, notes, ended } of this.running) {
      await session.end();
      await ended;
      db.close();
      notes.close();
    }
  }
}

export const to = (name: string) => ({ to: name, handle: '', channel: '', note: '' });
