import { codeAt } from './blocks';
import type { Db } from './schema';
import { overlapping } from './spans';
import { read } from './transact';

/** The last code of a promotion that somebody has. */
export interface GivenTo {
  readonly issuance: string;
  readonly code: string;
  /** How many of that act they still have. */
  readonly count: number;
  readonly at: string;
  readonly to: string;
  readonly channel: string;
}

/** What this person (exact name, case aside) got last of a promotion and still has, or null. A key seek, no scan. */
export function lastGivenTo(db: Db, promotionId: string, to: string): Promise<GivenTo | null> {
  const name = to.trim().toLowerCase();
  return read(db, ['entries', 'spans', 'blocks'], async (tx) => {
    const index = tx.objectStore('entries').index('names');
    for (let at = await index.openCursor(name, 'prev'); at; at = await at.continue()) {
      const entry = at.value;
      const theirs = entry.kind === 'issue' && entry.to.trim().toLowerCase() === name;
      if (!theirs || entry.promotionId !== promotionId) continue;
      const held = (await overlapping(tx, entry)).filter((span) => span.issue === entry.seq);
      const [first] = held;
      if (!first) continue;
      const { issuance, batch, channel } = entry;
      return {
        issuance,
        code: await codeAt(tx, batch, Math.max(first.from, entry.from)),
        count: held.reduce((sum, span) => sum + span.count, 0),
        at: entry.at,
        to: entry.to,
        channel,
      };
    }
    return null;
  });
}
