import type { CodeState, Promotion } from '../../domain/promotion';
import { askedText, namedIn } from '../../domain/text/asked-text';
import { nameKey } from '../../domain/text/name-key';
import { codeToShow } from '../codes/blocks';
import { placesWith, textsOf } from '../codes/code-texts';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { type EarlierLife, lifeEndedBy, livesThatEnded } from '../codes/lives';
import { locate, type Place } from '../codes/lookup';
import { type OneCode, overlapping, spanAt, within } from '../codes/spans';
import { listedUnder } from '../people/known-people';
import { People } from '../people/people';
import { type ToldUnder, toldUnder } from '../people/told-under';
import { promotionToShow } from '../promotions/promotions';
import type { Db, Tx } from '../store/schema';
import { read } from '../store/transact';
import { type KnownName, namesThat, prepareNames } from './known-names';

/** A code and what is known of it. */
export interface Found {
  readonly code: string;
  /** Where it stands, for acts on this code of an act alone. */
  readonly place: OneCode;
  readonly promotion: Promotion;
  readonly state: CodeState;
  readonly to: string;
  /** E-mail address or handle of whoever got it, where a list told one beside the name. */
  readonly handle: string;
  readonly channel: string;
  /** When it was given out. */
  readonly at: string | null;
  /** Name of its import. */
  readonly batch: string;
  readonly redeemedAt: string | null;
  readonly orderId: string;
  readonly issuance: string | null;
  /** The colleague it was handed over to, as typed; empty while it is here. */
  readonly movedTo: string;
  /** Of a code kept back: for whom, as typed, and until when; null for any other. */
  readonly keptBack: { readonly to: string; readonly until: string | null } | null;
  /** Who had it before, oldest first. */
  readonly earlier: readonly EarlierLife[];
}

/** Names are looked for in so many characters of a message: more is a whole mailbox. */
const longestMessage = 20_000;

/** Reads what look-ups need, so that the first one finds it ready. */
export async function prepareFind(db: Db): Promise<void> {
  await prepareNames(db);
  await textsOf(db);
}

/**
 * Finds codes by what the seller has at hand: a code or a message that holds some; else the person,
 * channel or order they went to (any part of it; those who had a code before come last), and any part of a
 * code from 4 letters up; else the people, orders and pieces of codes that stand in a pasted message. A code typed with O for 0, I for 1 or
 * blanks for dashes finds the real one.
 */
export async function findCodes(db: Db, text: string, limit = 50): Promise<Found[]> {
  return (await findPage(db, text, limit, limit)).found;
}

/** What was found, as far as it is shown. */
export interface FoundPage {
  readonly found: Found[];
  /** How many codes answer to it; at most as many as were looked for, and then perhaps more. */
  readonly total: number;
  readonly more: boolean;
}

/** The same, the first `shown` of at most `limit`. */
export async function findPage(db: Db, text: string, shown: number, limit: number): Promise<FoundPage> {
  const stores = ['promotions', 'batches', 'blocks', 'hashes', 'spans', 'entries', 'people'] as const;
  const places = new Places(limit);
  const wanted = nameKey(text.slice(0, longestMessage));
  const asked = askedText(text);
  const whole = await read(db, ['batches', 'blocks', 'hashes', 'spans'], async (tx) => {
    const { exact, alike } = await locate(tx, asked.codes);
    for (const code of asked.codes) places.add(exact.get(code) ?? alike.get(code));
    return places.list.length > 0;
  });
  // Looking through all codes and names is no part of a transaction: giving out would wait for it.
  const byPart: Place[] = [];
  if (!whole) for (const part of asked.parts) byPart.push(...(await placesWith(db, part, limit)));
  const byName = whole || wanted.length < 2 ? [] : await namesThat(db, (name) => name.includes(wanted));
  const inMessage = whole || byName.length > 0 ? [] : await namesThat(db, namedIn(wanted));
  return read(db, [...stores], async (tx) => {
    await addByNames(tx, byName, places);
    for (const place of byPart) places.add(place);
    // A message names channels in passing; a person or an order is meant.
    if (places.list.length === 0) await addByNames(tx, inMessage, places, isWhom);
    const found: Found[] = [];
    for (const place of places.list.slice(0, shown)) found.push(...(await described(tx, place)));
    return { found, total: places.list.length, more: places.full };
  });
}

/** What is known of the codes at these places. */
export function describedAt(db: Db, places: readonly Place[]): Promise<Found[]> {
  return read(db, ['promotions', 'batches', 'blocks', 'spans', 'entries', 'people'], async (tx) => {
    const found: Found[] = [];
    for (const place of places) found.push(...(await described(tx, place)));
    return found;
  });
}

/**
 * What a person (or channel) of this name was given of a promotion and still has,
 * newest first: for promotions of one code per person. Canceled codes are among them.
 */
export async function givenTo(db: Db, promotionId: string, name: string, limit = 5): Promise<Found[]> {
  const stores = ['promotions', 'batches', 'blocks', 'spans', 'entries', 'people'] as const;
  const wanted = nameKey(name);
  const listed = await listedUnder(db, wanted);
  return read(db, [...stores], async (tx) => {
    const places = new Places(limit);
    const given = ({ entry }: ToldUnder) => entry.promotionId === promotionId && entry.kind !== 'hold';
    if (wanted !== '') await addByExactName(tx, { name: wanted, listed }, places, given);
    const found: Found[] = [];
    for (const place of places.list) found.push(...(await described(tx, place)));
    return found;
  });
}

/** Different places, up to a limit. */
class Places {
  readonly list: Place[] = [];
  private readonly keys = new Set<string>();

  constructor(private readonly limit: number) {}

  get full(): boolean {
    return this.list.length >= this.limit;
  }

  add(place: Place | undefined): void {
    if (!place || this.full || this.keys.has(`${place.batch}/${place.position}`)) return;
    this.keys.add(`${place.batch}/${place.position}`);
    this.list.push(place);
  }
}

/** What these names hold, each newest first, then what they held before, until there are enough. */
async function addByNames(
  tx: Tx,
  names: readonly KnownName[],
  places: Places,
  counts: (told: ToldUnder, name: KnownName) => boolean = () => true,
): Promise<void> {
  for (const which of ['now', 'ever'] as const) {
    for (const name of names) {
      if (places.full) return;
      await addByExactName(tx, name, places, (told) => counts(told, name), which);
    }
  }
}

function isWhom({ entry, listed }: ToldUnder, { name, listsChannel }: KnownName): boolean {
  if (listed) return listsChannel !== true;
  return [entry.to, entry.orderId ?? '', entry.handle ?? ''].some((each) => nameKey(each) === name);
}

async function addByExactName(
  tx: Tx,
  { name, listed }: KnownName,
  places: Places,
  counts: (told: ToldUnder) => boolean,
  which: 'now' | 'ever' = 'now',
): Promise<void> {
  for await (const told of toldUnder(tx, name, listed)) {
    if (places.full) return;
    if (!counts(told)) continue;
    const { entry, range } = told;
    for (const span of await overlapping(tx, range)) {
      const inForce = [span.issue, span.redeem, span.state === 'held' && span.entry].includes(entry.seq);
      if (which === 'now' && !inForce) continue;
      const { batch, from, count } = within(span, range);
      for (let i = 0; i < count && !places.full; i++) places.add({ batch, position: from + i });
    }
  }
}

async function described(tx: Tx, { batch, position }: Place): Promise<Found[]> {
  const row = await tx.objectStore('batches').get(batch);
  const span = await spanAt(tx, batch, position);
  if (!row || !span) return [];
  const issue = await entryAt(tx, span.issue);
  const redeem = await entryAt(tx, span.redeem);
  const hold = span.state === 'held' ? await entryAt(tx, span.entry) : undefined;
  const people = new People(tx);
  const person = issue && (await people.at(issue, position));
  const found: Found = {
    code: await codeToShow(tx, batch, position),
    place: { batch, from: position },
    promotion: await promotionToShow(tx, span.promotionId),
    state: span.state,
    to: person?.to ?? '',
    handle: person?.handle ?? '',
    channel: person?.channel ?? '',
    at: ((await entryAt(tx, issue && (await originOf(tx, issue.seq)))) ?? issue)?.at || null,
    batch: row.name,
    redeemedAt: redeem?.at ?? null,
    orderId: redeem?.orderId ?? '',
    issuance: issue?.issuance ?? null,
    movedTo: span.state === 'moved' ? ((await entryAt(tx, span.entry))?.to ?? '') : '',
    keptBack: hold ? { to: hold.to, until: hold.until ?? null } : null,
    earlier: await earlierLives(tx, people, batch, position),
  };
  return [found];
}

async function earlierLives(tx: Tx, people: People, batch: number, position: number): Promise<EarlierLife[]> {
  const upTo = IDBKeyRange.bound([batch], [batch, position, Number.POSITIVE_INFINITY]);
  const ends = await tx.objectStore('entries').index('returns').getAll(upTo);
  const own = ends.filter(({ from, count }) => from + count > position);
  const lives: EarlierLife[] = [];
  for (const { entry, isForGood } of livesThatEnded(own)) {
    const life = isForGood(position) && (await lifeEndedBy(tx, people, entry, position));
    if (life) lives.push(life);
  }
  return lives;
}
