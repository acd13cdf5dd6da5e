import { useState } from 'preact/hooks';
import { sureFor } from '../../domain/planner/stock-plan';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { say } from '../../words/say';
import type { PlanFaults, PlanFields } from './plan-fields';

interface PlanFormProps {
  fields: PlanFields;
  faults: PlanFaults;
  /** As it stands, it is kept. */
  isSaved: boolean;
  onFill: (patch: Partial<PlanFields>) => void;
  /** Null: these figures are no plan. */
  onSave: (() => void) | null;
  /** Null: there is nothing to delete yet. */
  onDelete: (() => void) | null;
}

const releases = [
  ['1', 'planEvery1'],
  ['3', 'planEvery3'],
  ['7', 'planEvery7'],
  ['90', 'planEveryNone'],
] as const;

/** What the seller says of a promotion. A field that was not left yet is not called wrong. */
export function PlanForm({ fields, faults, isSaved, onFill, onSave, onDelete }: PlanFormProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fault = (field: keyof PlanFields) => (left.has(field) ? faults[field] : undefined);
  const text = (
    field: 'name' | 'stock' | 'give' | 'daily' | 'days',
    label: string,
    more: { digits?: 'numeric' | 'decimal'; hint?: string; placeholder?: string } = {},
  ) => (
    <div onFocusOut={() => setLeft(new Set([...left, field]))}>
      <TextField
        {...more}
        label={label}
        value={fields[field]}
        fault={fault(field)}
        testId={`plan-${field}`}
        longest={field === 'name' ? 100 : 12}
        onInput={(typed) => onFill({ [field]: typed })}
      />
    </div>
  );
  return (
    <form
      class="panel plan-form"
      aria-labelledby="plan-figures"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(new Set(Object.keys(fields)));
        onSave?.();
      }}
    >
      <h2 id="plan-figures">{say('planFigures')}</h2>
      {text('stock', say('planStock'), { digits: 'numeric' })}
      {text('give', say('planGive'), { digits: 'numeric' })}
      {text('daily', say('planDaily'), { digits: 'decimal', hint: say('planDailyHint') })}
      <div onFocusOut={() => setLeft(new Set([...left, 'start']))}>
        <Field label={say('planStart')} fault={fault('start')}>
          {(control) => (
            <input
              {...control}
              class="cc-input"
              type="date"
              value={fields.start}
              data-testid="plan-start"
              onInput={(event) => onFill({ start: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      {text('days', say('planDays'), { digits: 'numeric', hint: say('planDaysHint', sureFor) })}
      <Field label={say('planEvery')} hint={say('planEveryHint')}>
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={fields.every}
            data-testid="plan-every"
            onChange={(event) => onFill({ every: event.currentTarget.value })}
          >
            {releases.map(([days, name]) => (
              <option key={days} value={days}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('name', say('planName'), { placeholder: say('planFirstName') })}
      <div class="cc-row">
        <button type="submit" class="cc-button" disabled={isSaved} data-testid="plan-save">
          {say('planSave')}
        </button>
        {onDelete && (
          <button type="button" class="cc-button cc-quiet" data-testid="plan-delete" onClick={onDelete}>
            {say('planDelete')}
          </button>
        )}
        <span role="status">{isSaved ? say('planSaved') : ''}</span>
      </div>
    </form>
  );
}
