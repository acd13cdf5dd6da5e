import { useState } from 'preact/hooks';
import { type KeptPlan, openSteps, stepsOf } from '../../domain/planner/kept-plan';
import { deletePlan, mostPlans, onPlans, savePlan, stockPlans } from '../../stored/stock-plans';
import { HelpLink } from '../../ui/parts/HelpLink';
import { Notice } from '../../ui/parts/Notice';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import { planHref } from '../parts/route';
import { useRead } from '../parts/use-read';
import { OnePlan } from './OnePlan';

/** How much stock to set aside for a code that anybody can use, and what to do when. `id`: of a kept plan. */
export function PlannerPage({ id }: { id: string | null }) {
  const { value: plans, problem } = useRead(onPlans, 'plans', stockPlans.read);
  const [failed, setFailed] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<KeptPlan | null>(null);
  if (plans === null) return problem ? <Notice tone="problem" text={problem} /> : null;
  const plan = plans.find((each) => each.id === id) ?? null;

  const keep = async (act: Promise<void>, then: () => void) => {
    setFailed(null);
    try {
      await act;
      then();
    } catch (error) {
      setFailed(sentenceOf(error));
    }
  };
  const show = (planId?: string) => location.assign(planHref(planId));
  return (
    <div class="planner" data-testid="planner">
      {failed && <Notice tone="problem" text={failed} />}
      {deleted && (
        <Notice
          tone="done"
          text={say('planDeleted', { name: deleted.name })}
          action={{
            label: say('deskUndo'),
            run: () => void keep(savePlan(deleted), () => show(deleted.id)),
          }}
        />
      )}
      {id !== null && !plan && !deleted && <p>{say('planNotFound')}</p>}
      {id === null && <WhoNeedsIt />}
      {(id === null || plan) && (
        <OnePlan
          key={id}
          plan={plan}
          onSave={(next) =>
            plan === null && plans.length >= mostPlans
              ? setFailed(say('planFull'))
              : void keep(savePlan(next), () => show(next.id))
          }
          onDelete={(gone) => void keep(deletePlan(gone.id), () => setDeleted(gone))}
        />
      )}
      {id === null && plans.length > 0 && <YourPlans plans={plans} />}
    </div>
  );
}

/** Almost nobody does. */
function WhoNeedsIt() {
  return (
    <section class="panel" aria-labelledby="plan-why">
      <h2 id="plan-why">{say('planWhyTitle')}</h2>
      <p>
        {say('planWhy1')} <HelpLink topic="which-kind" />
      </p>
      <p>{say('planWhy2')}</p>
    </section>
  );
}

function YourPlans({ plans }: { plans: readonly KeptPlan[] }) {
  return (
    <section class="panel" aria-labelledby="plans-title">
      <h2 id="plans-title">{say('planYours')}</h2>
      <ul class="plan-list">
        {plans.map((plan) => (
          <li key={plan.id}>
            <a href={planHref(plan.id)}>{plan.name}</a>
            <span class="cc-hint">{progress(plan)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far a plan is, in words. */
function progress(plan: KeptPlan): string {
  const all = stepsOf(plan).length;
  return say('planStepsLeft', all - openSteps(plan).length, all);
}
