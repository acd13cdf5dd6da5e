import type { EarlierCodes } from '../../domain/codes/earlier-codes';
import { nameKey } from '../../domain/text/name-key';
import { codeAt } from '../codes/blocks';
import { entryAt, readableEntry } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { overlapping } from '../codes/spans';
import type { Db, Span } from '../store/schema';
import { read } from '../store/transact';

/** The last code of a promotion that somebody has, or the last lot. */
export interface GivenTo extends EarlierCodes {
  readonly issuance: string;
  readonly code: string;
  readonly at: string;
  readonly to: string;
  readonly channel: string;
}

/** What this person (by the same name) got last of a promotion and still has, or null. A key seek, no scan. */
export function lastGivenTo(db: Db, promotionId: string, to: string): Promise<GivenTo | null> {
  const name = nameKey(to);
  return read(db, ['promotions', 'batches', 'entries', 'spans', 'blocks'], async (tx) => {
    const index = tx.objectStore('entries').index('names');
    for (let at = await index.openCursor(name, 'prev'); at; at = await at.continue()) {
      const entry = readableEntry(at.value) ?? at.value;
      const theirs = (entry.kind === 'issue' || entry.kind === 'edit') && nameKey(entry.to) === name;
      if (!theirs || entry.promotionId !== promotionId) continue;
      const held = (await overlapping(tx, entry)).filter((span) => span.issue === entry.seq);
      const [first] = held;
      if (!first) continue;
      const { issuance, batch, channel } = entry;
      return {
        issuance,
        code: await codeAt(tx, batch, Math.max(first.from, entry.from)),
        count: sum(held),
        used: sum(held.filter((span) => span.redeem > 0)),
        cancelled: sum(held.filter((span) => span.state === 'void')),
        at: (await entryAt(tx, await originOf(tx, entry.seq)))?.at ?? entry.at,
        to: entry.to,
        channel,
      };
    }
    return null;
  });
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((total, span) => total + span.count, 0);
}
