import type { Promotion } from '../../domain/promotion';
import { type TickId, tickIds, tickWords } from '../../domain/ticks';
import { shortTime } from '../../words/format';
import { say } from '../../words/say';
import { HelpLink, type HelpTopic } from '../parts/HelpLink';

interface TickListProps {
  promotion: Promotion;
  /** Something was given out already. */
  late: boolean;
  now: number;
  onTick: (id: TickId, done: boolean) => void;
}

/** Where the Help page says more. */
const helpOf: Partial<Record<TickId, HelpTopic>> = { 'order-limit': 'max-order-quantity' };

/** The three things to see to before the first code goes out, each with the date it was ticked. */
export function TickList({ promotion, late, now, onTick }: TickListProps) {
  return (
    <fieldset class="cc-ticks" data-testid="ticks">
      <legend>{late ? say('ticksLate') : say('ticksFirst')}</legend>
      {!late && <p class="cc-hint">{say('ticksHow')}</p>}
      {tickIds.map((id) => {
        const at = promotion.ticks?.[id];
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={at !== undefined}
              data-testid={`tick-${id}`}
              onChange={(event) => onTick(id, event.currentTarget.checked)}
            />
            <span>
              {say(tickWords[id].short)}{' '}
              <span class="cc-hint">
                {at ? say('ticksTicked', { date: shortTime(at, now) }) : say(tickWords[id].why)}{' '}
                {helpOf[id] && <HelpLink topic={helpOf[id]} />}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
