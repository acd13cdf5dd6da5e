import { worstLoss } from '../costs/exposure';
import { readValue } from '../reading';
import { type CheckContext, type Rule, unread } from './check';
import { rulesOf } from './rule-book';

/** Enough for every code, before Amazon takes the promotion down. */
export const budget: Rule = {
  id: 'budget',
  setting: 'budget',
  optional: true,
  severity: () => 'warning',
  judge({ budget: reading, discount }, context) {
    const { say } = context;
    if (reading?.kind !== 'read')
      return unread(reading ?? { kind: 'unread', reason: 'not-found', target: null }, say);
    const { kind, value, text } = reading.value;
    const should = say('budgetEnough');
    if (kind === 'unset') return { state: 'fail', have: say('notChosen'), should, unset: true };
    if (value === null)
      return text === ''
        ? { state: 'fail', have: say('notSet'), should, unset: true }
        : { state: 'fail', have: say('quoted', text), should };
    const percent = readValue(discount);
    const need =
      kind === 'orders'
        ? (context.codes ?? null)
        : costOf(context, percent?.kind === 'percent' ? percent.value : null);
    const show = (amount: number) =>
      kind === 'orders'
        ? say('budgetOrders', amount)
        : say('budgetMoney', context.show.money(amount, context.marketplace?.code ?? null));
    const have = show(value);
    // Hundredths are whole numbers: 4 orders are 80% of 5 and no less.
    const stopsAt = rulesOf(context.kind, context.marketplace?.code ?? null).budgetStopsAt;
    const covers = Math.floor((Math.round(value * 100) * stopsAt) / 100) / 100;
    const note = say('budgetCovers', show(kind === 'orders' ? Math.floor(covers) : covers));
    if (need === null) return { state: 'confirm', have, should, note };
    if (covers >= need) return { state: 'pass', have, note };
    return { state: 'fail', have, should: say('atLeast', show(Math.ceil((need * 100) / stopsAt))), note };
  },
};

/** What all codes can cost together at worst; null where nothing known limits it. */
function costOf(context: CheckContext, percentOff: number | null): number | null {
  const { codes, price, stock, limits, offers, maxOrderQuantityConfirmed } = context;
  const isLimited = offers === 'safe' || maxOrderQuantityConfirmed !== null;
  return worstLoss({
    kind: 'single-use',
    codes: codes ?? null,
    price: price ?? null,
    percentOff,
    store: null,
    unitsPerOrder: isLimited ? limits.maxOrderQuantity : null,
    stock: stock ?? null,
  });
}
