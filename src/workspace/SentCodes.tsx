import type { ImportForm } from '../actions/import-state';
import { Field } from '../ui/Field';
import { TextField } from '../ui/TextField';

interface SentCodesProps {
  form: ImportForm;
  fault: string | undefined;
  onFill: (patch: Partial<ImportForm>) => void;
}

/** For a list that is not new: who has its codes, and which of them where it is only a part. */
export function SentCodes({ form, fault, onFill }: SentCodesProps) {
  return (
    <>
      <TextField
        label="Given out to"
        hint="A person or a platform; may stay empty"
        class="cc-whole"
        value={form.to}
        testId="import-to"
        onInput={(text) => onFill({ to: text })}
      />
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
