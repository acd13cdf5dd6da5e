import { useState } from 'preact/hooks';
import type { IssuanceSummary, WhomItWas } from '../../actions/pool';
import { say } from '../../words/say';
import { TextField } from '../parts/TextField';
import { useFocusEmpty } from '../parts/use-focus-empty';
import { WhomFields } from './WhomFields';

interface EditWhomProps {
  act: IssuanceSummary;
  channels: readonly string[];
  onSave: (whom: WhomItWas) => void;
  onCancel: () => void;
}

/** Says anew whom codes went to; they stay out. */
export function EditWhom({ act, channels, onSave, onCancel }: EditWhomProps) {
  const [whom, setWhom] = useState({ to: act.to, channel: act.channel });
  const [note, setNote] = useState(act.note);
  const form = useFocusEmpty();
  return (
    <form
      ref={form}
      class="cc-panel"
      aria-label={say('editWhomForm')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ ...whom, note });
      }}
    >
      <WhomFields name="edit" whom={whom} channels={channels} onInput={setWhom} />
      <TextField
        label={say('editWhomNote')}
        placeholder={say('formOptional')}
        value={note}
        testId="edit-note"
        onInput={setNote}
      />
      <p class="cc-hint">{say('editWhomStays')}</p>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary cc-small" data-testid="edit-save">
          {say('editWhomSave')}
        </button>
        <button type="button" class="cc-button cc-small" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </form>
  );
}
