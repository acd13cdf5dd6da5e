import { marketplace } from '../domain/marketplaces';
import type { Counts, Promotion } from '../domain/promotion';
import { validity } from '../domain/promotion';
import { showInstant } from '../domain/time';
import { codes, number, shortTime } from './format';

interface OverNoticeProps {
  promotion: Promotion;
  counts: Counts;
  now: number;
  onGoOn: () => void;
}

/** A give-away that is over: what of it still works, until when, and what would stop it. */
export function OverNotice({ promotion, counts, now, onGoOn }: OverNoticeProps) {
  const works = validity(promotion, now) !== 'ended';
  return (
    <div class="cc-notice cc-notice-warning cc-over" data-testid="over-notice">
      <p>
        <b>Give-away over{promotion.givingEnded ? ` since ${shortTime(promotion.givingEnded, now)}` : ''}.</b>{' '}
        {overWords(promotion, counts, now)}
      </p>
      {works && (
        <p>
          To stop them, end the promotion on Amazon (Manage your promotions › End). That takes up to 4 hours
          and can’t be undone.
        </p>
      )}
      <button type="button" class="cc-button cc-quiet" onClick={onGoOn} data-testid="go-on">
        Go on giving out
      </button>
    </div>
  );
}

/** How many codes of a promotion still work and until when, in the store's time and the seller's. */
export function overWords(promotion: Promotion, counts: Counts, now: number): string {
  if (validity(promotion, now) === 'ended') return 'The promotion has ended: none of its codes work.';
  const out = counts.issued + counts.void - counts.redeemed;
  const given = `${codes(out)} given out still ${out === 1 ? 'works' : 'work'} ${untilWords(promotion)}`;
  const maybe = counts.redeemedKnown || out === 0 ? '' : ', but for those used already';
  const left =
    counts.available > 0 ? ` The ${number(counts.available)} left in your list would work too.` : '';
  return `${given}${maybe}.${left}`;
}

function untilWords({ end, marketplace: store }: Promotion): string {
  if (end === null) return 'until the promotion ends (end date not known)';
  const at = Date.parse(end);
  if (!store) return `until ${showInstant(at)} (your time)`;
  const there = showInstant(at, marketplace(store).timeZone);
  const here = showInstant(at);
  return there === here ? `until ${there}` : `until ${there} (${here} your time)`;
}
