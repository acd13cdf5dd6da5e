import { marketplace } from '../../domain/marketplaces';
import type { Counts, Promotion } from '../../domain/promotion';
import { endedOnAmazon, validity } from '../../domain/promotion';
import { instant, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { HelpLink } from '../parts/HelpLink';
import { OnAmazon } from '../parts/OnAmazon';

interface OverNoticeProps {
  promotion: Promotion;
  counts: Counts;
  now: number;
  onGoOn: () => void;
}

/** Giving out is stopped: by whom, what still works and until when, what would stop that, and the way back. */
export function OverNotice({ promotion, counts, now, onGoOn }: OverNoticeProps) {
  const works = validity(promotion, now) !== 'ended';
  return (
    <div class="cc-notice cc-notice-warning cc-over" data-testid="over-notice">
      <p>
        <b>{titleOf(promotion, now)}</b>{' '}
        {endedOnAmazon(promotion) ? say('overOnAmazonWhat') : overWords(promotion, counts, now)}
        {endedOnAmazon(promotion) && <OnAmazon promotion={promotion} />}
      </p>
      {works && (
        <p>
          {say('overStop')}
          <OnAmazon promotion={promotion} /> <HelpLink topic="pausing" />
        </p>
      )}
      <button type="button" class="cc-button cc-quiet" onClick={onGoOn} data-testid="go-on">
        {say('overGoOn')}
      </button>
    </div>
  );
}

function titleOf(promotion: Promotion, now: number): string {
  const { givingEnded: since, onAmazon } = promotion;
  if (onAmazon && endedOnAmazon(promotion)) {
    const seen = { date: shortTime(onAmazon.at, now) };
    return onAmazon.status === 'canceled'
      ? say('overOnAmazonCanceled', seen)
      : say('overOnAmazonEnded', seen);
  }
  return since ? say('overSince', { date: shortTime(since, now) }) : say('overTitle');
}

/** How many codes of a promotion still work and until when, in the store's time and the seller's. */
export function overWords(promotion: Promotion, counts: Counts, now: number): string {
  if (validity(promotion, now) === 'ended') return say('overEnded');
  const out = outThere(counts);
  const maybe = !counts.redeemedKnown && out > 0;
  const end = { end: endWords(promotion, now) };
  const given =
    counts.void > 0
      ? sayCount(maybe ? 'overGoneMaybe' : 'overGone', out, end)
      : sayCount(maybe ? 'overGivenMaybe' : 'overGiven', out, end);
  return [given, hereWords(counts)].filter(Boolean).join(' ');
}

function hereWords({ available: left, held }: Counts): string {
  if (left > 0 && held > 0) return say('overLeftHeld', { left, held });
  if (left > 0) return sayCount('overLeft', left);
  return held > 0 ? sayCount('overHeld', held) : '';
}

/** The same in a few words, for a row: "Give-away over, up to 12 still work". */
export function shortOver(counts: Counts): string {
  const out = outThere(counts);
  return sayCount(counts.redeemedKnown || out === 0 ? 'overShort' : 'overShortMost', out);
}

/** Codes that a buyer may hold: Amazon takes canceled ones, too. */
function outThere({ issued, void: canceled, redeemed }: Counts): number {
  return Math.max(0, issued + canceled - redeemed);
}

function endWords({ end, marketplace: store }: Promotion, now: number): string {
  if (end === null) return say('overEndUnknown');
  const at = Date.parse(end);
  const here = instant(at, undefined, now);
  if (!store) return say('overEndYours', { time: here });
  const there = instant(at, marketplace(store).timeZone, now);
  return there === here ? there : say('overEndBoth', { there, here });
}
