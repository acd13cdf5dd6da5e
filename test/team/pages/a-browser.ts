import 'fake-indexeddb/auto';
import type { Problem } from '../../../src/domain/problem';
import type { LogEntry, TeamLog } from '../../../src/team/log/log';
import { LogProblem } from '../../../src/team/log/log';
import type { LogOptions } from '../../../src/team/log/nats-log';
import { mySecret, ringFrom, ringOf } from '../../../src/team/members/key-ring';
import { readEntry } from '../../../src/team/members/read-entry';
import type { Members } from '../../../src/team/members/team-state';
import type { Place } from '../../../src/team/pages/place';
import { TeamProblem, teamProblem } from '../../../src/team/pages/team-words';
import { utf8 } from '../../../src/team/sealing/bytes';
import { chainStart } from '../../../src/team/sealing/chain';
import { sealEntry } from '../../../src/team/sealing/envelope';
import type { HandedKeys } from '../../../src/team/sealing/handed-keys';
import type { PoolKey } from '../../../src/team/sealing/pool-key';
import type { Seat } from '../../../src/team/seat/seat';
import { SeatStore } from '../../../src/team/seat/seat-store';
import { inWords } from '../../../src/words/problem-words';
import { MemoryKeys } from '../follow/memory-keys';
import { namesIn, objectIn } from '../follow/memory-log';

/** An engine in memory: it keeps entries in their order, and lets in whom it is told to. */
export class FakeEngine {
  readonly entries: LogEntry[] = [];
  /** What was put first under each name stays. */
  readonly objects = new Map<string, Uint8Array>();
  readonly keys = new MemoryKeys();
  readonly asked: LogOptions[] = [];
  answers: 'well' | 'never' | 'refused' = 'well';

  readonly connect = (options: LogOptions): TeamLog => {
    this.asked.push(options);
    const check = (signal?: AbortSignal) => {
      if (this.answers === 'refused') throw new LogProblem('refused', { what: 'credentials' });
      if (this.answers === 'never') throw new LogProblem('unreachable', {}, signal?.reason);
    };
    return {
      keys: this.keys,
      append: async (_id, bytes, signal) => {
        check(signal);
        return this.append(options.member, bytes);
      },
      follow: (after, signal) => this.follow(after, signal),
      entry: async (seq) => this.entries[seq - 1] ?? null,
      bounds: async (signal) => {
        check(signal);
        return { first: 1, last: this.entries.length, born: 0 };
      },
      putObject: async (name, bytes) => {
        const at = `${options.member} ${name}`;
        if (!this.objects.has(at)) this.objects.set(at, bytes);
      },
      getObject: async (name, by) => objectIn(this.objects, name, by),
      namesBy: async (member) => namesIn(this.objects, member),
      deleteObject: async () => undefined,
      onState: () => () => undefined,
      close: async () => undefined,
    };
  };

  append(member: string, bytes: Uint8Array): number {
    const seq = this.entries.length + 1;
    this.entries.push({ seq, member, time: seq, bytes });
    return seq;
  }

  private async *follow(after: number, signal: AbortSignal) {
    for (const entry of this.entries.slice(after)) {
      if (signal.aborted) return;
      yield entry;
    }
  }
}

let made = 0;

/** A page of one browser, over an engine in memory. */
export class ABrowser implements Place {
  state: { seat: Seat | null | undefined; members: Members | null } = { seat: undefined, members: null };
  private keys: readonly PoolKey[] = [];

  private constructor(
    readonly engine: FakeEngine,
    readonly seats: SeatStore,
    readonly name: string,
  ) {}

  static async open(engine: FakeEngine, name = `seat-${++made}`): Promise<ABrowser> {
    const browser = new ABrowser(engine, await SeatStore.open(name), name);
    await browser.readSeat();
    return browser;
  }

  get seat(): Seat {
    if (!this.state.seat) throw new Error('no seat');
    return this.state.seat;
  }

  get members(): Members {
    if (!this.state.members) throw new Error('no members');
    return this.state.members;
  }

  async readSeat(): Promise<void> {
    this.state = { ...this.state, seat: await this.seats.read() };
    await this.follow();
  }

  async memberAct(act: { readonly kind: string }, handed: HandedKeys | null = null): Promise<void> {
    await this.follow();
    const { team, me } = this.seat;
    const head = {
      ...{ id: crypto.randomUUID(), member: me.card.id, at: Date.now(), prev: null, handed },
      seen: { seq: 0, chain: await chainStart(team) },
    };
    const pool = this.keys.at(-1) as PoolKey;
    const { bytes } = await sealEntry(team, head, utf8(JSON.stringify(act)), { keys: me.keys, pool });
    const seq = this.engine.append(me.card.id, bytes);
    const why = await this.follow(seq);
    if (why !== null) throw teamProblem(why, this.state.members);
  }

  /** Reads the whole log; why the entry at `of` was passed over, or null. */
  async follow(of = 0): Promise<unknown> {
    const seat = this.state.seat;
    this.keys = seat?.keys ?? [];
    let members: Members | null = null;
    let why: unknown = null;
    for (const logged of seat && this.keys.length > 0 ? this.engine.entries : []) {
      const read = await readEntry(seat?.team ?? '', members, logged, {
        ...ringOf(this.keys),
        understands: [],
      });
      if (read.kind === 'locked') break;
      if (read.kind === 'ignored' && logged.seq === of) why = read.why;
      if (read.kind !== 'members') continue;
      members = read.members;
      const secret = seat && (await mySecret(members, seat.me));
      const ring = secret && (await ringFrom(members.team, secret, members.generations));
      if (ring) this.keys = ring.keys;
    }
    this.state = { ...this.state, members };
    return why;
  }

  /** The generation of the newest key that this browser has. */
  get generation(): number {
    return this.keys.at(-1)?.generation ?? 0;
  }
}

/** What is said where it is refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof TeamProblem)) throw error instanceof Error ? error : new Error('not refused');
  return inWords((error as Problem).said);
}
