import { useId, useRef } from 'preact/hooks';
import { Field } from '../../ui/parts/Field';
import { say } from '../../words/say';

interface ChooseListProps {
  /** A file is held over the page. */
  over: boolean;
  onFile: (file: File) => void;
  onPaste: (text: string) => void;
}

/** The two ways in for a list of people: a file chosen or dropped, or text pasted. */
export function ChooseList({ over, onFile, onPaste }: ChooseListProps) {
  const id = useId();
  const paste = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="sources">
      <div class={`drop-zone ${over ? 'drop-over' : ''}`}>
        <input
          id={id}
          class="drop-input"
          type="file"
          accept=".csv,.tsv,.txt"
          data-testid="give-list-file"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) onFile(file);
            // The same file chosen again must be read again.
            input.value = '';
          }}
        />
        <label for={id}>
          <b>{say('listChoose')}</b> <span>{say('listKinds')}</span>
        </label>
      </div>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          const field = paste.current;
          if (!field?.value.trim()) return field?.focus();
          onPaste(field.value);
        }}
      >
        <Field label={say('listPaste')} hint={say('listPasteHint')}>
          {(control) => (
            <textarea
              {...control}
              ref={paste}
              class="cc-input"
              rows={4}
              spellcheck={false}
              autoComplete="off"
              data-testid="give-list-paste"
              onPaste={(event) => {
                const field = event.currentTarget;
                // Into an empty field a whole list is pasted: its preview follows at once.
                if (field.value.trim() !== '') return;
                const text = event.clipboardData?.getData('text/plain') ?? '';
                if (/[\r\n]/.test(text.trim())) {
                  event.preventDefault();
                  onPaste(text);
                }
              }}
            />
          )}
        </Field>
        <button type="submit" class="cc-button" data-testid="give-list-read">
          {say('listRead')}
        </button>
      </form>
    </div>
  );
}
