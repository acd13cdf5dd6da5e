import { asinOf, productOf } from '../../domain/product';
import { type Promotion, validity } from '../../domain/promotion';
import { nameKey } from '../../domain/text/name-key';
import { type AlertsKept, nothingKept } from '../../stored/alerts/alerts-kept';
import type { SortKey, TableFilter, TableView } from '../../stored/table-view';
import { type NeedKind, needs } from '../needs';
import type { PromotionWithCounts } from '../pool';

/** Where a promotion stands, in the order of what still matters. */
export const standings = ['live', 'early', 'stopped', 'ended', 'archived'] as const;
export type Standing = (typeof standings)[number];

/** A promotion as the table has it. */
export interface TableRow extends PromotionWithCounts {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly standing: Standing;
  readonly needs: readonly NeedKind[];
}

/** The store of promotions whose store is not known, among the choices. */
export const unknownStore = '?';

/** All promotions as rows. `now` in milliseconds. */
export function tableRows(
  promotions: readonly PromotionWithCounts[],
  now: number,
  alerts: AlertsKept = nothingKept,
): TableRow[] {
  const wanted = new Map<string, NeedKind[]>();
  for (const { kind, item } of needs(promotions, now, alerts))
    wanted.set(item.promotion.id, [...(wanted.get(item.promotion.id) ?? []), kind]);
  return promotions.map((item) => ({
    ...item,
    id: item.promotion.id,
    name: item.promotion.name || item.promotion.trackingId || '',
    product: productOf(item.promotion),
    standing: standingOf(item.promotion, now),
    needs: wanted.get(item.promotion.id) ?? [],
  }));
}

function standingOf(promotion: Promotion, now: number): Standing {
  if (promotion.archived) return 'archived';
  const state = validity(promotion, now);
  if (state === 'ended') return 'ended';
  if (promotion.givingEnded !== null) return 'stopped';
  return state === 'not-started' ? 'early' : 'live';
}

const belongs: Record<TableFilter, (row: TableRow) => boolean> = {
  all: ({ standing }) => standing !== 'archived',
  live: ({ standing }) => standing === 'live',
  attention: (row) => row.needs.length > 0,
  low: (row) => row.needs.includes('runs-low'),
  early: ({ standing }) => standing === 'early',
  stopped: ({ standing }) => standing === 'stopped',
  ended: ({ standing }) => standing === 'ended',
  archived: ({ standing }) => standing === 'archived',
};

/** What the choices of the table offer, and how many rows each filter has within them. */
export interface TableChoices {
  readonly stores: readonly string[];
  readonly accounts: readonly string[];
  readonly products: readonly string[];
}

/** The stores, accounts and products that occur, each once. */
export function choicesOf(rows: readonly TableRow[]): TableChoices {
  const sorted = (texts: readonly (string | null)[]) =>
    [...new Set(texts.filter((text) => text !== null && text !== ''))].sort() as string[];
  return {
    stores: sorted(rows.map(({ promotion }) => promotion.marketplace ?? unknownStore)),
    accounts: sorted(rows.map(({ promotion }) => promotion.account)),
    products: sorted(rows.map(({ product }) => product)),
  };
}

/** A remembered choice that no longer occurs filters nothing: it couldn't be seen, nor lifted. */
function inForce(wanted: string, choices: readonly string[]): string {
  return choices.includes(wanted) ? wanted : '';
}

/** The view with only those choices that occur. */
export function soundView(view: TableView, choices: TableChoices): TableView {
  return {
    ...view,
    store: inForce(view.store, choices.stores),
    account: inForce(view.account, choices.accounts),
    product: inForce(view.product, choices.products),
  };
}

/** Rows of the chosen store, account and product in which every word looked for stands, whatever their state. */
export function rowsWithin(
  rows: readonly TableRow[],
  view: Pick<TableView, 'store' | 'account' | 'product'>,
  search: string,
): TableRow[] {
  const words = nameKey(search).split(' ').filter(Boolean);
  return rows.filter(
    (row) =>
      (view.store === '' || (row.promotion.marketplace ?? unknownStore) === view.store) &&
      (view.account === '' || row.promotion.account === view.account) &&
      (view.product === '' || row.product === view.product) &&
      (words.length === 0 || words.every((word) => textOf(row.promotion).includes(word))),
  );
}

/** Rows that a filter shows. */
export function rowsOfFilter(rows: readonly TableRow[], filter: TableFilter): TableRow[] {
  return rows.filter(belongs[filter]);
}

const texts = new WeakMap<Promotion, string>();

/** Everything that a promotion can be looked up by. */
function textOf(promotion: Promotion): string {
  const known = texts.get(promotion);
  if (known !== undefined) return known;
  const { name, trackingId, productName, selection, productLink, account, marketplace, amazonIds } =
    promotion;
  const asin = productLink ? asinOf(productLink) : null;
  const all = [name, trackingId, productName, selection, asin, account, marketplace, ...amazonIds];
  const text = all.map((each) => nameKey(each ?? '')).join('\n');
  texts.set(promotion, text);
  return text;
}

type Value = string | number | null;

const values: Record<SortKey, (row: TableRow) => Value> = {
  name: ({ name }) => name,
  store: ({ promotion }) => promotion.marketplace,
  left: ({ counts }) => counts.available,
  given: ({ counts }) => counts.issued,
  used: ({ counts }) => (counts.redeemedKnown ? counts.redeemed : null),
  ends: ({ promotion }) => (promotion.end === null ? null : Date.parse(promotion.end)),
  state: ({ standing }) => standings.indexOf(standing),
};

/**
 * The rows in order; what is not known comes last either way. Of the same value, what ends soonest comes first (of
 * those that ended, what ended last), then by name.
 */
export function sortedRows(
  rows: readonly TableRow[],
  { sort, down }: Pick<TableView, 'sort' | 'down'>,
  language: string,
): TableRow[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const value = values[sort];
  const order = (a: Value, b: Value) => {
    if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
    return Number(a) - Number(b);
  };
  const ends = ({ promotion, standing }: TableRow) => {
    const end = promotion.end === null ? Number.POSITIVE_INFINITY : Date.parse(promotion.end);
    return standing === 'ended' ? -end : end;
  };
  return rows
    .map((row) => ({ row, value: value(row), end: ends(row) }))
    .sort((a, b) => {
      if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
      const first = order(a.value, b.value);
      if (first !== 0) return down ? -first : first;
      return a.end === b.end ? compare(a.row.name, b.row.name) : a.end - b.end;
    })
    .map(({ row }) => row);
}
