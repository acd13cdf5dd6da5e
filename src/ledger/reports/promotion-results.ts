import { type PromotionOrder, possiblyOne } from '../../domain/orders/counted';
import { type DaySpan, joined } from '../../domain/orders/coverage';
import type { CodeInOrder } from '../../domain/orders/follow-up';
import { readOrderId } from '../../domain/orders/order-id';
import { marksInForce } from '../acts/marks-in-force';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { overlapping } from '../codes/spans';
import { promotionIn } from '../promotions/promotions';
import { sortedOut } from '../repair/row-faults';
import type { Db, Entry, Tx } from '../store/schema';
import { read } from '../store/transact';
import { isPlaced } from './order-columns';
import type { ReportRow } from './report-rows';
import { runOf } from './stored-runs';
import { type PromotionUse, sameIdAs, Uses, useStores } from './uses';

/** Codes that went out of one promotion, as far as its history tells. */
export interface WentOut {
  /** When, seconds since 1970. */
  readonly at: number;
  readonly count: number;
  readonly channel: string;
}

/** What reports tell of one promotion, and what went out of it. */
export interface PromotionResults {
  readonly use: PromotionUse;
  readonly orders: readonly PromotionOrder[];
  /** Uses that may be halves of one checkout. */
  readonly possiblyOne: number;
  /** Days that reports of its store cover, in order. */
  readonly covered: readonly DaySpan[];
  readonly wentOut: readonly WentOut[];
  /** How many codes ever left this computer: given out, handed over, canceled after that. */
  readonly everOut: number;
  /** Some came in as given out, or were used while they were left here: nobody here knows when the first one left. */
  readonly outBefore: boolean;
  /** Codes that are known as used, and those of them whose order a report has. */
  readonly marked: number;
  readonly byCode: readonly CodeInOrder[];
}

/** Everything that the results of one promotion are drawn from. Throws LedgerProblem `not-found`. */
export async function promotionResults(db: Db, promotionId: string): Promise<PromotionResults> {
  const [results] = await resultsOfSeveral(db, [promotionId]);
  return results as PromotionResults;
}

/** The same of several promotions, in their order: what all of them need is read once. */
export async function resultsOfSeveral(db: Db, promotionIds: readonly string[]): Promise<PromotionResults[]> {
  const { found, reports } = await read(
    db,
    ['promotions', 'entries', 'batches', 'spans', ...useStores],
    async (tx) => {
      const all = tx.objectStore('promotions').getAll();
      const few = promotionIds.length === 1;
      const imported = importTimes(tx);
      // All that can be is asked for at once: each answer that is waited for holds up the page.
      const [wanted, times, uses, reports, histories] = await Promise.all([
        Promise.all(promotionIds.map((id) => promotionIn(tx, id))),
        imported,
        Uses.in(
          tx,
          all.then((rows) => sortedOut('promotions', few ? sameIdAs(rows, promotionIds) : rows).sound),
          few,
        ),
        tx.objectStore('reports').getAll(),
        Promise.all(
          promotionIds.map((id) => Promise.all([outOf(tx, id, imported), marksInForce(tx, id)] as const)),
        ),
      ]);
      const found: Omit<PromotionResults, 'possiblyOne'>[] = [];
      for (const [n, promotion] of wanted.entries()) {
        const [out, marks] = histories[n] as (typeof histories)[number];
        const [orders = [], use = { kind: 'unknown' } as const] = await Promise.all([
          uses?.ordersOf(promotion),
          uses?.of(promotion),
        ]);
        found.push({
          ...{ orders, use, ...out },
          covered: joined(uses?.coveredFor(promotion) ?? []),
          ...(await byCode(tx, marks, orders, times)),
        });
      }
      return { found, reports: sortedOut('reports', reports).sound };
    },
  );
  const mayBeOne = found.some(({ orders }) => possiblyOne(orders, () => false) > 0);
  // Long to read, and seldom asked for.
  const placed = mayBeOne ? await placesOf(db, reports) : [];
  return found.map((each) => ({ ...each, possiblyOne: possible(each.orders, placed) }));
}

/** When each lot came in: codes that came in as given out already have that time. */
export async function importTimes(tx: Tx): Promise<ReadonlyMap<number, string>> {
  return new Map((await tx.objectStore('batches').getAll()).map(({ id, at }) => [id, at]));
}

/** What went out of a promotion, as its history tells. */
export async function outOf(
  tx: Tx,
  promotionId: string,
  imported: ReadonlyMap<number, string> | Promise<ReadonlyMap<number, string>>,
): Promise<Pick<PromotionResults, 'wentOut' | 'everOut' | 'outBefore'>> {
  const acts = tx.objectStore('entries').index('acts');
  const of = (kind: Entry['kind']) => acts.getAll([promotionId, kind]);
  const sum = (entries: readonly Entry[]) => entries.reduce((total, { count }) => total + count, 0);
  const [issues, undone, redone, moves, times] = await Promise.all([
    ...([of('issue'), of('undo'), of('redo'), of('move')] as const),
    imported,
  ]);
  // Codes taken back unseen never were out, unless that was undone.
  const back = new Map<string, number>();
  for (const { issuance, count } of undone) back.set(issuance, (back.get(issuance) ?? 0) + count);
  for (const { issuance, count } of redone) back.set(issuance, (back.get(issuance) ?? 0) - count);
  const moved = sum(moves);
  // Several codes at once went through whom they were handed to, where no channel was noted: a platform.
  const sizes = new Map<string, number>();
  for (const { issuance, count } of issues) sizes.set(issuance, (sizes.get(issuance) ?? 0) + count);
  const channelOf = ({ channel, issuance, people, to }: Entry) =>
    channel || (!people && (sizes.get(issuance) ?? 0) > 1 ? to : '');
  const returned = [...back.values()].reduce((total, count) => total + count, 0);
  const wentOut: WentOut[] = [];
  let outBefore = moved > 0;
  for (const issue of issues) {
    const { batch, at, count, issuance, seen } = issue;
    const unseen = Math.min(count, Math.max(0, back.get(issuance) ?? 0));
    if (unseen > 0) back.set(issuance, (back.get(issuance) ?? 0) - unseen);
    if (unseen === count) continue;
    if (seen || times.get(batch) === at) outBefore = true;
    else wentOut.push({ at: Date.parse(at) / 1000, count: count - unseen, channel: channelOf(issue) });
  }
  return { wentOut, outBefore, everOut: Math.max(0, sum(issues) + moved - returned) };
}

/** The codes that somebody noted as used, with when they went out and when the order came. */
async function byCode(
  tx: Tx,
  marks: Awaited<ReturnType<typeof marksInForce>>,
  orders: readonly PromotionOrder[],
  imported: ReadonlyMap<number, string>,
): Promise<Pick<PromotionResults, 'marked' | 'byCode'>> {
  const known = new Map(orders.map((each) => [each.order, each]));
  const given = new Map<number, number | null>();
  const givenAt = async (issue: number) => {
    const before = given.get(issue);
    if (before !== undefined) return before;
    const entry = await entryAt(tx, await originOf(tx, issue));
    // Codes that came in as given out already have the time of their import.
    const at = entry && imported.get(entry.batch) !== entry.at ? Date.parse(entry.at) / 1000 : null;
    given.set(issue, at);
    return at;
  };
  const found = { marked: 0, byCode: [] as CodeInOrder[] };
  for (const mark of marks) {
    const order = known.get(mark.orderId?.trim() ?? '');
    for (const span of await overlapping(tx, mark)) {
      if (span.redeem !== mark.seq) continue;
      found.marked += span.count;
      if (!order) continue;
      const { at: orderedAt, state, checkout } = order;
      found.byCode.push({ givenAt: await givenAt(span.issue), orderedAt, state, checkout });
    }
  }
  return found;
}

/** The orders of which each report that tells places told one, by their keys. */
async function placesOf(db: Db, reports: readonly ReportRow[]): Promise<ReadonlySet<string>[]> {
  const placed: Set<string>[] = [];
  for (const row of reports.filter(({ kind }) => kind === 'all-orders')) {
    const { columns, count } = await runOf(db, row);
    const known = new Set<string>();
    for (let i = 0; i < count; i++)
      if (isPlaced(columns.flags[i] as number)) known.add(`${columns.hi[i]}/${columns.lo[i]}`);
    placed.push(known);
  }
  return placed;
}

/** Uses in the same second, of which no report that holds both told different places. */
function possible(orders: readonly PromotionOrder[], placed: readonly ReadonlySet<string>[]): number {
  const key = (order: string) => {
    const read = readOrderId(order);
    return `${read?.hi}/${read?.lo}`;
  };
  return possiblyOne(orders, (a, b) => placed.some((known) => known.has(key(a)) && known.has(key(b))));
}
