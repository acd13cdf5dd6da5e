import type { Counts } from '../../domain/promotion';
import { HelpLink } from '../../ui/parts/HelpLink';
import { number, share } from '../../words/format';
import { say } from '../../words/say';

/** What came of a promotion's codes: how many went out of all that there are, and how many of all were used. */
export function Results({ counts }: { counts: Counts }) {
  const { total, issued, redeemed, redeemedKnown, provisional } = counts;
  const steps = [
    { step: 'generated', words: say('funnelGenerated'), count: total },
    { step: 'given', words: say('tableGiven'), count: issued },
    { step: 'used', words: say('funnelUsed'), count: redeemedKnown ? redeemed : null },
  ] as const;
  return (
    <section class="panel" aria-labelledby="funnel-title">
      <h2 id="funnel-title">{say('funnelTitle')}</h2>
      <ol class="funnel">
        {steps.map(({ step, words, count }) => (
          <li key={step} data-step={step} class={count === null ? 'funnel-unknown' : ''}>
            <span>{words}</span>
            <b>{count === null ? say('tableNotCounted') : number(count)}</b>
            <span class="funnel-share">{count === null || total === 0 ? '' : share(count, total)}</span>
            <div class="funnel-bar" aria-hidden="true">
              {count !== null && count > 0 && <span style={{ inlineSize: `${(100 * count) / total}%` }} />}
            </div>
          </li>
        ))}
      </ol>
      {provisional === undefined && (
        <p class="cc-hint">
          {say(redeemedKnown ? 'funnelMore' : 'funnelHow')} <HelpLink topic="how-many" />
        </p>
      )}
    </section>
  );
}
