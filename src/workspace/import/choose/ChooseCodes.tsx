import { useRef } from 'preact/hooks';
import { Field } from '../../../ui/parts/Field';
import { say, sayCount } from '../../../words/say';
import { DropZone } from '../../parts/DropZone';
import { withStruckMarked } from './struck-paste';

interface GiveCodesProps {
  /** A capture whose file could not be fetched: the file to be chosen is this one's. */
  awaited: { readonly group: string; readonly quantity: number | null } | null;
  onFiles: (files: readonly File[]) => void;
  onPaste: (text: string) => void;
  /** Leaves the awaited capture waiting. */
  onForget: () => void;
}

/** The two ways in: a file chosen or dropped, or text pasted. */
export function ChooseCodes({ awaited, onFiles, onPaste, onForget }: GiveCodesProps) {
  const paste = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="sources">
      <DropZone
        accept=".zip,.txt,.csv"
        multiple
        testId="import-codes"
        title={say(awaited ? 'chooseAwaited' : 'chooseFile')}
        kinds={awaited ? awaitedWords(awaited) : say('chooseKinds')}
        onFiles={onFiles}
      >
        {awaited && (
          <button type="button" class="cc-button cc-small cc-quiet drop-other" onClick={onForget}>
            {say('chooseOther')}
          </button>
        )}
      </DropZone>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          const field = paste.current;
          if (!field?.value.trim()) return field?.focus();
          onPaste(field.value);
          // Read codes don't stay on the page.
          field.value = '';
        }}
      >
        <Field label={say('choosePaste')}>
          {(control) => (
            <textarea
              {...control}
              ref={paste}
              class="cc-input cc-mono"
              rows={2}
              spellcheck={false}
              autoComplete="off"
              data-testid="paste-codes"
              onPaste={(event) => {
                const data = event.clipboardData;
                const text = data?.getData('text/plain') ?? '';
                const marked = withStruckMarked(text, data?.getData('text/html') ?? '');
                if (marked === text) return;
                event.preventDefault();
                const field = event.currentTarget;
                field.setRangeText(marked, field.selectionStart, field.selectionEnd, 'end');
              }}
            />
          )}
        </Field>
        <button type="submit" class="cc-button" data-testid="paste-read">
          {say('chooseRead')}
        </button>
      </form>
    </div>
  );
}

function awaitedWords({ group, quantity }: NonNullable<GiveCodesProps['awaited']>): string {
  return quantity === null ? say('chooseFor', { group }) : sayCount('chooseForCount', quantity, { group });
}
