import { dueAt } from '../../domain/planner/kept-plan';
import type { PlanStep, StockPlan } from '../../domain/planner/stock-plan';
import { ownTimeZone } from '../../domain/time';
import { planDay, stepHow, stepTitle } from '../../words/plan-words';
import { say } from '../../words/say';

interface PlanStepsProps {
  plan: StockPlan;
  now: number;
  /** The ids of the steps that are done; null: the plan is not kept as it stands. */
  done: readonly string[] | null;
  onDone: (stepId: string, isDone: boolean) => void;
}

/** What to do on which day. */
export function PlanSteps({ plan, now, done, onDone }: PlanStepsProps) {
  const { steps, open } = plan;
  const left = done === null ? steps.length : steps.filter(({ id }) => !done.includes(id)).length;
  return (
    <section class="panel plan-steps" aria-labelledby="plan-steps" data-testid="plan-steps">
      <div class="panel-head">
        <h2 id="plan-steps">{say('planSteps')}</h2>
        {done !== null && (
          <span class="cc-hint">{say('planStepsLeft', steps.length - left, steps.length)}</span>
        )}
      </div>
      {done === null && <p class="cc-hint">{say('planStepsUnsaved')}</p>}
      {left === 0 && <p class="cc-notice cc-notice-done">{say('planAllDone')}</p>}
      <ol>
        {steps.map((step) => (
          <StepLine
            key={step.id}
            {...{ step, open, now }}
            isDone={done === null ? null : done.includes(step.id)}
            onDone={(isDone) => onDone(step.id, isDone)}
          />
        ))}
      </ol>
    </section>
  );
}

interface StepLineProps {
  step: PlanStep;
  open: number;
  now: number;
  /** Null: it can't be ticked off yet. */
  isDone: boolean | null;
  onDone: (isDone: boolean) => void;
}

function StepLine({ step, open, now, isDone, onDone }: StepLineProps) {
  const isDue = isDone === false && dueAt(step, ownTimeZone()) <= now;
  return (
    <li class={isDone ? 'plan-step plan-step-done' : 'plan-step'} data-step={step.kind}>
      <time class="plan-day" dateTime={step.day}>
        {planDay(step.day, now)}
      </time>
      <div class="plan-what">
        {isDone === null ? (
          <b>{stepTitle(step, now)}</b>
        ) : (
          <label>
            <input
              type="checkbox"
              checked={isDone}
              data-testid="plan-step"
              onChange={(event) => onDone(event.currentTarget.checked)}
            />
            <b>{stepTitle(step, now)}</b>
          </label>
        )}
        {isDue && <span class="cc-tag plan-due">{say('planStepDue')}</span>}
      </div>
      <p class="cc-hint">{stepHow(step, open)}</p>
    </li>
  );
}
