import { timeZoneOf } from '../../domain/marketplaces';
import type { WhyUnused as Why } from '../../domain/orders/why-unused';
import type { Promotion } from '../../domain/promotion';
import { HelpLink } from '../../ui/parts/HelpLink';
import { instant } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** Why codes that are out were not used, as far as their dates tell; the guide has what else it may be. */
export function WhyUnused({ why, promotion }: { why: readonly Why[]; promotion: Promotion }) {
  const over = why.some(({ kind }) => kind === 'over');
  return (
    <div class="results-part" data-testid="why-unused">
      <h3>
        {say('whyTitle')} <HelpLink topic="not-used" />
      </h3>
      {why.length > 0 && (
        <ul class="results-why">
          {why.map((each) => (
            <li key={each.kind} data-why={each.kind}>
              {wordsFor(each, promotion, over)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function wordsFor(why: Why, { marketplace: store }: Promotion, over: boolean): string {
  switch (why.kind) {
    case 'over':
      return say('whyOver');
    case 'not-started':
      return say('whyNotStarted', {
        date: instant(why.start * 1000, timeZoneOf(store), Date.now()),
      });
    case 'sent-early':
      return sayCount(over ? 'whySentEarlyOver' : 'whySentEarly', why.count);
    case 'sent-late':
      return sayCount('whySentLate', why.count);
    case 'just-sent':
      return sayCount('whyJustSent', why.count);
    case 'sent-long-ago':
      return sayCount('whySentLongAgo', why.count);
  }
}
