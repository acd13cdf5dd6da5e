import * as z from 'zod/mini';
import { LogProblem, type TeamLog } from '../log/log';
import { cardIn, generationOf } from '../members/members';
import type { Members } from '../members/team-state';
import { parsed, textOf, utf8 } from '../sealing/bytes';
import { chainOf } from '../sealing/chain';
import { type Entry, openEntry } from '../sealing/envelope';
import type { Digest } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import { Halted } from './halt';
import { comparedBack } from './weighing';

/*
 * An act too large for an entry, as an import, stands in the log in pieces of its text, each an entry of the same member,
 * and then as an entry that says where they are. All of it is in the log, so that what comes of it is the same for
 * everybody: nothing that lies elsewhere can be missing.
 */

/** The kind of an entry that is a piece; it changes nothing by itself. */
export const pieceKind = 'piece';
/** Bytes of an act that go into one entry, and letters of a piece. */
const largestInside = 40_000;
const lettersOfPiece = 48_000;
const largestPiece = 60_000;
/** Letters of a whole act at most. */
const largestAct = 256 * 1024 * 1024;
const readAtOnce = 8;

const pieceShape = z.object({ kind: z.literal(pieceKind), of: z.string(), text: z.string() });
const placesShape = z
  .array(z.int().check(z.minimum(1)))
  // What takes much memory took as much to write: no place counts twice.
  .check(
    z.minLength(1),
    z.maxLength(comparedBack),
    z.refine((places) => new Set(places).size === places.length),
  );

/**
 * An act as it goes into the log: whole, or in pieces that come before the entry of the act itself. They have a name of
 * their own: whoever knew the entry's id before it is there could write another one under it.
 */
export function asEntries(act: { readonly kind: string }): {
  readonly pieces: readonly Uint8Array[];
  entry(places: readonly number[]): Uint8Array;
} {
  const of = crypto.randomUUID();
  const whole = JSON.stringify(act);
  if (utf8(whole).length <= largestInside) return { pieces: [], entry: () => utf8(whole) };
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < whole.length; ) {
    let letters = lettersOfPiece;
    const piece = () => utf8(JSON.stringify({ kind: pieceKind, of, text: whole.slice(at, at + letters) }));
    let bytes = piece();
    while (bytes.length > largestPiece) {
      letters = Math.floor(letters / 2);
      bytes = piece();
    }
    pieces.push(bytes);
    at += letters;
  }
  return { pieces, entry: (places) => utf8(JSON.stringify({ kind: act.kind, of, pieces: places })) };
}

/** What is needed to read pieces again. */
export interface PiecesHere {
  readonly team: Id;
  readonly log: Pick<TeamLog, 'entry'>;
  readonly members: Members | null;
  keyOf(generation: number): PoolKey | null;
  chainAt(seq: number): Promise<Digest | null>;
}

/**
 * The act that an entry at `seq` stands for: what it says, or what its pieces come to; null for nonsense. Rejects with
 * Halted where the log has other bytes by now than were followed, and with LogProblem.
 */
export async function actIn(
  entry: Entry,
  told: { readonly kind: string },
  seq: number,
  here: PiecesHere,
): Promise<unknown> {
  if (!('pieces' in told)) return told;
  const places = placesShape.safeParse(told.pieces);
  if (!places.success || places.data.some((place) => place >= seq || place < seq - comparedBack)) return null;
  // Earlier ones had the name of their entry.
  const { of = entry.id } = told as { readonly of?: unknown };
  const texts: string[] = [];
  let letters = 0;
  for (let at = 0; at < places.data.length; at += readAtOnce) {
    const some = places.data.slice(at, at + readAtOnce);
    for (const text of await Promise.all(some.map((place) => pieceAt(place, of, entry, here)))) {
      letters += text?.length ?? 0;
      if (text === null || letters > largestAct) return null;
      texts.push(text);
    }
  }
  const act = parsed(texts.join(''));
  // Another kind than its entry says, past what its member may do.
  return typeof act === 'object' && act !== null && (act as { kind?: unknown }).kind === told.kind
    ? act
    : null;
}

async function pieceAt(
  place: number,
  of: unknown,
  { member }: Entry,
  here: PiecesHere,
): Promise<string | null> {
  const { team, log, members, keyOf } = here;
  const [logged, before, after] = await Promise.all([
    log.entry(place),
    here.chainAt(place - 1),
    here.chainAt(place),
  ]);
  if (!logged || before === null) throw new LogProblem('gap', { seq: place });
  if ((await chainOf(before, logged.bytes)) !== after)
    throw new Halted({ kind: 'tampered', witness: 'other-log', seq: place, member: logged.member });
  const opened = await openEntry(logged.bytes, {
    ...{ team, member: logged.member, generation: generationOf(members), keyOf },
    cardOf: (one) => cardIn(members, one),
  });
  if (opened.kind !== 'entry' || opened.member !== member) return null;
  const piece = pieceShape.safeParse(parsed(textOf(opened.content) ?? ''));
  return piece.success && piece.data.of === of ? piece.data.text : null;
}
