import type { ImportForm } from '../../actions/import/import-state';
import { sentList } from '../../actions/import/sent-list';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { say } from '../../words/say';
import { FilePick } from '../parts/FilePick';
import { TextAccountNote } from './TextAccountNote';

interface SentCodesProps {
  form: ImportForm;
  /** Of how many of those codes the list says who has them: whoever is named there stays. */
  named: 'all' | 'some' | 'none';
  fault: string | undefined;
  firstFault: string | undefined;
  onFill: (patch: Partial<ImportForm>) => void;
  onSentFile: (file: File) => void;
}

/** For a list that is not new: who has its codes, and which of them where it is only a part. */
export function AlreadySent({ form, named, fault, firstFault, onFill, onSentFile }: SentCodesProps) {
  return (
    <>
      {named !== 'all' && (
        <TextField
          label={say('importTo')}
          hint={say(named === 'some' ? 'importToOthers' : 'importToHint')}
          class="cc-whole"
          value={form.to}
          testId="import-to"
          onInput={(text) => onFill({ to: text })}
        />
      )}
      {form.as === 'part-given-out' && (
        <TextField
          label={say('importSentFirst')}
          hint={say('importSentFirstHint')}
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
          label={say('importSentOthers')}
          hint={say('importSentOthersHint')}
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
            label={say('importSentFile')}
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
