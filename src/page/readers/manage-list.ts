import type { Marketplace } from '../../domain/marketplaces';
import { instantOf } from '../../domain/time';
import { attr, childrenOf, drawnTextOf, findAll, isDrawn, matches, topOf } from '../dom/dom';
import { confirmed, isEnglishAlone, type Terms, type Vocabulary } from '../labels';
import { pageKindOfUrl, promotionIdOfUrl, trackingIdOfUrl } from '../site/page-kind';
import { tellOrder } from '../values/date-order';
import { dateIn, localDateTime } from '../values/dates';
import { labelMatch, plain } from '../values/text';
import { type ShownStatus, statusSaid } from './status';

/** A promotion as a row of Amazon's list shows it; what could not be read is null. */
export interface ListedPromotion {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly status: ShownStatus | null;
  /** ISO instants. */
  readonly start: string | null;
  readonly end: string | null;
}

const mostRows = 200;
const cellLike = 'td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';

/**
 * Reads Manage Your Promotions: each row of a table with a head called Status, by confirmed words, as it is kept and
 * nobody looks it over first. A row is known by the address of its link; two rows with one Tracking ID by Amazon's id
 * alone. A date without a time tells no instant, so it is not read.
 */
export function readManageList(
  doc: Document,
  url: URL,
  store: Marketplace | null,
  terms: Vocabulary,
): readonly ListedPromotion[] {
  const rows = [...findAll(doc, 'table, [role=table], [role=grid]')].flatMap((table) =>
    rowsOf(table, url, { store, lang: topOf(doc).lang }, terms),
  );
  return rows.flatMap((row) => {
    const isAgain = (other: ListedPromotion) => other !== row && other.trackingId === row.trackingId;
    if (row.trackingId === null || !rows.some(isAgain)) return [row];
    return row.amazonId === null ? [] : [{ ...row, trackingId: null }];
  });
}

function rowsOf(
  table: Element,
  url: URL,
  { store, lang }: { readonly store: Marketplace | null; readonly lang: string },
  terms: Vocabulary,
): readonly ListedPromotion[] {
  const rows = [...findAll(table, 'tr, [role=row]')].slice(0, mostRows);
  const isHead = (row: Element) => column(cellsOf(row), terms.status) >= 0;
  const head = rows.find(isHead);
  // A table within a cell, or one with two heads, is nothing that we know.
  if (!head || rows.filter(isHead).length > 1) return [];
  const heads = cellsOf(head);
  const at = {
    status: column(heads, confirmed(terms.status)),
    trackingId: column(heads, confirmed(terms.trackingId)),
    start: column(heads, confirmed(terms.startDate)),
    end: column(heads, confirmed(terms.endDate)),
  };
  const listed = rows.filter((row) => row !== head && isDrawn(row) && cellsOf(row).length === heads.length);
  const text = (row: Element, column: number) => (column < 0 ? '' : shownIn(cellsOf(row)[column]));
  const all = listed.flatMap((row) => [text(row, at.start), text(row, at.end)]).filter((each) => each !== '');
  return listed.flatMap((row): ListedPromotion[] => {
    const named = linked(row, url);
    if (!named) return [];
    const trackingId = agreed(text(row, at.trackingId) || null, named.trackingId);
    if (named.amazonId === null && trackingId === null) return [];
    const said = statusSaid(text(row, at.status), terms);
    const [start, end] = moments([text(row, at.start), text(row, at.end)], all, store, terms, lang);
    return [{ amazonId: named.amazonId, trackingId, status: said?.sure ? said : null, start, end }];
  });
}

/** What the links of a row to its promotion's own page name; null where they name none, or several. */
function linked(row: Element, url: URL): Pick<ListedPromotion, 'amazonId' | 'trackingId'> | null {
  const named = new Map<string, Pick<ListedPromotion, 'amazonId' | 'trackingId'>>();
  for (const link of findAll(row, 'a[href]')) {
    const to = addressIn(attr(link, 'href') ?? '', url);
    if (!to || pageKindOfUrl(to) !== 'view') continue;
    const names = { amazonId: promotionIdOfUrl(to), trackingId: trackingIdOfUrl(to) };
    named.set(JSON.stringify(names), names);
  }
  const [only, second] = named.values();
  return only && !second ? only : null;
}

function addressIn(href: string, url: URL): URL | null {
  return URL.canParse(href, url.href) ? new URL(href, url) : null;
}

function moments(
  [start, end]: readonly [string, string],
  elsewhere: readonly string[],
  store: Marketplace | null,
  terms: Vocabulary,
  lang: string,
): readonly [string | null, string | null] {
  const dates = [start, end].filter((text) => text !== '');
  if (!store || dates.length === 0) return [null, null];
  const order = tellOrder({
    dates,
    hints: [],
    elsewhere,
    clocks: dates.flatMap((text) => dateIn(text)?.rest ?? []),
    lang,
    isEnglish: lang === '' && isEnglishAlone(terms),
    store,
  });
  const instant = (text: string) => {
    const at = instantOf(localDateTime(text, null, order, store.timeZone), store.timeZone);
    return at === null ? null : new Date(at).toISOString();
  };
  return [instant(start), instant(end)];
}

function column(heads: readonly Element[], names: Terms): number {
  return heads.findIndex((head) => labelMatch(plain(shownIn(head)), names) === 1);
}

function cellsOf(row: Element): Element[] {
  return [...childrenOf(row)].filter((cell) => matches(cell, cellLike));
}

function shownIn(cell: Element | undefined): string {
  return cell instanceof HTMLElement ? drawnTextOf(cell).replace(/\s+/g, ' ').trim() : '';
}

function agreed(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : null;
}
