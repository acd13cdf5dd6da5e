import { acts } from '../acts/acts';
import type { LogEntry, TeamLog } from '../log/log';
import { inLots } from '../log/lots';
import { type IgnoredEntries, nothingIgnored } from '../members/ignored';
import { type KeyRing, type Me, mySecret, ringFrom } from '../members/key-ring';
import { cardIn, generationOf } from '../members/members';
import { readEntries } from '../members/read-entries';
import type { Members } from '../members/team-state';
import { type Personal, personalKind } from '../personal/personal';
import type { Outcome, Replica } from '../replay/replica';
import { parsed, textOf } from '../sealing/bytes';
import { chainOf } from '../sealing/chain';
import { openEntry } from '../sealing/envelope';
import type { Id } from '../sealing/ids';
import { stateKind } from './agreement';
import { Chains } from './chains';
import type { Coming } from './coming';
import { Comparing, type ToState } from './comparing';
import { Halted } from './halt';
import type { Acknowledged, Notes } from './notes';
import { pieceKind } from './pieces';
import { actAt, isState, stepAt, type Taken } from './step';

/** The kinds of acts on codes that this Claimcheck knows. */
export const understands: readonly string[] = [...Object.keys(acts), stateKind, pieceKind, personalKind];

/** What a follower is made of. */
export interface FollowerParts {
  readonly team: Id;
  readonly me: Me;
  readonly log: TeamLog;
  readonly replica: Replica;
  readonly personal: Personal;
  readonly coming: Coming;
  readonly notes: Notes;
  /** The checksum of the codes here. */
  readonly sumOf: () => Promise<string>;
  /** The first key, for a log that wasn't read yet. */
  readonly firstKeys: KeyRing;
  /** Hears what an entry's act came to, once it is written here. `id`: of the entry. */
  readonly onOutcome: (id: string, outcome: Outcome) => void;
  /** Hears that the place or the team changed. */
  readonly onStep: () => void;
}

/** How many entries are taken in together: so many are written again where one of them can't be done. */
const atOnce = 64;

/** Follows a team's log into this browser's copy of the codes: whatever is there already in lots, else entry by entry. */
export class Follower {
  /** The place up to which the log is followed, and its chain there. */
  seq = 0;
  chain = '';
  members: Members | null = null;
  ring: KeyRing;
  /** The digest of the last entry that this member has in the log. */
  last: string | null = null;
  private ignored: IgnoredEntries = nothingIgnored;
  private acked: Acknowledged | null = null;
  /** The places up to which codes and notes were written when it began. */
  private written = 0;
  private noted = 0;
  /** Whether entries are being taken in just now. */
  isTakingIn = false;
  /** Whether the last entry that was taken in changed the team. */
  private hasChanged = false;
  private readonly chains: Chains;
  private readonly comparing: Comparing;

  constructor(private readonly parts: FollowerParts) {
    this.ring = parts.firstKeys;
    this.chains = new Chains(parts.notes);
    const { me, notes, sumOf, coming } = parts;
    this.comparing = new Comparing({
      ...{ me: me.card.id, notes },
      sum: async () => (coming.come || this.seq < this.written ? null : sumOf()),
    });
  }

  /** Compares the codes here with what colleagues state of theirs; what is to be stated from here, null for nothing. Rejects with Halted. */
  async compareCodes(): Promise<ToState | null> {
    await this.alone(() => this.comparing.compare(this));
    return this.toState();
  }

  /** What is to be stated from here, once; null for nothing. */
  toState(): ToState | null {
    const { due } = this.comparing;
    this.comparing.due = null;
    return due;
  }

  get me(): Me {
    return this.parts.me;
  }

  /**
   * Follows the log until `signal` is raised. Rejects with Halted where it can't go on, with LogProblem as the log does,
   * and with LedgerProblem where this computer can't write.
   */
  async follow(signal: AbortSignal): Promise<void> {
    const { notes, replica, log, me } = this.parts;
    this.written = await replica.followed();
    this.noted = await notes.last();
    this.seq = Math.min(this.written, this.noted);
    this.chain = (await notes.chainAt(this.seq)) ?? '';
    this.members = (await notes.members()).members;
    this.ignored = await notes.ignored();
    this.last = await notes.lastOf(me.card.id, Number.POSITIVE_INFINITY);
    this.acked = await notes.acknowledged();
    await this.comparing.begin(this.seq);
    await this.findKeys();
    this.parts.onStep();
    const after = this.seq;
    const time = after > 0 ? await notes.timeAt(after) : undefined;
    for await (const lot of inLots(log.follow(after, signal, time), atOnce))
      await this.alone(async () => {
        this.isTakingIn = true;
        await this.take(lot).finally(() => {
          this.isTakingIn = false;
        });
      });
  }

  /** Runs `work` while no entry is taken in. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private get here() {
    const { team, me, log, personal } = this.parts;
    const { ring, chains, acked } = this;
    return { team, me: me.card.id, log, ring, personal, chains, acknowledged: acked };
  }

  /** Hears that the engine has an entry of one's own: at this place it must stand, whatever happens here. */
  acknowledged(own: Acknowledged): void {
    if (own.seq <= this.seq) return;
    this.acked = own;
    this.parts.notes
      .keepAcknowledged(own)
      .catch((error: unknown) =>
        console.warn('Which entry the engine has acknowledged could not be noted:', error),
      );
  }

  /** Whether an entry of this id stood in the log as far as it is followed. */
  async hasMet(id: string): Promise<boolean> {
    return (await this.parts.notes.placesOf([id])).size > 0;
  }

  private turn: Promise<unknown> = Promise.resolve();

  private async take(lot: readonly LogEntry[]): Promise<void> {
    const known = lot.filter(({ seq }) => seq <= this.noted);
    for (let left = known; left.length > 0; ) left = left.slice(await this.takeAgain(left));
    for (let left = lot.slice(known.length); left.length > 0; ) left = left.slice(await this.takeSome(left));
  }

  /** Takes in the next entries, up to where the team changes or people are forgotten; how many those are. */
  private async takeSome(lot: readonly LogEntry[]): Promise<number> {
    const { team, notes } = this.parts;
    const reading = { untilChange: true, ...(this.hasChanged && { beside: 1 }) };
    const { read } = await readEntries(team, this.members, lot, { ...this.ring, understands }, reading);
    const ids = read.flatMap((one) => ('entry' in one && one.entry ? [one.entry.id] : []));
    const before = await notes.placesOf(ids);
    const taken: Taken[] = [];
    let halt: unknown = null;
    let [chain, members, changed, ends] = [this.chain, this.members, false, false];
    for (const [i, one] of read.entries()) {
      // What is stated of the codes is compared with them once all that stands before it is written.
      if (ends || (isState(one) && taken.length > 0)) break;
      try {
        const { taken: step, again } = await stepAt(lot[i] as LogEntry, one, {
          ...{ ...this.here, chain, members, before, ignored: this.ignored },
          state: (told, member) => this.comparing.take(told, member, this),
        });
        ends = again || forgets(step);
        this.ignored = step.noted.ignored ?? this.ignored;
        chain = step.noted.chain;
        changed ||= step.noted.members !== null;
        members = step.noted.members ?? members;
        taken.push(step);
      } catch (error) {
        // What stands before it is done all the same.
        halt = error;
        break;
      }
    }
    await notes.note(taken.map(({ noted }) => noted));
    this.members = members;
    await this.write(taken);
    this.hasChanged = changed;
    if (changed) await this.findKeys();
    if (halt !== null) throw halt;
    return taken.length;
  }

  /** Does once more what was made of entries, where the codes are behind the notes; of how many. */
  private async takeAgain(lot: readonly LogEntry[]): Promise<number> {
    const { team, notes } = this.parts;
    const taken: Taken[] = [];
    let { chain } = this;
    for (const { seq, time, member, bytes } of lot) {
      if (taken.some(forgets)) break;
      chain = await chainOf(chain, bytes);
      const noted = await notes.at(seq);
      if (noted?.chain !== chain) throw new Halted({ kind: 'tampered', witness: 'other-log', seq, member });
      this.chains.keep(seq, chain);
      const { by } = noted;
      const done = {
        noted: { ...noted, act: null, own: null, members: null, ignored: null },
        id: null,
        own: null,
      };
      const outcome = { done: true, result: undefined } as const;
      if (by === null) {
        taken.push({ ...done, placed: { seq, act: null }, outcome });
        continue;
      }
      const opened = await openEntry(bytes, {
        ...{ team, member, generation: generationOf(this.members), keyOf: this.ring.keyOf },
        cardOf: (id) => cardIn(this.members, id),
      });
      const told = opened.kind === 'entry' ? parsed(textOf(opened.content) ?? '') : null;
      const where = { ...this.here, members: this.members };
      const act = opened.kind === 'entry' ? await actAt(opened, told as { kind: string }, seq, where) : null;
      if (opened.kind !== 'entry' || !act) throw new Halted({ kind: 'missing', seq });
      taken.push({ ...done, placed: { seq, id: opened.id, time, by, member: opened.member, act }, outcome });
    }
    await this.write(taken);
    return taken.length;
  }

  /** Writes what was noted into the codes. */
  private async write(taken: readonly Taken[]): Promise<void> {
    const { replica, coming, onOutcome, onStep } = this.parts;
    const last = taken.at(-1);
    if (!last) return;
    // Where the notes are behind the codes, these have it already.
    const left = taken.filter(({ placed }) => placed.seq > this.written);
    const outcomes = await coming.apply(
      replica,
      left.map(({ placed }) => placed),
    );
    const came = new Map(left.map(({ placed }, i) => [placed.seq, outcomes[i]]));
    this.seq = last.placed.seq;
    this.chain = last.noted.chain;
    for (const { own, placed } of taken) {
      if (own !== null) this.last = own;
      if (placed.act) this.comparing.acted(placed.seq);
    }
    onStep();
    for (const { id, placed, outcome } of taken)
      if (id !== null) onOutcome(id, came.get(placed.seq) ?? outcome);
  }

  private async findKeys(): Promise<void> {
    const { team, me } = this.parts;
    const secret = this.members && (await mySecret(this.members, me));
    const ring = secret && (await ringFrom(team, secret, this.members?.generations ?? []));
    if (ring) this.ring = ring;
  }
}

/** Whether people are forgotten by it: what stands behind it is read without their keys, once that is written. */
function forgets({ placed }: Taken): boolean {
  return placed.act?.kind === 'erase';
}
