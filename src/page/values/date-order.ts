import type { Marketplace } from '../../domain/marketplaces';
import { clockIn } from './clocks';
import { type DateOrder, dateIn, type ToldOrder, type WrittenDate } from './dates';
import { westernDigits } from './numbers';
import { overLetters, plain } from './text';

/** What a page tells of how its dates are to be read. */
export interface OrderEvidence {
  /** The dates that belong together, as they stand there. */
  readonly dates: readonly string[];
  /** What the fields say of themselves: placeholders, labels, examples. */
  readonly hints: readonly string[];
  /** Dates that Amazon wrote itself, and what the rest of the page says of dates. */
  readonly elsewhere: readonly string[];
  /** Times of day beside the dates, as the page writes them. */
  readonly clocks: readonly string[];
  /** The page's `lang`. */
  readonly lang: string;
  /** Whether the page has no words of another language than English. */
  readonly isEnglish: boolean;
  readonly store: Marketplace | null;
}

/**
 * Tells how the dates of a page are to be read: by what the dates and their fields prove, else by what
 * Amazon wrote elsewhere on the page, else by its clock and language, the store last and never alone.
 */
export function tellOrder(evidence: OrderEvidence): ToldOrder {
  const written = evidence.dates.flatMap((text) => dateIn(text) ?? []).filter((date) => date.figures);
  if (written.length === 0) return 'either';
  const shown = ordersSaid(evidence.hints);
  const [proven, contrary] = new Set([...written.flatMap(onlyOrder), ...shown]);
  if (contrary) return 'torn';
  // One date alone doesn't prove that the other is written alike where the end would lie before the start.
  if (proven) return shown.length > 0 || isSensible(evidence.dates, proven) ? proven : 'either';
  // A version number has dots too: only what looks like these dates tells how they are written.
  const alike = evidence.elsewhere.filter((text) => {
    const date = dateIn(text);
    return !date || (/\d{4}/.test(westernDigits(text)) && written.some(({ sign }) => sign === date.sign));
  });
  const [said, other] = new Set(ordersSaid(alike));
  if (said) return other ? 'either' : said;
  const order = likelyOrder(evidence, written);
  return order && isSensible(evidence.dates, order) ? order : 'either';
}

/** The one order in which a date is a real day; none where both are, or both are the same day. */
function onlyOrder({ days, figures }: WrittenDate): DateOrder[] {
  const orders = Object.keys(days) as DateOrder[];
  return figures && orders.length === 1 ? orders : [];
}

/** The orders that texts show: by a pattern such as `MM/DD/YYYY`, or by a date that can only be read one way. */
function ordersSaid(texts: readonly string[]): DateOrder[] {
  return texts.flatMap((text) => {
    const pattern = patternIn(text);
    if (pattern) return [pattern];
    const date = dateIn(text);
    return date ? onlyOrder(date) : [];
  });
}

const letters = overLetters(/(?<!\p{L})(\p{L}{1,4})\s?([-/.])\s?(\p{L}{1,4})\s?\2\s?(\p{L}{1,4})(?!\p{L})/u);
/** How patterns abbreviate days and years in the languages we have words for. */
const daySigns = /^(?:d+|t+|j{1,2}|g+|日+)$/;
const yearSigns = /^(?:y+|jjjj|a{4}|r+|å+|年+)$/;

/** The order of a pattern such as `MM/DD/YYYY`, `TT.MM.JJJJ` or `JJ/MM/AAAA`; null where a text holds none. */
export function patternIn(text: string): DateOrder | null {
  if (text.length > 200) return null;
  const found = letters(plain(text));
  if (!found) return null;
  const [, one = '', , two = '', three = ''] = found;
  if (yearSigns.test(one)) return 'ymd';
  if (!yearSigns.test(three)) return null;
  if (/^m+$/.test(one) && daySigns.test(two)) return 'mdy';
  return daySigns.test(one) && /^(?:m+|aa?)$/.test(two) ? 'dmy' : null;
}

/** Pages say their language as `en-US`, and at times as `en_US`. */
const tag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

interface Custom {
  readonly order: DateOrder;
  readonly sign: string;
  /** Whether its clock has twelve hours. */
  readonly halves: boolean;
}

const customs = new Map<string, Custom | null>();

/** How a language writes dates and times, as the browser knows it; null for none that we can tell. */
function customOf(lang: string): Custom | null {
  const name = lang.replaceAll('_', '-');
  let custom = customs.get(name);
  if (custom === undefined) {
    custom = tag.test(name) && Intl.DateTimeFormat.supportedLocalesOf(name).length > 0 ? made(name) : null;
    customs.set(name, custom);
  }
  return custom;
}

function made(name: string): Custom {
  const format = new Intl.DateTimeFormat(name, {
    dateStyle: 'short',
    timeStyle: 'short',
    calendar: 'gregory',
  });
  const parts = format.formatToParts();
  const order = parts
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type[0]] : []))
    .join('') as DateOrder;
  const sign = parts.find(({ type, value }) => type === 'literal' && /[-/.]/.test(value))?.value.trim() ?? '';
  return { order, sign, halves: format.resolvedOptions().hour12 ?? false };
}

/** The order for which clock and language speak; null where nothing does, or they differ. */
function likelyOrder(
  { clocks, lang, isEnglish, store }: OrderEvidence,
  written: readonly WrittenDate[],
): DateOrder | null {
  const english = /^en\b/i.test(lang.replaceAll('_', '-')) || isEnglish;
  const custom = customOf(lang);
  const votes = new Set<DateOrder>();
  // Amazon's English: `M/d/yyyy` with AM and PM in every store but the UK, which has `dd/MM/yyyy` and 24 hours.
  const shown = clocks.flatMap((text) => clockIn(text) ?? []);
  const inHalves = shown.some(({ half }) => /^[ap]m$/.test(plain(half)));
  if (inHalves && (english || custom?.halves === false)) votes.add('mdy');
  if (english && shown.length > 0 && shown.every(({ half }) => half === '')) {
    votes.add('dmy');
    // Where the month comes first, nobody writes 24 hours: clock and store differ.
    if (store?.dateOrder === 'mdy' && custom?.order !== 'dmy') votes.add('mdy');
  }
  if (custom && /^en$/i.test(lang) === false && custom.order !== 'ymd') {
    const asUsual = written.every(({ sign }) => sign === custom.sign);
    if (english || asUsual || store?.dateOrder === custom.order) votes.add(custom.order);
  }
  const [vote, other] = votes;
  if (other) return null;
  if (vote) return vote;
  // English alone doesn't tell; with a store whose own order Amazon's English keeps it does.
  return english && (store?.code === 'US' || store?.code === 'CA' || store?.code === 'UK')
    ? store.dateOrder
    : null;
}

/** False where the first date lies behind the last one in this order, and one of them read otherwise before it. */
function isSensible(dates: readonly string[], order: DateOrder): boolean {
  const [first, last] = dates.map((text) => dateIn(text));
  const dayOf = ({ days, figures }: WrittenDate) => (figures ? days[order] : Object.values(days)[0]);
  const [start, end] = [first && dayOf(first), last && dayOf(last)];
  if (!first || !last || !start || !end || start <= end) return true;
  return !Object.values(first.days).some((one) => Object.values(last.days).some((two) => one <= two));
}

/** Whether a text has a date or the pattern of one in it, so that it tells something of order. */
export function speaksOfDates(text: string): boolean {
  return text.length <= 80 && (/\d\s?[-/.]\s?\d/.test(westernDigits(text)) || patternIn(text) !== null);
}
