import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/parts/TextField';
import { Told } from '../../../ui/parts/Told';
import { useFocusEmpty } from '../../../ui/parts/use-focus-empty';
import { inWords } from '../../../words/problem-words';
import { say } from '../../../words/say';
import type { TeamHere } from '../../pages/team-here';
import { restore, type Typed, typedFaults } from '../../recovery/restore';
import { longestMemberName } from '../../sealing/card';
import { PasteField } from '../parts/PasteField';
import { useWork } from '../parts/use-work';

const empty: Typed = { key: '', code: '', addresses: '', name: '' };
const lines = [
  { field: 'key', label: 'teamRecovery', hint: 'teamRestoreKeyHint', rows: 2 },
  { field: 'code', label: 'teamRecoveryCode', hint: 'teamRestoreCodeHint', rows: 4 },
  { field: 'addresses', label: 'teamAddresses', hint: 'teamAddressesHint', rows: 3 },
] as const;

/** An owner's place in a team from the paper, where their browser is lost. */
export function RestoreFromPaper({ here, onBack }: { here: TeamHere; onBack: () => void }) {
  const form = useFocusEmpty();
  const [typed, setTyped] = useState(empty);
  const [faults, setFaults] = useState<Partial<Record<keyof Typed, string>>>({});
  const { busy, told, run, tell } = useWork();
  const enter = (field: keyof Typed) => (text: string) => {
    setTyped({ ...typed, [field]: text });
    setFaults({ ...faults, [field]: undefined });
  };
  const send = () => {
    const wrong = Object.entries(typedFaults(typed)).map(([field, why]) => [field, inWords(why)]);
    setFaults(Object.fromEntries(wrong));
    if (wrong.length > 0) return tell(null);
    void run(async () => {
      await restore(here, typed);
      return null;
    });
  };
  return (
    <form
      ref={form}
      class="panel settings-wide team-steps"
      aria-labelledby="team-restore-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id="team-restore-title" tabIndex={-1}>
        {say('teamRestore')}
      </h3>
      <p class="cc-hint">{say('teamRestoreHint')}</p>
      {lines.map(({ field, label, hint, rows }) => (
        <PasteField
          key={field}
          label={say(label)}
          hint={say(hint)}
          fault={faults[field]}
          rows={rows}
          value={typed[field]}
          testId={`team-restore-${field}`}
          onInput={enter(field)}
        />
      ))}
      <TextField
        class="team-name"
        label={say('teamYourName')}
        hint={say('teamRestoreNameHint')}
        fault={faults.name}
        longest={longestMemberName}
        value={typed.name}
        testId="team-restore-name"
        onInput={enter('name')}
      />
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="team-restore-go" disabled={busy}>
          {busy ? say('teamRestoring') : say('teamRestoreGo')}
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="team-back" onClick={onBack}>
          {say('teamBack')}
        </button>
      </div>
      <Told told={told} testId="team-told" />
    </form>
  );
}
