import type { EarlierCodes } from '../../domain/codes/earlier-codes';
import { nameKey } from '../../domain/text/name-key';
import { codeAt } from '../codes/blocks';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { overlapping, within } from '../codes/spans';
import { listedUnder } from '../people/known-people';
import { People } from '../people/people';
import { toldUnder } from '../people/told-under';
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

/** What this person (by the same name or handle) got last of a promotion and still has, or null. No scan of codes. */
export async function lastGivenTo(db: Db, promotionId: string, to: string): Promise<GivenTo | null> {
  const name = nameKey(to);
  const listed = await listedUnder(db, name);
  return read(db, ['promotions', 'batches', 'entries', 'people', 'spans', 'blocks'], async (tx) => {
    const people = new People(tx);
    for await (const { entry, range } of toldUnder(tx, name, listed)) {
      const isGivingOut = entry.kind === 'issue' || entry.kind === 'edit';
      if (!isGivingOut || entry.promotionId !== promotionId) continue;
      const held = (await overlapping(tx, range))
        .filter((span) => span.issue === entry.seq)
        .map((span) => ({ ...span, ...within(span, range) }));
      const [first] = held;
      if (!first) continue;
      const person = await people.at(entry, first.from);
      if (![person.to, person.handle].some((each) => nameKey(each) === name)) continue;
      const { issuance, batch } = entry;
      return {
        issuance,
        code: await codeAt(tx, batch, first.from),
        count: sum(held),
        used: sum(held.filter((span) => span.redeem > 0)),
        canceled: sum(held.filter((span) => span.state === 'void')),
        at: (await entryAt(tx, await originOf(tx, entry.seq)))?.at ?? entry.at,
        to: person.to,
        channel: person.channel,
      };
    }
    return null;
  });
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((total, span) => total + span.count, 0);
}
