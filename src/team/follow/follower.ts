import { type Act, acts, parseAct } from '../acts/acts';
import type { LogEntry, TeamLog } from '../log/log';
import { withIgnored } from '../members/ignored';
import { type KeyRing, type Me, mySecret, ringFrom } from '../members/key-ring';
import { cardIn, generationOf } from '../members/members';
import { readEntry } from '../members/read-entry';
import type { Members } from '../members/team-state';
import { type Personal, personalKind } from '../personal/personal';
import type { Outcome, Replica } from '../replay/replica';
import { parsed, textOf } from '../sealing/bytes';
import { chainOf, type Witness, witnessOf } from '../sealing/chain';
import { type Entry, openEntry } from '../sealing/envelope';
import type { Id } from '../sealing/ids';
import { contentOf, type Shelf } from './content';
import type { Notes } from './notes';

/** The kinds of acts on codes that this Claimcheck knows. */
export const understands = [...Object.keys(acts), personalKind];

/** Why this browser goes no further in the log. Nothing may be given out then. */
export type Halt =
  /** A colleague's Claimcheck is newer. */
  | { readonly kind: 'newer'; readonly member: Id }
  /** The key for what follows was never handed to this browser. */
  | { readonly kind: 'locked' }
  /** The log isn't the one that a member saw; see `Witness`. */
  | { readonly kind: 'tampered'; readonly witness: Witness; readonly seq: number; readonly member: Id }
  /** An import that the log speaks of is not there. */
  | { readonly kind: 'missing'; readonly seq: number }
  /** This page gave its place up. */
  | { readonly kind: 'ended' };

/** Ends following; the log holds what comes after, and it goes on once the cause is gone. */
export class Halted extends Error {
  override readonly name = 'Halted';

  constructor(readonly why: Halt) {
    super(why.kind);
  }
}

/** What a follower is made of. */
export interface FollowerParts {
  readonly team: Id;
  readonly me: Me;
  readonly log: TeamLog;
  readonly shelf: Shelf;
  readonly replica: Replica;
  readonly personal: Personal;
  readonly notes: Notes;
  /** The first key, for a log that wasn't read yet. */
  readonly firstKeys: KeyRing;
  /** Hears what an entry's act came to, once it is written here. `id`: of the entry. */
  readonly onOutcome: (id: string, outcome: Outcome) => void;
  /** Hears that the place or the team changed. */
  readonly onStep: () => void;
}

/** Follows a team's log, entry by entry, into this browser's copy of the codes. */
export class Follower {
  /** The place up to which the log is followed, and its chain there. */
  seq = 0;
  chain = '';
  members: Members | null = null;
  ring: KeyRing;
  /** The digest of the last entry that this member has in the log. */
  last: string | null = null;
  /** The places up to which codes and notes were written when it began. */
  private written = 0;
  private noted = 0;

  constructor(private readonly parts: FollowerParts) {
    this.ring = parts.firstKeys;
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
    this.last = await notes.lastOf(me.card.id, Number.POSITIVE_INFINITY);
    await this.findKeys();
    this.parts.onStep();
    const after = this.seq;
    const time = after > 0 ? await notes.timeAt(after) : undefined;
    for await (const entry of log.follow(after, signal, time)) await this.alone(() => this.take(entry));
  }

  /** Runs `work` while no entry is taken in. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private turn: Promise<unknown> = Promise.resolve();

  private async take(logged: LogEntry): Promise<void> {
    const { team, notes, replica, onOutcome } = this.parts;
    const { seq, time, bytes } = logged;
    const chain = await chainOf(this.chain, bytes);
    if (seq <= this.noted) return this.takeAgain(logged, chain);
    const read = await readEntry(team, this.members, logged, { ...this.ring, understands });
    if (read.kind === 'newer') throw new Halted({ kind: 'newer', member: read.member });
    if (read.kind === 'locked') throw new Halted({ kind: 'locked' });
    const place = read.entry && (await notes.placeOf(read.entry.id));
    // Whoever got no answer asked again, after the engine had forgotten the first time.
    const entry = place !== null && place !== seq ? null : read.entry;
    if (entry && read.kind !== 'ignored') await this.compare(entry, seq);
    const act = entry && read.kind === 'act' ? await this.actOf(entry, read.act, seq) : null;
    const ignored =
      read.kind === 'ignored' ? read : entry && read.kind === 'act' && !act ? noAct(entry) : null;
    const by = act && entry ? (this.members?.all[entry.member]?.card.name ?? '') : null;
    await notes.note({
      ...{ seq, time, chain, by, members: read.kind === 'members' ? read.members : null },
      ...{ act: entry?.id ?? null, own: entry && { member: entry.member, digest: entry.digest } },
      ignored:
        ignored && withIgnored(await notes.ignored(), { seq, member: ignored.member, why: ignored.why }),
    });
    if (read.kind === 'members') this.members = read.members;
    if (entry?.member === this.me.card.id) this.last = entry.digest;
    let outcome: Outcome = ignored
      ? { done: false, problem: ignored.why }
      : { done: true, result: undefined };
    await this.done(seq, chain, async () => {
      if (!act || !entry || by === null) return replica.pass(seq);
      outcome = await replica.apply({ seq, id: entry.id, time, by, act });
    });
    if (read.kind === 'members') await this.findKeys();
    if (entry) onOutcome(entry.id, outcome);
  }

  /** Does once more what was made of an entry, where the codes are behind the notes. */
  private async takeAgain({ seq, time, member, bytes }: LogEntry, chain: string): Promise<void> {
    const { team, notes, replica } = this.parts;
    const noted = await notes.at(seq);
    if (noted?.chain !== chain) throw new Halted({ kind: 'tampered', witness: 'other-log', seq, member });
    const { by } = noted;
    await this.done(seq, chain, async () => {
      if (by === null) return replica.pass(seq);
      const opened = await openEntry(bytes, {
        ...{ team, member, generation: generationOf(this.members), keyOf: this.ring.keyOf },
        cardOf: (id) => cardIn(this.members, id),
      });
      const told = opened.kind === 'entry' ? parsed(textOf(opened.content) ?? '') : null;
      const act = opened.kind === 'entry' ? await this.actOf(opened, told as { kind: string }, seq) : null;
      if (opened.kind !== 'entry' || !act) throw new Halted({ kind: 'missing', seq });
      await replica.apply({ seq, id: opened.id, time, by, act });
    });
  }

  private async done(seq: number, chain: string, write: () => Promise<void>): Promise<void> {
    // Where the notes are behind the codes, these have it already.
    if (seq > this.written) await write();
    this.seq = seq;
    this.chain = chain;
    this.parts.onStep();
  }

  /** Throws Halted where a member saw another log than this one. */
  private async compare({ member, prev, seen }: Entry, seq: number): Promise<void> {
    const { notes } = this.parts;
    const chain = seen.seq < seq ? await notes.chainAt(seen.seq) : null;
    const here = { seq, ownLast: await notes.lastOf(member, seq), chainAt: () => chain };
    const witness = witnessOf({ prev, seen }, here);
    // One member in two browsers writes without the other's last entry; nothing is missing then.
    if (witness === 'cut' || witness === 'other-log')
      throw new Halted({ kind: 'tampered', witness, seq, member });
  }

  /** What an entry asks for, with what lies beside the log; null for nonsense. */
  private async actOf(entry: Entry, told: { readonly kind: string }, seq: number): Promise<Act | null> {
    const content = await contentOf(this.parts.shelf, entry, told);
    if (content === 'missing') throw new Halted({ kind: 'missing', seq });
    if (told.kind !== personalKind) return parseAct(content);
    const whole = await this.parts.personal.read(entry.id, content);
    if (!whole || !this.members?.all[entry.member]?.understands?.includes(whole.kind)) return null;
    if (!understands.includes(whole.kind)) throw new Halted({ kind: 'newer', member: entry.member });
    return parseAct(whole);
  }

  private async findKeys(): Promise<void> {
    const { team, me } = this.parts;
    const secret = this.members && (await mySecret(this.members, me));
    const ring = secret && (await ringFrom(team, secret, this.members?.generations ?? []));
    if (ring) this.ring = ring;
  }
}

function noAct({ member }: Entry) {
  return { member, why: 'no-act' } as const;
}
