import type { ImportForm } from '../../actions/import/import-state';
import { sentList } from '../../actions/import/sent-list';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { FilePick } from '../parts/FilePick';
import { TextAccountNote } from './TextAccountNote';

interface SentCodesProps {
  form: ImportForm;
  fault: string | undefined;
  firstFault: string | undefined;
  onFill: (patch: Partial<ImportForm>) => void;
  onSentFile: (file: File) => void;
}

/** For a list that is not new: who has its codes, and which of them where it is only a part. */
export function AlreadySent({ form, fault, firstFault, onFill, onSentFile }: SentCodesProps) {
  return (
    <>
      <TextField
        label="Given out to"
        hint="Who has the codes already sent; may stay empty"
        class="cc-whole"
        value={form.to}
        testId="import-to"
        onInput={(text) => onFill({ to: text })}
      />
      {form.as === 'part-given-out' && (
        <TextField
          label="Sent from the top of the list"
          hint="How many of its first codes, such as 20"
          fault={firstFault}
          digits="numeric"
          class="cc-whole"
          value={form.sentFirst}
          testId="import-sent-first"
          onInput={(text) => onFill({ sentFirst: text })}
        />
      )}
      {form.as === 'part-given-out' && (
        <Field
          label="Others already sent"
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
          <TextAccountNote
            account={sentList(form).account}
            testId="import-sent-account"
            left={form.sentLeft}
            onLeave={(sentLeft) => onFill({ sentLeft })}
          />
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
