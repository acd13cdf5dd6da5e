import { lookAlikeForm, normaliseCode } from '../../domain/codes/claim-code';
import { stateOfEarlier } from '../../domain/codes/earlier-codes';
import { copyText } from '../../platform/clipboard';
import { loadSettings } from '../../stored/settings';
import { masked, numericDay } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say } from '../../words/say';
import type { DeskPool, Found } from '../pool';

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
    const had = { name: before.to, code: masked(before.code), date: numericDay(before.at) };
    const text = [
      say('oneCodeAgain', had),
      inWords(stateOfEarlier(before, promotion, Date.now())),
      say('oneCodeOnceMore'),
    ].join(' ');
    return { kind: 'again', text };
  }
  const { yourName } = await loadSettings();
  await pool.issueCode(code, { to: name, channel: '', note: '', by: yourName });
  return { kind: 'done', text: givenWords(masked(code), name, await copyText(code)) };
}

function givenWords(code: string, name: string, copied: boolean): string {
  if (name) return say(copied ? 'oneCodeCopiedTo' : 'oneCodeRefusedTo', { code, name });
  return say(copied ? 'oneCodeCopied' : 'oneCodeRefused', { code });
}

async function ofPromotion(pool: DeskPool, promotionId: string, typed: string): Promise<Found> {
  const wanted = normaliseCode(typed);
  const found = (await pool.findCodes(wanted)).find(
    (each) => lookAlikeForm(each.code) === lookAlikeForm(wanted),
  );
  if (!found) throw new Error(say('oneCodeUnknown', { code: wanted }));
  if (found.promotion.id !== promotionId) {
    const { name } = found.promotion;
    throw new Error(say('oneCodeElsewhere', { code: masked(found.code), name }));
  }
  return found;
}
