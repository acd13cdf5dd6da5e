import type { Promotion } from '../../domain/promotion';
import { say, sayCount } from '../../words/say';
import { OnAmazon } from '../parts/OnAmazon';
import { Sentence } from '../parts/Sentence';

/** A promotion that is known from Amazon's pages, whose codes are still to come. */
export function NotCaptured({ promotion }: { promotion: Promotion }) {
  return (
    <div class="cc-next-step" data-testid="not-captured">
      <p>
        <b>{say('notCaptured')}</b>
        {promotion.planned !== undefined && ` ${sayCount('notCapturedPlanned', promotion.planned)}`}
      </p>
      <p>
        <Sentence
          of={say('notCapturedHow', { button: '{button}', capture: '{capture}' })}
          parts={{ button: <b>{say('manageCodes')}</b>, capture: <b>{say('captureName')}</b> }}
        />
        <OnAmazon promotion={promotion} />
      </p>
    </div>
  );
}
