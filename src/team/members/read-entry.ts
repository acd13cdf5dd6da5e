import { parsed, textOf } from '../sealing/bytes';
import { type Entry, type Nonsense, openEntry } from '../sealing/envelope';
import { envelopeKind } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import { isMemberKind, kindShape, readMemberAct } from './acts';
import { openFounding } from './founding';
import { cardIn, generationOf, type Refused, stepMembers } from './members';
import { isSaid, mayAct } from './rights';
import type { Members } from './team-state';

/** Why an entry changes nothing. */
export type Ignored =
  | Nonsense
  | Refused
  /** What stands first in the log founds no team, or not by the first key. */
  | 'no-founding'
  /** Signed and sealed as it must be, but no act in it. */
  | 'no-act'
  /** It saw nothing of the last places of the log: an old entry repeated, for all one can tell. */
  | 'stale'
  /** Its member or no owner has said that their Claimcheck knows such acts or entries; see `isSaid`. */
  | 'unsaid-kind';

export type ReadEntry =
  /** The team has changed. */
  | { readonly kind: 'members'; readonly members: Members; readonly entry: Entry }
  /** Something else that its member may do; `act` has the name of its kind, and is to be parsed by whoever does it. */
  | { readonly kind: 'act'; readonly entry: Entry; readonly act: { readonly kind: string } }
  | {
      readonly kind: 'ignored';
      readonly why: Ignored;
      readonly member: Id | '';
      /** Null where it wasn't even opened. */
      readonly entry: Entry | null;
    }
  /** A later Claimcheck wrote it: nothing after it may be replayed, and nothing written, before an update. */
  | { readonly kind: 'newer'; readonly member: Id }
  /** This browser lacks a key that the others have. */
  | { readonly kind: 'locked'; readonly generation: number };

/**
 * Reads what stands at the next place of the log, the same on every replica. `understands`: the kinds of acts that this
 * client knows, beside those on members. Never rejects for what the bytes are.
 */
export async function readEntry(
  team: Id,
  state: Members | null,
  logged: { readonly seq: number; readonly member: Id | ''; readonly bytes: Uint8Array },
  here: { keyOf(generation: number): PoolKey | null; readonly understands: readonly string[] },
): Promise<ReadEntry> {
  if (!state) return readFounding(team, logged, here.keyOf);
  const opened = await openEntry(logged.bytes, {
    team,
    member: logged.member,
    generation: generationOf(state),
    cardOf: (member) => cardIn(state, member),
    keyOf: here.keyOf,
  });
  if (opened.kind === 'nonsense') return { ...opened, kind: 'ignored', entry: null };
  const member = opened.member;
  // Whoever is gone, or only looks on, can't stop the others by what they don't understand.
  const may = mayAct(state, member, opened.kind === 'newer' ? 'newer' : 'leave');
  if (!may.may) return { kind: 'ignored', why: may.why, member, entry: entryIn(opened) };
  if (opened.kind === 'newer' && !isSaid(state, member, envelopeKind(opened.v)))
    return { kind: 'ignored', why: 'unsaid-kind', member, entry: null };
  if (opened.kind !== 'entry') return opened;
  return readAct(team, state, { ...logged, entry: opened }, here.understands);
}

async function readAct(
  team: Id,
  state: Members,
  { seq, entry }: { readonly seq: number; readonly entry: Entry },
  understands: readonly string[],
): Promise<ReadEntry> {
  const { member, at, handed } = entry;
  const ignored = (why: Ignored): ReadEntry => ({ kind: 'ignored', why, member, entry });
  const told = actIn(entry);
  if (!told) return ignored('no-act');
  if (isMemberKind(told.kind)) {
    const act = await readMemberAct(told);
    if (!act) return ignored('no-act');
    const { members, refused } = stepMembers(team, state, { seq, member, at, handed, act });
    return refused || !members ? ignored(refused ?? 'no-act') : { kind: 'members', members, entry };
  }
  const may = mayAct(state, member, told.kind);
  if (!may.may) return ignored(may.why);
  if (!isSaid(state, member, told.kind)) return ignored('unsaid-kind');
  return understands.includes(told.kind) ? { kind: 'act', entry, act: told } : { kind: 'newer', member };
}

async function readFounding(
  team: Id,
  { seq, member, bytes }: { readonly seq: number; readonly member: Id | ''; readonly bytes: Uint8Array },
  keyOf: (generation: number) => PoolKey | null,
): Promise<ReadEntry> {
  const first = keyOf(1);
  if (!first) return { kind: 'locked', generation: 1 };
  const founding = await openFounding(team, bytes, first);
  if (!founding || (member !== '' && member !== founding.entry.member))
    return { kind: 'ignored', why: 'no-founding', member, entry: null };
  const { entry, act } = founding;
  const { at, handed } = entry;
  const { members, refused } = stepMembers(team, null, { seq, member: entry.member, at, handed, act });
  if (!members) return { kind: 'ignored', why: refused ?? 'no-founding', member: entry.member, entry };
  return { kind: 'members', members, entry };
}

/** What an entry says, where it is JSON that names its kind. */
function actIn({ content }: Entry): { readonly kind: string } | null {
  const text = textOf(content);
  const told = text === null ? null : parsed(text);
  if (typeof told !== 'object' || told === null) return null;
  const { kind } = told as { kind?: unknown };
  return kindShape.safeParse(kind).success ? (told as { kind: string }) : null;
}

function entryIn(opened: { readonly kind: string }): Entry | null {
  return opened.kind === 'entry' ? (opened as Entry) : null;
}
