import type { Promotion } from '../../domain/promotion';
import { say } from '../../words/say';

interface TwinQuestionProps {
  /** A promotion whose name is nearly the one typed. */
  twin: Promotion;
  typed: string;
  onMeant: () => void;
  onApart: () => void;
}

/** Asks before a second promotion is made that may be a slip of the keyboard. */
export function TwinQuestion({ twin, typed, onMeant, onApart }: TwinQuestionProps) {
  return (
    <div class="cc-notice cc-notice-warning" data-testid="import-twin">
      <p>
        <b>
          {say('twinAsk', {
            promotion: twin.name,
            store: twin.marketplace ?? say('importStoreUnknown'),
          })}
        </b>{' '}
        {say('twinHere')}
      </p>
      <div class="cc-row">
        <button type="button" class="cc-button cc-quiet" data-testid="twin-meant" onClick={onMeant}>
          {say('twinMeant', { promotion: twin.name })}
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="twin-apart" onClick={onApart}>
          {say('twinApart', { promotion: typed })}
        </button>
      </div>
    </div>
  );
}
