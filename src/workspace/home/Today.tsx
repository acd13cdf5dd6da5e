import type { Today as TodayGiven } from '../../actions/desk/today';
import { Sentence } from '../../ui/parts/Sentence';
import { counted } from '../../ui/promotion/Counts';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { settingsHref } from '../parts/route';

/** What was given out today, beside the target where the seller has set one. */
export function Today({ today, target }: { today: TodayGiven; target: number }) {
  const { count, acts } = today;
  // Without a name in it, it would say the number again.
  const namesMore = acts !== '' && acts !== sayCount('todayFirst', count);
  const reached = target > 0 && count >= target;
  return (
    <section class="panel today" aria-labelledby="today-title">
      <div class="panel-head">
        <h2 id="today-title">{say('todayTitle')}</h2>
        <a href={settingsHref('giving-out')}>{say(target > 0 ? 'todayTargetEdit' : 'todayTargetSet')}</a>
      </div>
      <p class="today-count" data-testid="today-count" data-value={count} data-target={target || undefined}>
        {target > 0 ? (
          <Sentence
            of={say('todayOf', { count: '{count}', target: number(target) })}
            parts={{ count: <b>{number(count)}</b> }}
          />
        ) : (
          counted('countGiven', count)
        )}
      </p>
      {target > 0 && (
        <div class={`today-bar ${reached ? 'today-reached' : ''}`} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, (100 * count) / target)}%` }} />
        </div>
      )}
      {namesMore && (
        <p class="cc-hint" data-testid="today">
          {acts}
        </p>
      )}
    </section>
  );
}
