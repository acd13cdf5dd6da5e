import type { ResultsView } from '../../actions/reports/results';
import type { GivenDiscount } from '../../domain/orders/counted';
import { moneyOf, number } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** How many codes were used, of those given out where they are fewer. */
export function usedWords({ count, everOut }: Pick<ResultsView, 'count' | 'everOut'>): string {
  if (everOut === 0) return sayCount('resultsUsed', count.checkouts);
  const told = { used: number(count.checkouts), out: number(everOut) };
  return say(count.checkouts > everOut ? 'resultsUsedMore' : 'resultsUsedOf', told);
}

/** The discount that was really given, in all and per order. */
export function discountWords({ currency, sum, orders, shared }: GivenDiscount): string {
  const told = say('resultsDiscount', { sum: moneyOf(sum, currency), each: moneyOf(sum / orders, currency) });
  return shared > 0 ? `${told} ${sayCount('resultsDiscountShared', shared)}` : told;
}
