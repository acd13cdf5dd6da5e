import { type Change, count } from './counting';
import { append } from './log';
import type { BatchPlan } from './merge-plan';
import type { Entry, Span, Tx, WriteTx } from './schema';
import { overlapping, setSpan, within } from './spans';

/** What the copy tells of a range: its state, with the entries that brought it. */
interface Told {
  readonly state: Span['state'];
  readonly last: Entry | undefined;
  readonly issue: Entry | undefined;
  readonly redeem: Entry | undefined;
}

interface Tally {
  caughtUp: number;
  conflicts: number;
}

/**
 * Brings the codes of a copy's import that stand here already up to what only the copy knows. What is
 * out here stays out; what the copy knows as left changes nothing.
 */
export async function mergeStates(
  tx: WriteTx,
  { spans, known }: BatchPlan,
  entries: ReadonlyMap<number, Entry>,
): Promise<Tally> {
  const tally = { caughtUp: 0, conflicts: 0 };
  const told = spans.filter(({ state }) => state !== 'available' && state !== 'held');
  let first = 0;
  for (const run of known) {
    const end = run.from + run.count;
    while (isBefore(told[first], run.from)) first++;
    for (let i = first; i < told.length; i++) {
      const span = told[i] as Span;
      if (span.from >= end) break;
      const from = Math.max(span.from, run.from);
      const count = Math.min(span.from + span.count, end) - from;
      const range = { batch: run.at.batch, from: run.at.position + from - run.from, count };
      const { state } = span;
      const about = { state, last: entries.get(span.entry), issue: entries.get(span.issue) };
      for (const mine of await overlapping(tx, range)) {
        const part = { ...mine, ...within(mine, range) };
        await mergePart(tx, part, { ...about, redeem: entries.get(span.redeem) }, tally);
      }
    }
  }
  return tally;
}

function isBefore(span: Span | undefined, position: number): boolean {
  return span !== undefined && span.from + span.count <= position;
}

async function mergePart(tx: WriteTx, mine: Span, told: Told, tally: Tally): Promise<void> {
  if (mine.state === 'available' || mine.state === 'held') {
    // What both knew and was taken back here since is no news.
    if (!told.last || (await knows(tx, mine, told.last))) return;
    await catchUp(tx, mine, told);
    tally.caughtUp += mine.count;
    return;
  }
  if (mine.state !== 'issued' || !told.issue) return;
  const issue = await tx.objectStore('entries').get(mine.issue);
  if (issue?.issuance !== told.issue.issuance) tally.conflicts += mine.count;
  else if (told.redeem && mine.redeem === 0 && !(await knows(tx, mine, told.redeem))) {
    const redeem = await copyEntry(tx, mine, told.redeem);
    await setSpan(tx, { ...mine, redeem });
    await count(tx, mine.promotionId, { redeemed: mine.count });
    tally.caughtUp += mine.count;
  }
}

/** Writes the copy's entries for a range that is left here, and the state they bring. */
async function catchUp(tx: WriteTx, mine: Span, { state, last, issue, redeem }: Told): Promise<void> {
  const issueSeq = issue ? await copyEntry(tx, mine, issue) : 0;
  const entry = last && last.seq !== issue?.seq ? await copyEntry(tx, mine, last) : issueSeq;
  const redeemSeq = redeem ? await copyEntry(tx, mine, redeem) : 0;
  await setSpan(tx, { ...mine, state, entry, issue: issueSeq, redeem: redeemSeq });
  const change: Change = { [mine.state]: -mine.count, redeemed: redeem ? mine.count : 0 };
  change[state] = (change[state] ?? 0) + mine.count;
  await count(tx, mine.promotionId, change);
}

function copyEntry(tx: WriteTx, { batch, from, count, promotionId }: Span, entry: Entry): Promise<number> {
  return append(tx, { ...entry, batch, from, count, promotionId });
}

/** True where the history here holds this entry for some of the range, from whichever copy it came. */
async function knows(tx: Tx, range: Span, entry: Entry): Promise<boolean> {
  const same = await tx.objectStore('entries').index('issuance').getAll(entry.issuance);
  return same.some(
    (each) => each.kind === entry.kind && each.batch === range.batch && within(each, range).count > 0,
  );
}
