import { type Exposure, moneyAtStake, worstLoss } from '../../domain/exposure';
import { type Counts, type Promotion, stillUsable, validity } from '../../domain/promotion';
import { openTicks, type TickId } from '../../domain/ticks';
import { money } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { TickList } from './TickList';

interface AtStakeProps {
  promotion: Promotion;
  counts: Counts;
  /** The seller's own highest max order quantity, in force where it was ticked as set. */
  orderLimit: number;
  /** One line that unfolds; else all of it. */
  folded: boolean;
  now: number;
  onTick: (id: TickId, done: boolean) => void;
}

/** What the codes that can still be used may cost at worst, and what keeps that from happening. Nothing once none works. */
export function AtStake({ promotion, counts, orderLimit, folded, now, onTick }: AtStakeProps) {
  const usable = stillUsable(counts);
  if (usable === 0 || validity(promotion, now) === 'ended') return null;
  const exposure = {
    kind: 'single-use' as const,
    codes: usable,
    percentOff: promotion.percentOff,
    price: promotion.price ?? null,
    store: promotion.marketplace,
    unitsPerOrder: promotion.ticks?.['order-limit'] ? orderLimit : null,
  };
  const all = (
    <>
      <p class="cc-money" data-testid="money">
        {inWords(moneyAtStake(exposure))}
      </p>
      <TickList promotion={promotion} late={counts.issued > 0} now={now} onTick={onTick} />
    </>
  );
  if (!folded) return <div class="cc-stake">{all}</div>;
  const open = openTicks(promotion.ticks).length;
  const begins = counts.issued === 0;
  const checks = begins ? sayCount('stakeChecksFirst', open) : sayCount('stakeChecksOpen', open);
  return (
    // Before the first code goes out, what is to be seen to stands there unasked.
    <details class="cc-stake" open={begins && open > 0}>
      <summary>
        {worstWords(exposure)}
        {open > 0 && ` · ${checks}`}
      </summary>
      {all}
    </details>
  );
}

function worstWords(exposure: Exposure): string {
  const loss = worstLoss(exposure);
  if (loss === null) return say(exposure.price === null ? 'stakeNoPrice' : 'stakeNoDiscount');
  const worst = { money: money(loss, exposure.store, true) };
  return say(exposure.unitsPerOrder === null ? 'stakeLossMore' : 'stakeLoss', worst);
}
