import { marketplace } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { instant } from '../../words/format';
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

/** What changed, on the store's clock where the store is known. */
export function newDatesWords({ start, end, marketplace: store, onAmazon }: Promotion, now: number): string {
  const zone = store ? marketplace(store).timeZone : undefined;
  const show = (iso: string) => instant(Date.parse(iso), zone, now);
  const was = onAmazon?.was ?? {};
  const changed = (key: 'newDatesStart' | 'newDatesEnd', isNow: string | null, old: string | undefined) =>
    isNow !== null && old !== undefined ? say(key, { new: show(isNow), old: show(old) }) : '';
  return [changed('newDatesStart', start, was.start), changed('newDatesEnd', end, was.end)]
    .filter(Boolean)
    .join(' ');
}
