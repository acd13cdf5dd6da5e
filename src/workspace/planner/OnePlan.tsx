import { useState } from 'preact/hooks';
import type { KeptPlan } from '../../domain/planner/kept-plan';
import { type PlanFigures, planStock } from '../../domain/planner/stock-plan';
import { ownDay } from '../../domain/time';
import { setStepDone } from '../../stored/stock-plans';
import { useNow } from '../../ui/parts/use-now';
import { say } from '../../words/say';
import { PlanForm } from './PlanForm';
import { PlanResult } from './PlanResult';
import { PlanSteps } from './PlanSteps';
import { fieldsOf, firstFields, judgePlan, type PlanFields } from './plan-fields';

interface OnePlanProps {
  /** Null: a new one. */
  plan: KeptPlan | null;
  onSave: (plan: KeptPlan) => void;
  onDelete: (plan: KeptPlan) => void;
}

/** A plan's figures, and at once what they come to. */
export function OnePlan({ plan, onSave, onDelete }: OnePlanProps) {
  const now = useNow();
  const before = plan ? fieldsOf(plan.name, plan.figures) : firstFields(ownDay(new Date(now)));
  const [typed, setTyped] = useState<PlanFields | null>(null);
  const fields = typed ?? before;
  const judged = judgePlan(fields);
  const figures = 'faults' in judged ? null : judged;
  const made = figures && planStock(figures);
  const stock = typeof made === 'string' ? null : made;
  const isSaved = plan !== null && typed === null;

  function save(of: PlanFigures) {
    onSave({
      id: plan?.id ?? crypto.randomUUID(),
      name: fields.name.trim() || say('planFirstName'),
      figures: of,
      done: plan?.done ?? [],
    });
    setTyped(null);
  }

  return (
    <div class="plan">
      <PlanForm
        fields={fields}
        faults={'faults' in judged ? judged.faults : {}}
        isSaved={isSaved}
        onFill={(patch) => setTyped((now) => ({ ...(now ?? before), ...patch }))}
        onSave={figures && stock && (() => save(figures))}
        onDelete={plan && (() => onDelete(plan))}
      />
      <div class="plan-made" aria-live="polite">
        {typeof made === 'string' && (
          <p class="cc-notice cc-notice-warning" data-testid="plan-none">
            {say(made === 'give-more-than-stock' ? 'planGiveMore' : 'planSoldOut')}
          </p>
        )}
        {made === null && <p class="nothing">{say('planEmpty')}</p>}
        {stock && <PlanResult plan={stock} />}
      </div>
      {stock && (
        <PlanSteps
          plan={stock}
          now={now}
          done={isSaved ? plan.done : null}
          onDone={(stepId, isDone) => void (plan && setStepDone(plan.id, stepId, isDone))}
        />
      )}
    </div>
  );
}
