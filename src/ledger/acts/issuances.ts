import { codeToShow } from '../codes/blocks';
import { lastIssueSeq } from '../codes/counting';
import { seqsThatGive } from '../codes/giving-out';
import { overlapping, within } from '../codes/spans';
import { sortedOut } from '../repair/row-faults';
import type { Db, StoreName, Tx } from '../store/schema';
import { read } from '../store/transact';

/** One act of giving out, as it stands now. */
export interface IssuanceSummary {
  readonly issuance: string;
  readonly promotionId: string;
  readonly count: number;
  readonly at: string;
  readonly to: string;
  readonly channel: string;
  readonly note: string;
  readonly by: string;
  readonly firstCode: string;
  /** To how many people it went, one code each; 0 where all codes went to the same. */
  readonly people: number;
  /** How many of its codes came back into the line. */
  readonly returned: number;
  /** How many of its codes are still out: neither taken back nor canceled. */
  readonly out: number;
  /** How many of its codes are known to be used in orders. */
  readonly redeemed: number;
}

const stores: StoreName[] = ['batches', 'entries', 'spans', 'blocks'];

/** The last act of giving out of which codes are still out, or null. */
export function lastIssuance(db: Db, promotionId: string): Promise<IssuanceSummary | null> {
  return read(db, stores, async (tx) => {
    const entry = await tx.objectStore('entries').get(await lastIssueSeq(tx, promotionId));
    return entry && typeof entry.issuance === 'string' ? summary(tx, entry.issuance) : null;
  });
}

/** One act of giving out, however long ago; null where there is none of this id. */
export function getIssuance(db: Db, issuance: string): Promise<IssuanceSummary | null> {
  return read(db, stores, async (tx) => {
    const known = await tx.objectStore('entries').index('issuance').getAll(issuance);
    return known.some((entry) => entry.kind === 'issue') ? summary(tx, issuance) : null;
  });
}

/** The newest acts of giving out, newest first, those taken back too. */
export function listIssuances(db: Db, promotionId: string, limit = 50): Promise<IssuanceSummary[]> {
  return read(db, stores, async (tx) => {
    const ids = new Set<string>();
    let cursor = await tx.objectStore('entries').index('acts').openCursor([promotionId, 'issue'], 'prev');
    while (cursor) {
      if (ids.size === limit && !ids.has(cursor.value.issuance)) break;
      ids.add(cursor.value.issuance);
      cursor = await cursor.continue();
    }
    const summaries: IssuanceSummary[] = [];
    for (const id of ids) {
      const act = await summary(tx, id);
      if (act) summaries.push(act);
    }
    return summaries;
  });
}

/** Null where what tells of the act is damaged: the self-check names it, and the other acts are shown. */
async function summary(tx: Tx, issuance: string): Promise<IssuanceSummary | null> {
  const all = await tx.objectStore('entries').index('issuance').getAll(issuance);
  const entries = sortedOut('entries', all).sound;
  const issues = entries.filter((entry) => entry.kind === 'issue');
  const own = seqsThatGive(entries);
  const [first] = issues;
  if (!first) return null;
  const sum = (kind: string) => entries.reduce((n, entry) => n + (entry.kind === kind ? entry.count : 0), 0);
  let out = 0;
  for (const issue of issues) {
    for (const span of await overlapping(tx, issue))
      if (own.has(span.issue) && span.state === 'issued') out += within(span, issue).count;
  }
  const { promotionId, at, by } = first;
  // As it was last said, when it was given out.
  const listed = first.people === true;
  const edit = listed ? undefined : entries.findLast(({ kind }) => kind === 'edit');
  const { to, channel, note } = edit ?? first;
  return {
    issuance,
    promotionId,
    at,
    to,
    channel,
    note,
    by,
    count: sum('issue'),
    people: listed ? sum('issue') : 0,
    firstCode: await codeToShow(tx, first.batch, first.from),
    returned: sum('undo') - sum('redo'),
    out,
    redeemed: sum('redeem') - sum('unredeem'),
  };
}
