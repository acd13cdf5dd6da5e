import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/parts/TextField';
import { Told } from '../../../ui/parts/Told';
import { useFocusEmpty } from '../../../ui/parts/use-focus-empty';
import { say } from '../../../words/say';
import { prepare, type Where } from '../../pages/start-team';
import type { TeamHere } from '../../pages/team-here';
import { nameIn } from '../../pages/typed';
import { longestMemberName } from '../../sealing/card';
import { useWork } from '../parts/use-work';

const choices = [
  { where: 'hosted', title: 'teamHosted', what: 'teamHostedWhat', pick: 'teamHostedPick' },
  { where: 1, title: 'teamOneMachine', what: 'teamOneMachineWhat', pick: 'teamOneMachinePick' },
  { where: 3, title: 'teamThreeMachines', what: 'teamThreeMachinesWhat', pick: 'teamThreeMachinesPick' },
] as const;

/** The first step of a new team: who starts it, and on what its engine is to run. */
export function NameTeam({ here, onBack }: { here: TeamHere; onBack: () => void }) {
  const form = useFocusEmpty();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const { busy, told, run } = useWork();
  const choose = (where: Where) => {
    if (nameIn(name) === null) {
      setFault(say('teamNameFault'));
      form.current?.querySelector('input')?.focus();
      return;
    }
    void run(async () => {
      await prepare(here, name, where);
      return null;
    });
  };
  return (
    <form
      ref={form}
      class="panel settings-wide team-steps"
      aria-labelledby="team-name-title"
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 id="team-name-title">{say('teamStart')}</h3>
      <TextField
        class="team-name"
        label={say('teamYourName')}
        hint={say('teamYourNameHint')}
        fault={fault}
        longest={longestMemberName}
        value={name}
        testId="team-name"
        onInput={(text) => {
          setName(text);
          setFault(undefined);
        }}
      />
      <fieldset class="team-choice">
        <legend>{say('teamWhere')}</legend>
        <p class="cc-hint">{say('teamWhereHint')}</p>
        <div class="team-machines">
          {choices.map(({ where, title, what, pick }) => (
            <div key={where} class="team-machine">
              <b>{say(title)}</b>
              <p class="cc-hint">{say(what)}</p>
              <button
                type="button"
                class="cc-button"
                data-testid={`team-machines-${where}`}
                disabled={busy}
                onClick={() => choose(where)}
              >
                {say(pick)}
              </button>
            </div>
          ))}
        </div>
      </fieldset>
      <Told told={told} testId="team-told" />
      <button type="button" class="cc-button cc-quiet" data-testid="team-back" onClick={onBack}>
        {say('teamBack')}
      </button>
    </form>
  );
}
