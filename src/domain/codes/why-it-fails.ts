import type { CodeState, Promotion } from '../promotion';
import { validity } from '../promotion';
import { showDuration } from '../time';

/** Why a code may not work. `sure` where the ledger or the dates prove it; else it is only likely. */
export interface Reason {
  readonly sure: boolean;
  readonly text: string;
}

/** The likely reasons why a buyer's code fails, those that are proved first. `now` in milliseconds. */
export function whyItFails(
  code: { readonly state: CodeState; readonly used: boolean; readonly orderId: string },
  promotion: Promotion,
  now: number,
): Reason[] {
  const sure: string[] = [];
  const state = validity(promotion, now);
  if (code.used)
    sure.push(`It was used${code.orderId ? ` in order ${code.orderId}` : ' in an order'}; it works once.`);
  if (state === 'ended') sure.push('The promotion has ended: the code no longer works.');
  if (state === 'not-started' && promotion.start)
    sure.push(
      `The promotion has not started: the code works in ${showDuration(Date.parse(promotion.start) - now)}.`,
    );
  if (code.state === 'void')
    sure.push('It was cancelled here. Amazon does not know: there it may still work.');
  const product = promotion.productName
    ? `Wrong product in the cart: it works for ${promotion.productName} alone.`
    : 'Wrong product in the cart: it works only for the products of this promotion.';
  const likely = [
    product,
    'The price changed, or another promotion takes its place.',
    'The product is not available, or another seller’s offer was in the cart.',
    ...(code.used ? [] : ['It was used already, in an order that nobody has marked here.']),
    ...(promotion.start === null && state !== 'ended'
      ? ['The promotion may not have started: its start date is not known here.']
      : []),
    ...(state === 'unknown' ? ['The promotion may have ended: its end date is not known here.'] : []),
  ];
  return [...sure.map((text) => ({ sure: true, text })), ...likely.map((text) => ({ sure: false, text }))];
}
