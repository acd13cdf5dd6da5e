import { type StockPlan, sureFor } from '../../domain/planner/stock-plan';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** What a plan comes to: the stock as a bar of its parts, each told beside it, and what the plan promises. */
export function PlanResult({ plan }: { plan: StockPlan }) {
  const { kept, later, open, most } = plan;
  const renewals = plan.steps.filter(({ kind }) => kind === 'renew').length;
  const parts = [
    { name: 'kept', units: kept, words: sayCount('planKept', kept) },
    { name: 'later', units: later, words: sayCount('planLater', later) },
    { name: 'open', units: open, words: sayCount('planOpen', open) },
  ].filter(({ units }) => units > 0);
  return (
    <section class="panel plan-result" aria-labelledby="plan-result" data-testid="plan-result">
      <h2 id="plan-result">{say('planResult')}</h2>
      <div class="plan-bar" aria-hidden="true">
        {parts.map(({ name, units }) => (
          <span key={name} class={`plan-part plan-part-${name}`} style={{ flexGrow: units }} />
        ))}
      </div>
      <ul class="plan-parts">
        {parts.map(({ name, words }) => (
          <li key={name} data-part={name}>
            <span class={`plan-key plan-part-${name}`} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
      <p data-testid="plan-most">{sayCount('planMost', most, { open: number(open) })}</p>
      <p data-testid="plan-promise" class={plan.sure ? 'plan-sure' : 'plan-unsure'}>
        {plan.sure ? say('planSure') : sayCount('planRenewals', renewals, { left: sureFor })}
      </p>
      <p>{say('planSpreads')}</p>
      <p class="cc-hint">{say('planSource')}</p>
    </section>
  );
}
