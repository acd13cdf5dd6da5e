import { useRef } from 'preact/hooks';
import { Field } from '../../ui/parts/Field';
import { say } from '../../words/say';
import { DropZone } from '../parts/DropZone';

interface ChooseListProps {
  /** A file is held over the page. */
  over: boolean;
  onFile: (file: File) => void;
  onPaste: (text: string) => void;
}

/** The two ways in for a list of people: a file chosen or dropped, or text pasted. */
export function ChooseList({ over, onFile, onPaste }: ChooseListProps) {
  const paste = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="sources">
      <DropZone
        accept=".csv,.tsv,.txt"
        testId="give-list-file"
        title={say('listChoose')}
        kinds={say('listKinds')}
        over={over}
        onFiles={([file]) => file && onFile(file)}
      />
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
