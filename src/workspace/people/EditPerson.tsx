import { useState } from 'preact/hooks';
import type { PeopleRow } from '../../actions/people/people-rows';
import type { PersonEdit } from '../../actions/pool';
import { TextField } from '../../ui/parts/TextField';
import { useFocusEmpty } from '../../ui/parts/use-focus-empty';
import { say } from '../../words/say';

interface EditPersonProps {
  row: PeopleRow;
  onSave: (edit: PersonEdit) => void;
  onCancel: () => void;
}

/** Says anew who somebody is; their codes stay out. */
export function EditPerson({ row, onSave, onCancel }: EditPersonProps) {
  const several = row.notes.length > 1;
  const [to, setTo] = useState(row.name);
  const [handle, setHandle] = useState(row.handle);
  const [note, setNote] = useState(several ? '' : (row.notes[0] ?? ''));
  const [touched, setTouched] = useState(false);
  const [asked, setAsked] = useState(false);
  const form = useFocusEmpty();
  const nobody = to.trim() === '' && handle.trim() === '';
  return (
    <form
      ref={form}
      class="cc-panel"
      aria-label={say('editWhomForm')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!nobody) onSave({ to, handle, note: touched ? note : null });
      }}
    >
      <div class="cc-pair">
        <TextField
          label={say('listFieldPerson')}
          value={to}
          fault={asked && nobody ? say('peopleNobodyFault') : undefined}
          testId="person-name"
          onInput={setTo}
        />
        <TextField
          label={say('listFieldHandle')}
          placeholder={say('formOptional')}
          value={handle}
          testId="person-handle"
          onInput={setHandle}
        />
      </div>
      <TextField
        label={say('editWhomNote')}
        hint={several ? say('peopleNotes') : undefined}
        placeholder={say('formOptional')}
        value={note}
        testId="person-note"
        onInput={(text) => {
          setTouched(true);
          setNote(text);
        }}
      />
      <p class="cc-hint">{say('peopleEditStays')}</p>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary cc-small" data-testid="person-save">
          {say('editWhomSave')}
        </button>
        <button type="button" class="cc-button cc-small" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </form>
  );
}
