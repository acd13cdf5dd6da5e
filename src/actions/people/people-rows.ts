import { groupPeople, type KnownBy } from '../../domain/same-person';
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
  /** What it is found by, as `nameKey`. */
  readonly words: string;
}

/** Everybody who has something, with who is the same person told over all promotions. */
export class Everybody {
  readonly #holdings: readonly Holding[];
  readonly #group: readonly number[];
  readonly #known = new Map<number, KnownBy[]>();

  constructor(holdings: readonly Holding[]) {
    this.#holdings = holdings;
    this.#group = groupPeople(holdings);
    const met = new Set<string>();
    holdings.forEach(({ to, handle }, i) => {
      const group = this.#group[i] ?? -1;
      const way = `${group}\n${to}\n${handle}`;
      if (group < 0 || met.has(way)) return;
      met.add(way);
      this.#known.set(group, [...(this.#known.get(group) ?? []), { to, handle }]);
    });
  }

  /** The promotions that something went out of. */
  get promotions(): Set<string> {
    return new Set(this.#holdings.map(({ act }) => act.promotionId));
  }

  /** The rows of one promotion, or ('') of all, in no order. */
  rows(by: PeopleGrouping, promotionId: string): PeopleRow[] {
    const lots = new Map<string, Holding[]>();
    const known = new Map<string, readonly KnownBy[]>();
    for (const [i, holding] of this.#holdings.entries()) {
      if (promotionId !== '' && holding.act.promotionId !== promotionId) continue;
      const group = this.#group[i] ?? -1;
      const isPerson = by === 'person' && group >= 0;
      const ways = isPerson ? (this.#known.get(group) ?? []) : [];
      const key = isPerson ? keyOf(ways) : `channel ${nameKey(holding.channel)}`;
      const lot = lots.get(key);
      if (lot) lot.push(holding);
      else {
        lots.set(key, [holding]);
        known.set(key, ways);
      }
    }
    return [...lots].map(([key, lot]) => rowOf(key, by, known.get(key) ?? [], lot));
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
  const found = rows.filter(({ words }) => words.includes(wanted));
  if (sort === 'codes') return found.sort((a, b) => b.codes - a.codes || later(a, b));
  if (sort === 'newest') return found.sort(later);
  const { compare } = new Intl.Collator(language, { numeric: true });
  // Nobody's codes come last: whoever looks for a name finds none there.
  const rank = ({ name, handle }: PeopleRow) => (name || handle ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || compare(a.name || a.handle, b.name || b.handle));
}

function later(a: PeopleRow, b: PeopleRow): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : 0;
}

function keyOf(known: readonly KnownBy[]): string {
  const handle = known.find((each) => each.handle !== '')?.handle;
  return handle ? `handle ${nameKey(handle)}` : `name ${nameKey(known[0]?.to ?? '')}`;
}

function rowOf(key: string, by: PeopleGrouping, known: readonly KnownBy[], lot: Holding[]): PeopleRow {
  const holdings = lot.toSorted((a, b) => (a.act.at < b.act.at ? 1 : a.act.at > b.act.at ? -1 : 0));
  const became = { out: 0, used: 0, canceled: 0, returned: 0 };
  let codes = 0;
  for (const holding of holdings) {
    became[becameOf(holding)] += holding.count;
    codes += holding.count;
  }
  const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');
  const channels = distinct(holdings.map(({ channel }) => channel));
  const notes = by === 'person' && known.length > 0 ? distinct(holdings.map(({ note }) => note)) : [];
  const [newest] = holdings;
  // As it was written last.
  const name = known.length > 0 ? (holdings.find(({ to }) => to !== '')?.to ?? '') : '';
  const handle = known.length > 0 ? (holdings.find((each) => each.handle !== '')?.handle ?? '') : '';
  const people = by === 'channel' ? distinct(holdings.flatMap(({ to, handle }) => [to, handle])) : [];
  return {
    ...{ key, handle, channels, notes, known, holdings, codes, became, at: newest?.act.at ?? '' },
    name: by === 'channel' ? (channels[0] ?? '') : name,
    words: nameKey(
      [...known.flatMap((each) => [each.to, each.handle]), ...channels, ...notes, ...people].join('\n'),
    ),
  };
}

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
