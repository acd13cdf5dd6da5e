import { timeZoneOf } from '../../domain/marketplaces';
import { byDay, type DayCount, outByChannel } from '../../domain/orders/by-day';
import {
  discountsGiven,
  type GivenDiscount,
  noUse,
  type UseCount,
  wilson,
} from '../../domain/orders/counted';
import { type DaySpan, dayOf, nextFile, uncovered } from '../../domain/orders/coverage';
import { type ExpectedUse, expectedUse } from '../../domain/orders/expected-use';
import { type FollowUp, followUp, type TimeToOrder, timeToOrder } from '../../domain/orders/follow-up';
import { type Leak, leaks } from '../../domain/orders/leaks';
import { type WhyUnused, whyUnused } from '../../domain/orders/why-unused';
import type { Promotion } from '../../domain/promotion';
import { nameKey } from '../../domain/text/name-key';
import { csvTable, fileName } from '../../files';
import { downloadText } from '../../platform/download';
import type { PromotionResults, PromotionWithCounts } from '../pool';

/** What the results of a promotion come to, before it is put into words. */
export interface ResultsView {
  readonly kind: PromotionResults['use']['kind'];
  readonly withName: string;
  readonly count: UseCount;
  readonly possiblyOne: number;
  /** Codes that ever went out. */
  readonly everOut: number;
  /** Codes given out that were used: of how many, and in which range the true rate lies; null where it can't be told. */
  readonly rate: {
    readonly used: number;
    readonly of: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly days: readonly DayCount[];
  readonly channels: readonly { readonly channel: string; readonly out: number }[];
  /** One channel had every code that ever went out, so that all uses are its. */
  readonly oneChannel: boolean;
  readonly discounts: readonly GivenDiscount[];
  readonly leaks: readonly Leak[];
  readonly timeToOrder: TimeToOrder | null;
  readonly followUp: FollowUp;
  /** Codes that are out and not known as used, and what the dates here tell of why. */
  readonly notUsed: number;
  readonly why: readonly WhyUnused[];
  /** How many will have been used in the end; null where the reports can't tell. */
  readonly expected: ExpectedUse | null;
  /** The run so far, which of its days no report covers, and what to fetch next; null while nobody knows its start. */
  readonly coverage: {
    readonly run: DaySpan;
    readonly covered: readonly DaySpan[];
    readonly gaps: readonly DaySpan[];
    readonly next: DaySpan | null;
  } | null;
}

/**
 * Judges what reports tell of a promotion. `now` in milliseconds; `maxOrderQuantity`: the seller's own limit, in force
 * since it was ticked as set.
 */
export function resultsView(
  { promotion, counts }: PromotionWithCounts,
  told: PromotionResults,
  { now, maxOrderQuantity }: { readonly now: number; readonly maxOrderQuantity: number },
): ResultsView {
  const { use, orders, wentOut, everOut, outBefore, possiblyOne, covered } = told;
  const zone = timeZoneOf(promotion.marketplace) ?? 'UTC';
  const count = use.kind === 'counted' ? use.count : noUse;
  const range = use.kind === 'counted' ? wilson(count.checkouts, everOut) : null;
  const seconds = (iso: string | null) => (iso === null ? null : Date.parse(iso) / 1000);
  const { price, percentOff } = promotion;
  const limitSince = seconds(promotion.ticks?.['order-limit'] ?? null);
  const channels = outByChannel(wentOut, nameKey);
  const shown = use.kind === 'counted' ? orders : [];
  const days = byDay(shown, wentOut, zone);
  const firstOut = outBefore ? null : (wentOut[0]?.at ?? null);
  const [start, end] = [seconds(promotion.start) ?? firstOut, seconds(promotion.end)];
  const notUsed = Math.max(0, counts.issued - told.marked);
  return {
    kind: use.kind,
    withName: use.kind === 'shared' ? use.withName : '',
    count,
    ...{ possiblyOne, everOut },
    rate: range && { used: count.checkouts, of: everOut, ...range },
    ...{ days, channels, notUsed },
    oneChannel: channels.length === 1 && channels[0]?.out === everOut,
    discounts: discountsGiven(shown),
    leaks: leaks(
      {
        // A restored copy holds codes that may be out.
        ...{ kind: 'single-use', everOut: everOut + counts.held, known: counts.total },
        ...{ wentOut, outBefore, possiblyOne },
        ...{ start: seconds(promotion.start), end },
        orderLimit: limitSince === null ? null : { units: maxOrderQuantity, since: limitSince },
        discountPerUnit: price && percentOff ? price * percentOff : null,
      },
      shown,
    ),
    timeToOrder: timeToOrder(told.byCode),
    followUp: followUp(use.kind === 'counted' ? use.count.checkouts : null, told.byCode, told.marked),
    why: notUsed > 0 ? whyUnused(promotion, wentOut, now / 1000) : [],
    expected:
      use.kind === 'counted' && start !== null && end !== null
        ? expectedUse({ days, covered, used: count.checkouts, everOut, start, end }, now / 1000)
        : null,
    coverage: coverageOf(promotion, wentOut, covered, now),
  };
}

function coverageOf(
  promotion: Promotion,
  wentOut: PromotionResults['wentOut'],
  covered: readonly DaySpan[],
  now: number,
): ResultsView['coverage'] {
  const first = promotion.start
    ? Date.parse(promotion.start) / 1000
    : wentOut.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(first)) return null;
  const end = promotion.end ? Math.min(Date.parse(promotion.end), now) : now;
  const run = { first: dayOf(first), last: dayOf(end / 1000) };
  if (run.last < run.first) return null;
  return { run, covered, gaps: uncovered(run, covered), next: nextFile(run, covered) };
}

/** Downloads what happened day by day; the file's name. */
export function exportDays(promotion: Promotion, days: readonly DayCount[]): string {
  const rows = days.map(({ day, out, used, pending }) => [day, out, used, pending]);
  return save(promotion, 'results', csvTable(['day', 'given_out', 'used', 'pending'], rows));
}

/** Downloads the orders that were counted, and those canceled; the file's name. */
export function exportOrders(promotion: Promotion, { orders }: PromotionResults): string {
  const header = [
    'order_id',
    'bought_at',
    'state',
    'checkout',
    'units',
    'discount',
    'currency',
    'sales_channel',
  ];
  const checkouts = new Map<number, number>();
  const rows = orders.map(({ order, at, state, checkout, units, discount, currency, channel }) => {
    if (!checkouts.has(checkout)) checkouts.set(checkout, checkouts.size + 1);
    const taken = discount === null ? '' : (discount / 100).toFixed(2);
    const time = new Date(at * 1000).toISOString();
    return [order, time, state, checkouts.get(checkout) ?? 0, units, taken, currency, channel];
  });
  return save(promotion, 'orders', csvTable(header, rows));
}

function save(promotion: Promotion, what: 'orders' | 'results', text: string): string {
  const { name, marketplace } = promotion;
  const file = fileName({ promotion: name, what, marketplace, date: new Date(), extension: 'csv' });
  downloadText(file, [text], 'text/csv;charset=utf-8');
  return file;
}
