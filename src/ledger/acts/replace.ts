import { append } from '../codes/append-entry';
import { count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { setSpan } from '../codes/spans';
import { newId, timeOf } from '../follow/stamps';
import { People } from '../people/people';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { type Issued, issue, pickNext, promotionGivingOut } from './issue';
import { actOnCode, notOut, refuseRedeemed } from './one-code';

/**
 * Cancels a code that somebody has and gives them the next one of the same promotion, in one transaction: both or
 * neither. A code that was canceled before stays so. Throws LedgerProblem `not-found`, `already-redeemed`, `not-enough`,
 * `not-allowed` (nobody has it, or giving out is stopped).
 */
export async function replaceCode(
  db: Db,
  code: string,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<Issued> {
  const replaced: Issued[] = [];
  await actOnCode(db, code, async (tx, span) => {
    await refuseRedeemed(tx, span, code);
    const given = span.issue > 0 ? await entryAt(tx, span.issue) : undefined;
    if (!given || (span.state !== 'issued' && span.state !== 'void'))
      throw new LedgerProblem('not-allowed', notOut(span, code));
    const { promotionId, batch, from } = span;
    const promotion = await promotionGivingOut(tx, promotionId);
    const next = await pickNext(tx, promotion, 1);
    const { to, handle, channel, note } = await new People(tx).at(given, from);
    if (span.state === 'issued') {
      const about = { issuance: given.issuance, promotionId, batch, from, count: 1, to: '', channel: '' };
      const act = newId(tx);
      const at = timeOf(tx);
      const entry = await append(tx, { ...about, kind: 'void', act, note: reason.trim(), at, by });
      await setSpan(tx, { ...span, state: 'void', entry });
      await count(tx, promotionId, { issued: -1, void: 1 });
    }
    replaced.push(await issue(tx, promotion, next, { to, handle, channel, note, by }));
  });
  const [issued] = replaced;
  if (!issued) throw new Error(code);
  return issued;
}
