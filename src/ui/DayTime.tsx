import { useState } from 'preact/hooks';
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

/** A day and, where it matters, its time. A date that is half typed is told, since it counts for nothing. */
export function DayTime({ label, hint, fault, value, otherwise, testId, onInput }: DayTimeProps) {
  const [half, setHalf] = useState(false);
  const [day = '', time = ''] = value.split('T');
  return (
    <Field label={label} hint={hint} fault={fault ?? (half ? 'This date is not complete.' : undefined)}>
      {(control) => (
        <div class="cc-day-time">
          <input
            {...control}
            class="cc-input"
            type="date"
            value={day}
            data-testid={testId}
            onInput={({ currentTarget: field }) => {
              setHalf(false);
              onInput(field.value && `${field.value}T${time || otherwise}`);
            }}
            onBlur={({ currentTarget: { validity } }) => setHalf(validity.badInput)}
          />
          <input
            class="cc-input"
            type="time"
            aria-label={`${label}: time`}
            value={time}
            data-testid={`${testId}-time`}
            // Without a day it is the time of nothing; while it is typed anew, the one before stands.
            onInput={({ currentTarget: field }) => day && field.value && onInput(`${day}T${field.value}`)}
          />
        </div>
      )}
    </Field>
  );
}

/** Leads to a date that is half typed in one of these fields; false where there is none. */
export function leadToHalfDate(fields: Element | null): boolean {
  const all = [...(fields?.querySelectorAll<HTMLInputElement>('.cc-day-time input') ?? [])];
  const field = all.find(({ validity }) => !validity.valid);
  // It may be folded away.
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  return field !== undefined;
}
