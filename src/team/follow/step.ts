import { type Act, acts, parseAct } from '../acts/acts';
import type { LogEntry, TeamLog } from '../log/log';
import { type IgnoredEntries, withIgnored } from '../members/ignored';
import type { KeyRing } from '../members/key-ring';
import type { Ignored, ReadEntry } from '../members/read-entry';
import { isSaid, mayAct } from '../members/rights';
import type { Members } from '../members/team-state';
import { kindInside, type Personal, personalKind } from '../personal/personal';
import type { Outcome, Placed } from '../replay/replica';
import { chainOf } from '../sealing/chain';
import type { Entry } from '../sealing/envelope';
import type { Id } from '../sealing/ids';
import { stateKind } from './agreement';
import type { Chains } from './chains';
import { Halted } from './halt';
import type { Noted } from './notes';
import { actIn, pieceKind } from './pieces';
import { weigh, withDoubt } from './weighing';

/** What was made of one entry: what is to be noted, to be written, and to be told to whoever waits for it. */
export interface Taken {
  readonly noted: Noted;
  readonly placed: Placed;
  /** Null for what nobody waits for. */
  readonly id: string | null;
  /** Of what changes no codes. */
  readonly outcome: Outcome;
  /** Its digest, where it is one's own. */
  readonly own: string | null;
}

/** Kinds of acts that change no codes, and are no acts on members. */
const quietKinds: readonly string[] = [stateKind, pieceKind];

/** Whether an entry states what its member's codes come to. */
export function isState(read: ReadEntry): read is Extract<ReadEntry, { kind: 'act' }> {
  return read.kind === 'act' && read.act.kind === stateKind;
}

/** What is known where an entry stands. */
export interface StepAt {
  readonly team: Id;
  readonly me: Id;
  readonly log: Pick<TeamLog, 'entry'>;
  readonly ring: KeyRing;
  readonly personal: Pick<Personal, 'read'>;
  readonly chain: string;
  readonly members: Members | null;
  /** At which place ids stood first. */
  readonly before: Map<string, number>;
  readonly chains: Chains;
  readonly ignored: IgnoredEntries;
  /** The last of one's own entries that the engine acknowledged. */
  readonly acknowledged: { readonly seq: number; readonly id: string } | null;
  /** Takes what a member states of their codes; false for nonsense. Throws Halted. */
  state(told: unknown, member: Id): Promise<boolean>;
}

/**
 * What is made of one entry, in every browser alike. `again`: what was read behind it is to be read once more, with the
 * team as it is after it. Throws Halted where it is the end.
 */
export async function stepAt(
  logged: LogEntry,
  read: ReadEntry,
  at: StepAt,
): Promise<{ readonly taken: Taken; readonly again: boolean }> {
  const { seq, time, bytes } = logged;
  if (read.kind === 'newer') throw new Halted({ kind: 'newer', member: read.member });
  if (read.kind === 'locked') throw new Halted({ kind: 'locked' });
  const { acknowledged } = at;
  if (seq === acknowledged?.seq && read.entry?.id !== acknowledged.id)
    throw new Halted({ kind: 'tampered', witness: 'own-missing', seq, member: at.me });
  const chain = await chainOf(at.chain, bytes);
  at.chains.keep(seq, chain);
  const first = read.entry ? (at.before.get(read.entry.id) ?? seq) : seq;
  // Whoever got no answer asked again, after the engine had forgotten the first time.
  const entry = first < seq ? null : read.entry;
  if (entry) at.before.set(entry.id, seq);
  const why = entry ? await whyIgnored(entry, read, at, seq) : read.kind === 'ignored' ? read.why : null;
  const doubted = why === 'doubted' && read.kind !== 'ignored';
  const counts = entry !== null && why === null;
  const members =
    doubted && at.members && entry
      ? withDoubt(at.members, entry.member, seq)
      : counts && read.kind === 'members'
        ? read.members
        : null;
  const wanted = counts && read.kind === 'act' ? await actOf(entry, read.act, seq, at) : null;
  const act = wanted === 'nonsense' ? null : wanted;
  const ignored = why ?? (wanted === 'nonsense' ? ('no-act' as const) : null);
  const by = act && entry ? (at.members?.all[entry.member]?.card.name ?? '') : null;
  const member = read.kind === 'ignored' ? read.member : (entry?.member ?? '');
  return {
    taken: {
      noted: {
        ...{ seq, time, chain, by, members },
        ...{ act: entry?.id ?? null, own: entry && { member: entry.member, digest: entry.digest } },
        ignored: ignored && withIgnored(at.ignored, { seq, member, why: ignored }),
      },
      placed:
        act && entry && by !== null
          ? { seq, id: entry.id, time, by, member: entry.member, act }
          : { seq, act: null },
      id: entry?.id ?? null,
      outcome: ignored ? { done: false, problem: ignored } : { done: true, result: undefined },
      own: entry?.member === at.me ? entry.digest : null,
    },
    again: members !== null || (read.kind === 'members' && !counts),
  };
}

/** Why an entry that is no repetition is passed over; null where it counts. Throws Halted. */
async function whyIgnored(entry: Entry, read: ReadEntry, at: StepAt, seq: number): Promise<Ignored | null> {
  if (read.kind === 'ignored') return read.why;
  const { me, members, chains } = at;
  const { weighed, witness } = await weigh(entry, { seq, me, members, chainAt: (place) => chains.at(place) });
  if (weighed === 'stops') throw new Halted({ kind: 'tampered', witness, seq, member: entry.member });
  return weighed === 'fits' ? null : weighed;
}

/** The act on codes that an entry asks for; null for one that changes none. Throws as `actIn`, and Halted. */
async function actOf(
  entry: Entry,
  told: { readonly kind: string },
  seq: number,
  at: StepAt,
): Promise<Act | null | 'nonsense'> {
  if (told.kind === stateKind) return (await at.state(told, entry.member)) ? null : 'nonsense';
  if (quietKinds.includes(told.kind)) return null;
  const content = await contentAt(entry, told, seq, at);
  if (told.kind === personalKind && !counts(entry, kindInside(content), at.members)) return 'nonsense';
  return (await actFrom(entry, told, content, at)) ?? 'nonsense';
}

/** Whether an act counts whose texts about people are sealed apart. Throws Halted where only later versions know it. */
function counts({ member }: Entry, inside: string | null, members: Members | null): boolean {
  if (inside === null || !members) return false;
  if (!mayAct(members, member, inside).may || !isSaid(members, member, inside)) return false;
  if (!Object.hasOwn(acts, inside)) throw new Halted({ kind: 'newer', member });
  return true;
}

type ActWhere = Pick<StepAt, 'team' | 'log' | 'members' | 'ring' | 'chains' | 'personal'>;

/** The act on codes that an entry stands for which is known to count; null for nonsense. Throws as `actIn`. */
export async function actAt(
  entry: Entry,
  told: { readonly kind: string },
  seq: number,
  where: ActWhere,
): Promise<Act | null> {
  return actFrom(entry, told, await contentAt(entry, told, seq, where), where);
}

function contentAt(
  entry: Entry,
  told: { readonly kind: string },
  seq: number,
  { team, log, members, ring, chains }: ActWhere,
): Promise<unknown> {
  const here = { team, log, members, keyOf: ring.keyOf, chainAt: (place: number) => chains.at(place) };
  return actIn(entry, told, seq, here);
}

async function actFrom(
  { id }: Entry,
  { kind }: { readonly kind: string },
  content: unknown,
  { personal }: ActWhere,
): Promise<Act | null> {
  return parseAct(kind === personalKind ? await personal.read(id, content) : content);
}
