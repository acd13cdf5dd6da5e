import { marketplace } from '../../domain/marketplaces';
import type { Counts, Promotion } from '../../domain/promotion';
import { validity } from '../../domain/promotion';
import { showInstant } from '../../domain/time';
import { codes, number, shortTime } from '../../words/format';
import { OnAmazon } from '../parts/OnAmazon';

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
          <OnAmazon promotion={promotion} />
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
  const out = outThere(counts);
  const whose = counts.void > 0 ? 'given out or cancelled' : 'given out';
  const given = `${codes(out)} ${whose} still ${out === 1 ? 'works' : 'work'} ${untilWords(promotion, now)}`;
  const maybe = counts.redeemedKnown || out === 0 ? '' : ', but for those used already';
  const here = [
    counts.available > 0 && `the ${number(counts.available)} left in your list`,
    counts.held > 0 && `the ${number(counts.held)} kept back`,
  ].filter(Boolean);
  return `${given}${maybe}.${here.length > 0 ? ` ${upper(here.join(' and '))} would work too.` : ''}`;
}

/** The same in a few words, for a row: "Give-away over, up to 12 still work". */
export function shortOver(counts: Counts): string {
  const out = outThere(counts);
  const most = counts.redeemedKnown || out === 0 ? '' : 'up to ';
  return `Give-away over, ${most}${number(out)} still ${out === 1 ? 'works' : 'work'}`;
}

/** Codes that a buyer may hold: Amazon takes cancelled ones, too. */
function outThere({ issued, void: cancelled, redeemed }: Counts): number {
  return issued + cancelled - redeemed;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function untilWords({ end, marketplace: store }: Promotion, now: number): string {
  if (end === null) return 'until the promotion ends (end date not known)';
  const at = Date.parse(end);
  if (!store) return `until ${showInstant(at, undefined, now)} (your time)`;
  const there = showInstant(at, marketplace(store).timeZone, now);
  const here = showInstant(at, undefined, now);
  return there === here ? `until ${there}` : `until ${there} (${here} your time)`;
}
