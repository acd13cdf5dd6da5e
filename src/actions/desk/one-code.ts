import { lookAlikeForm, normaliseCode } from '../../domain/codes/claim-code';
import { stateOfEarlier } from '../../domain/codes/earlier-codes';
import { copyText } from '../../platform/clipboard';
import { loadSettings } from '../../platform/settings';
import { inWords } from '../../words/problem-words';
import type { DeskPool, Found } from '../pool';
import { masked } from '../words';

/** What an act on one code that the seller named came to. `again` asks: the person has a code already. */
export type OneCodeTold =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'again'; readonly text: string };

/**
 * Gives out and copies the very code typed, if it is this promotion's. Somebody who has one already gets
 * it only when `meant`. Throws LedgerProblem, or an Error in words where the code is not this promotion's.
 */
export async function giveThisCode(
  pool: DeskPool,
  promotionId: string,
  typed: string,
  to: string,
  meant: boolean,
): Promise<OneCodeTold> {
  const { code, promotion } = await ofPromotion(pool, promotionId, typed);
  const name = to.trim();
  const before = meant || name === '' ? null : await pool.lastGivenTo(promotionId, name);
  if (before) {
    const on = new Date(before.at).toLocaleDateString();
    return {
      kind: 'again',
      text: `${before.to} was given ${masked(before.code)} on ${on} already. ${inWords(stateOfEarlier(before, promotion, Date.now()))} Press once more to give this one, too.`,
    };
  }
  const { yourName } = await loadSettings();
  await pool.issueCode(code, { to: name, channel: '', note: '', by: yourName });
  const copied = await copyText(code);
  const how = copied ? 'and copied' : 'but the browser did not let it be copied';
  return { kind: 'done', text: `${masked(code)} was given out${name ? ` to ${name}` : ''} ${how}.` };
}

async function ofPromotion(pool: DeskPool, promotionId: string, typed: string): Promise<Found> {
  const wanted = normaliseCode(typed);
  const found = (await pool.findCodes(wanted)).find(
    (each) => lookAlikeForm(each.code) === lookAlikeForm(wanted),
  );
  if (!found) throw new Error(`No code here reads ${wanted}. Check it for a typing mistake.`);
  if (found.promotion.id !== promotionId) {
    throw new Error(`${masked(found.code)} belongs to ${found.promotion.name}. Open that promotion first.`);
  }
  return found;
}
