import type { ImportForm } from '../actions/import-state';
import { Field } from '../ui/Field';
import { TextField } from '../ui/TextField';
import { FilePick } from './FilePick';

interface SentCodesProps {
  form: ImportForm;
  fault: string | undefined;
  onFill: (patch: Partial<ImportForm>) => void;
  onSentFile: (file: File) => void;
}

/** For a list that is not new: who has its codes, and which of them where it is only a part. */
export function SentCodes({ form, fault, onFill, onSentFile }: SentCodesProps) {
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
        <Field
          label="Codes already sent"
          hint="Paste them in any form, or choose a file that holds them"
          fault={fault ?? form.sentFile?.problem ?? undefined}
          class="cc-whole"
        >
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
      {form.as === 'part-given-out' && (
        <div class="cc-whole">
          <FilePick
            label="A file of codes already sent"
            testId="import-sent-file"
            accept=".txt,.csv,.zip"
            file={form.sentFile}
            onPick={onSentFile}
          />
        </div>
      )}
    </>
  );
}
