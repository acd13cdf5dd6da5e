import type { Promotion } from '../../domain/promotion';
import { newDatesWords } from '../../words/over-words';
import { say } from '../../words/say';

interface NewDatesProps {
  promotion: Promotion;
  now: number;
  /** `back`: the dates known before count again, until Amazon shows others. */
  onSettle: (back: boolean) => void;
}

/** Amazon changed a promotion's dates: to what, from what, and the way back. */
export function NewDates({ promotion, now, onSettle }: NewDatesProps) {
  if (!promotion.onAmazon?.was) return null;
  return (
    <div class="cc-notice cc-notice-warning cc-over" data-testid="new-dates">
      <p>
        <b>{say('newDatesTitle')}</b> {newDatesWords(promotion, now)} {say('newDatesUsed')}
      </p>
      <div class="cc-row">
        <button type="button" class="cc-button" onClick={() => onSettle(false)} data-testid="dates-ok">
          {say('newDatesOk')}
        </button>
        <button
          type="button"
          class="cc-button cc-quiet"
          onClick={() => onSettle(true)}
          data-testid="dates-back"
        >
          {say('newDatesBack')}
        </button>
      </div>
    </div>
  );
}
