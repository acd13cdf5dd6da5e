import { type Said, said } from '../problem';
import type { CodeState, Promotion } from '../promotion';
import { validity } from '../promotion';

/** Why a code may not work. `sure` where the ledger or the dates prove it; else it is only likely. */
export interface Reason {
  readonly sure: boolean;
  readonly why: Said;
}

/** The likely reasons why a buyer's code fails, those that are proved first. `now` in milliseconds. */
export function whyItFails(
  code: { readonly state: CodeState; readonly used: boolean; readonly orderId: string },
  promotion: Promotion,
  now: number,
): Reason[] {
  const sure: Said[] = [];
  const state = validity(promotion, now);
  if (code.used) sure.push(code.orderId ? said('failsUsedIn', { order: code.orderId }) : said('failsUsed'));
  if (state === 'ended') sure.push(said('failsEnded'));
  if (state === 'not-started' && promotion.start)
    sure.push(said('failsNotStarted', { time: { duration: Date.parse(promotion.start) - now } }));
  if (code.state === 'void') sure.push(said('failsCanceled'));
  const likely = [
    promotion.productName ? said('failsProduct', { product: promotion.productName }) : said('failsProducts'),
    said('failsPrice'),
    said('failsOffer'),
    ...(code.used ? [] : [said('failsUsedUnmarked')]),
    ...(promotion.start === null && state !== 'ended' ? [said('failsNoStart')] : []),
    ...(state === 'unknown' ? [said('failsNoEnd')] : []),
  ];
  return [...sure.map((why) => ({ sure: true, why })), ...likely.map((why) => ({ sure: false, why }))];
}
