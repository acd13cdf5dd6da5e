import type { ComponentChildren } from 'preact';
import {
  type Exposure,
  exposureOf,
  moneyAtStake,
  usableCodes,
  worstLoss,
  worstUnits,
} from '../../domain/costs/exposure';
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
  /** What else it can cost, as only its own page knows. */
  beside?: ComponentChildren;
  onTick: (id: TickId, done: boolean) => void;
}

/** What the codes that can still be used may cost at worst, and what keeps that from happening. Nothing once none works. */
export function AtStake({ promotion, counts, orderLimit, folded, now, beside, onTick }: AtStakeProps) {
  if (validity(promotion, now) === 'ended') return null;
  if (stillUsable(counts) === 0) return beside ? <div class="cc-stake">{beside}</div> : null;
  const exposure = exposureOf(promotion, counts, orderLimit);
  const all = (
    <>
      <StakeLines exposure={exposure} counts={counts} />
      <p class="cc-money" data-testid="money">
        {inWords(moneyAtStake(exposure))}
      </p>
      {beside}
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

/** What each part of the codes can cost; nothing where there is one part only, which the sentence below tells of. */
function StakeLines({ exposure, counts }: { exposure: Exposure; counts: Counts }) {
  const { left, out } = usableCodes(counts);
  if (left === 0 || out === 0) return null;
  const elsewhere = counts.held + counts.moved + counts.void > 0;
  return (
    <ul class="cc-stake-lines">
      <li data-stake="left">
        <span>{sayCount('stakeLeft', left)}</span>
        <span>{lineWords({ ...exposure, codes: left })}</span>
        {elsewhere && <span class="cc-hint">{say('stakeLeftAll')}</span>}
      </li>
      <li data-stake="out">
        <span>{sayCount('stakeOut', out)}</span>
        <span>{lineWords({ ...exposure, codes: out })}</span>
      </li>
    </ul>
  );
}

/** The amount of one line; empty where price or discount is missing, which the sentence below says. */
function lineWords(exposure: Exposure): string {
  if (worstUnits(exposure) === null) return say('stakeLineNoLimit');
  const loss = worstLoss(exposure);
  return loss === null ? '' : say('stakeUpTo', { money: money(loss, exposure.store, true) });
}

function worstWords(exposure: Exposure): string {
  const loss = worstLoss(exposure);
  if (loss !== null) return say('stakeLoss', { money: money(loss, exposure.store, true) });
  if (exposure.price === null) return say('stakeNoPrice');
  return say(exposure.percentOff === null ? 'stakeNoDiscount' : 'stakeNoLimit');
}
