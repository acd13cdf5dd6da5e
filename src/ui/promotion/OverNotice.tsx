import { lifeOf } from '../../domain/life';
import type { Counts, Promotion } from '../../domain/promotion';
import { endedOnAmazon, stillUsable, validity } from '../../domain/promotion';
import { shortTime } from '../../words/format';
import { overWords } from '../../words/over-words';
import { say } from '../../words/say';
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
  const works = validity(promotion, now) !== 'ended' && stillUsable(counts) > 0;
  const fading = lifeOf(promotion, now).phase === 'end-requested';
  return (
    <div class="cc-notice cc-notice-warning cc-over" data-testid="over-notice">
      <p>
        <b>{titleOf(promotion, now)}</b>{' '}
        {fading ? say('overOnAmazonWhat') : overWords(promotion, counts, now)}
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
  const { onAmazon } = promotion;
  if (onAmazon && endedOnAmazon(promotion)) {
    const seen = { date: shortTime(onAmazon.at, now) };
    return onAmazon.status === 'canceled'
      ? say('overOnAmazonCanceled', seen)
      : say('overOnAmazonEnded', seen);
  }
  return say('overTitle');
}
