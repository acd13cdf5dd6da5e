import type { ImportForm } from '../actions/import-state';
import { Field } from '../ui/Field';

interface SentCodesProps {
  form: ImportForm;
  fault: string | undefined;
  onFill: (patch: Partial<ImportForm>) => void;
}

/** For a list that is not new: who has its codes, and which of them where it is only a part. */
export function SentCodes({ form, fault, onFill }: SentCodesProps) {
  return (
    <>
      <Field label="Given out to" hint="A person or a platform; may stay empty" class="cc-whole">
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="text"
            maxLength={200}
            autoComplete="off"
            value={form.to}
            data-testid="import-to"
            onInput={(event) => onFill({ to: event.currentTarget.value })}
          />
        )}
      </Field>
      {form.as === 'part-given-out' && (
        <Field label="Codes already sent" hint="Paste them in any form" fault={fault} class="cc-whole">
          {(control) => (
            <textarea
              {...control}
              class="cc-input cc-mono"
              rows={3}
              spellcheck={false}
              autoComplete="off"
              value={form.sent}
              data-testid="import-sent"
              onInput={(event) => onFill({ sent: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
