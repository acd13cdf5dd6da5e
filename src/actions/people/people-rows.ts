import { type KnownBy, PeopleGroups } from '../../domain/same-person';
import { nameKey } from '../../domain/text/name-key';
import type { Holding } from '../pool';

export type PeopleGrouping = 'person' | 'channel';
export const peopleSorts = ['newest', 'name', 'codes'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** What became of codes, each under the farthest that is known of it. */
export interface Became {
  readonly out: number;
  readonly used: number;
  readonly canceled: number;
  readonly returned: number;
}

/** One person, or one channel, with all that went there. */
export interface PeopleRow {
  /** The same as long as the ledger tells the same of who is who. */
  readonly key: string;
  /** Empty where nobody (or no channel) was named. */
  readonly name: string;
  readonly handle: string;
  readonly channels: readonly string[];
  readonly notes: readonly string[];
  /** Each way in which the person is written; none for a channel, and where nobody was named. */
  readonly known: readonly KnownBy[];
  /** Newest first. */
  readonly holdings: readonly Holding[];
  readonly codes: number;
  readonly became: Became;
  /** When the last of them went out. */
  readonly at: string;
}

/** Called between two steps of long work; what it waits for is somebody else's turn. */
export type Pause = () => Promise<void>;

/** Steps between two pauses. */
const steps = 1000;

/** Everybody who has something, with who is the same person told over all promotions. */
export class Everybody {
  readonly #holdings: readonly Holding[];
  readonly #group: number[] = [];
  readonly #known: KnownBy[][] = [];
  /** The promotions that something went out of. */
  readonly promotions = new Set<string>();

  private constructor(holdings: readonly Holding[]) {
    this.#holdings = holdings;
  }

  static async of(holdings: readonly Holding[], pause: Pause): Promise<Everybody> {
    const everybody = new Everybody(holdings);
    const groups = new PeopleGroups();
    for (const [i, holding] of holdings.entries()) {
      groups.meet(holding);
      if (i % steps === 0) await pause();
    }
    for (const [i, { to, handle, act }] of holdings.entries()) {
      const group = groups.groupOf({ to, handle });
      everybody.#group.push(group);
      everybody.promotions.add(act.promotionId);
      if (group >= 0) {
        const known = everybody.#known[group];
        if (!known) everybody.#known[group] = [{ to, handle }];
        else if (!known.some((each) => each.to === to && each.handle === handle)) known.push({ to, handle });
      }
      if (i % steps === 0) await pause();
    }
    return everybody;
  }

  /** The rows of one promotion, or ('') of all, in no order. */
  async rows(by: PeopleGrouping, promotionId: string, pause: Pause): Promise<PeopleRow[]> {
    const lots = new Map<number | string, Holding[]>();
    for (const [i, holding] of this.#holdings.entries()) {
      if (i % steps === 0) await pause();
      if (promotionId !== '' && holding.act.promotionId !== promotionId) continue;
      const group = by === 'person' ? (this.#group[i] ?? -1) : -1;
      const key = group >= 0 ? group : nameKey(holding.channel);
      const lot = lots.get(key);
      if (lot) lot.push(holding);
      else lots.set(key, [holding]);
    }
    const rows: PeopleRow[] = [];
    for (const [key, lot] of lots) {
      const known = typeof key === 'number' ? (this.#known[key] ?? []) : [];
      rows.push(rowOf(typeof key === 'number' ? keyOf(known) : `channel ${key}`, by, known, lot));
      if (rows.length % steps === 0) await pause();
    }
    return rows;
  }
}

/** Makes rows ready to be searched, so that the first letter typed finds them so. */
export async function prepareSearch(rows: readonly PeopleRow[], pause: Pause): Promise<void> {
  for (const [i, row] of rows.entries()) {
    wordsOf(row);
    if (i % steps === 0) await pause();
  }
}

/** The rows that hold these words, in this order; `language`: by which names are sorted. */
export function shownRows(
  rows: readonly PeopleRow[],
  search: string,
  sort: PeopleSort,
  language: string,
): PeopleRow[] {
  const wanted = nameKey(search);
  const found = wanted === '' ? [...rows] : rows.filter((row) => wordsOf(row).includes(wanted));
  if (sort === 'codes') return found.sort((a, b) => b.codes - a.codes || later(a, b));
  if (sort === 'newest') return found.sort(later);
  const { compare } = new Intl.Collator(language, { numeric: true });
  // Nobody's codes come last: whoever looks for a name finds none there.
  const rank = ({ name, handle }: PeopleRow) => (name || handle ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || compare(a.name || a.handle, b.name || b.handle));
}

function later(a: PeopleRow, b: PeopleRow): number {
  return descending(a.at, b.at);
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function keyOf(known: readonly KnownBy[]): string {
  const handle = known.find((each) => each.handle !== '')?.handle;
  return handle ? `handle ${nameKey(handle)}` : `name ${nameKey(known[0]?.to ?? '')}`;
}

function rowOf(key: string, by: PeopleGrouping, known: readonly KnownBy[], lot: Holding[]): PeopleRow {
  const holdings = lot.length === 1 ? lot : lot.toSorted((a, b) => descending(a.act.at, b.act.at));
  const became = { out: 0, used: 0, canceled: 0, returned: 0 };
  let codes = 0;
  for (const holding of holdings) {
    became[becameOf(holding)] += holding.count;
    codes += holding.count;
  }
  const channels = distinct(holdings.map(({ channel }) => channel));
  const notes = by === 'person' && known.length > 0 ? distinct(holdings.map(({ note }) => note)) : [];
  const [newest] = holdings;
  // As it was written last.
  const name = known.length > 0 ? (holdings.find(({ to }) => to !== '')?.to ?? '') : '';
  const handle = known.length > 0 ? (holdings.find((each) => each.handle !== '')?.handle ?? '') : '';
  return {
    ...{ key, handle, channels, notes, known, holdings, codes, became, at: newest?.act.at ?? '' },
    name: by === 'channel' ? (channels[0] ?? '') : name,
  };
}

const searched = new WeakMap<PeopleRow, string>();

/** What a row is found by, as `nameKey`; made by the first search. */
function wordsOf(row: PeopleRow): string {
  const before = searched.get(row);
  if (before !== undefined) return before;
  const { known, channels, notes, holdings } = row;
  const people = known.length > 0 ? known : holdings;
  const names = people.flatMap(({ to, handle }) => [to, handle]);
  const words = [...new Set([...names, ...channels, ...notes])].map(nameKey).join('\n');
  searched.set(row, words);
  return words;
}

/** Each text once, without empty ones. */
function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length === 1) return texts[0] === '' ? none : texts;
  return [...new Set(texts)].filter((text) => text !== '');
}

const none: readonly string[] = [];

/** Under what a code is counted. */
export function becameOf({ state, usedAt }: Pick<Holding, 'state' | 'usedAt'>): keyof Became {
  if (usedAt !== '') return 'used';
  if (state === 'void') return 'canceled';
  return state === 'returned' ? 'returned' : 'out';
}

/** One line of the list as it unfolds. */
export type PeopleLine =
  | { readonly kind: 'row'; readonly row: PeopleRow }
  | { readonly kind: 'about'; readonly row: PeopleRow }
  | { readonly kind: 'code'; readonly row: PeopleRow; readonly holding: Holding; readonly at: number };

/** The lines of the list: each row, and of those that are open also what unfolds. */
export function linesOf(rows: readonly PeopleRow[], open: ReadonlySet<string>): PeopleLine[] {
  const lines: PeopleLine[] = [];
  for (const row of rows) {
    lines.push({ kind: 'row', row });
    if (!open.has(row.key)) continue;
    if (row.known.length > 0) lines.push({ kind: 'about', row });
    for (const holding of row.holdings)
      for (let at = holding.from; at < holding.from + holding.count; at++)
        lines.push({ kind: 'code', row, holding, at });
  }
  return lines;
}

/** What a line is known by, however the list is sorted. */
export function lineKey(line: PeopleLine): string {
  if (line.kind !== 'code') return `${line.kind} ${line.row.key}`;
  const { batch, act, state } = line.holding;
  return `code ${batch}/${line.at} ${act.issuance} ${state}`;
}
