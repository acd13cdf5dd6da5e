import { say, sayCount } from '../../../words/say';
import type { IgnoredEntries } from '../../members/ignored';
import type { Members } from '../../members/team-state';
import { passedOver } from '../../pages/ignored-words';

/** What was passed over in the log, by whom and why; nothing where there is none. */
export function PassedOver({ ignored, members }: { ignored: IgnoredEntries; members: Members }) {
  if (ignored.count === 0) return null;
  return (
    <section class="panel settings-wide" aria-labelledby="team-passed-title" data-testid="team-passed-over">
      <h3 id="team-passed-title">{sayCount('teamPassed', ignored.count)}</h3>
      <p class="cc-hint">{say('teamPassedHint')}</p>
      <ul class="team-passed">
        {passedOver(ignored, members).map(({ by, why, count, seq }) => (
          <li key={`${by} ${why}`}>
            <b>{by || say('teamNobodyKnown')}</b> <span>{say(why)}</span>
            <span class="cc-hint">{sayCount('teamPassedTimes', count, { seq })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
