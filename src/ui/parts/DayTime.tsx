import { useRef } from 'preact/hooks';
import { say } from '../../words/say';
import { Field } from './Field';

interface DayTimeProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** `YYYY-MM-DDTHH:MM`; empty: not known. */
  value: string;
  /** The time of a day that is typed alone, `HH:MM`. */
  otherwise: string;
  testId: string;
  onInput: (value: string) => void;
}

/** A day and, where it matters, its time. One that is half typed counts for nothing: see `leadToHalfDate`. */
export function DayTime({ label, hint, fault, value, otherwise, testId, onInput }: DayTimeProps) {
  const [day = '', time = ''] = value.split('T');
  // While the day is typed anew it is no day for a moment; the time must not be lost over that.
  const last = useRef(time);
  if (time) last.current = time;
  return (
    <Field label={label} hint={hint} fault={fault} class="cc-whole">
      {(control) => (
        <div class="cc-day-time">
          <input
            {...control}
            class="cc-input"
            type="date"
            value={day}
            data-testid={testId}
            onInput={({ currentTarget: field }) =>
              onInput(field.value && `${field.value}T${last.current || otherwise}`)
            }
          />
          <input
            class="cc-input"
            type="time"
            aria-label={say('dayTimeTimeOf', { label })}
            value={last.current}
            data-testid={`${testId}-time`}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            // While it is typed anew, the one before stands.
            onInput={({ currentTarget: field }) => {
              if (!field.value) return;
              last.current = field.value;
              if (day) onInput(`${day}T${field.value}`);
            }}
          />
        </div>
      )}
    </Field>
  );
}

/**
 * Leads to a date that is half typed in one of these fields, where the browser says what is missing;
 * false where there is none.
 */
export function leadToHalfDate(fields: Element | null): boolean {
  const all = [...(fields?.querySelectorAll<HTMLInputElement>('.cc-day-time input') ?? [])];
  const field = all.find(({ validity }) => !validity.valid);
  // It may be folded away.
  field?.closest('details')?.setAttribute('open', '');
  field?.reportValidity();
  return field !== undefined;
}
