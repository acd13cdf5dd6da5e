import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../../../ui/parts/TextField';
import { Told } from '../../../ui/parts/Told';
import { sentenceOf } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { answer, invitationIn } from '../../pages/join-team';
import type { TeamHere } from '../../pages/team-here';
import { nameIn } from '../../pages/typed';
import { longestMemberName } from '../../sealing/card';
import { PasteField } from '../parts/PasteField';
import { useWork } from '../parts/use-work';

/** The first step of joining: the invitation, and under which name it is answered. */
export function AnswerInvitation({ here, onBack }: { here: TeamHere; onBack: () => void }) {
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<{ from?: string; fault?: string }>({});
  const [name, setName] = useState('');
  const [nameFault, setNameFault] = useState<string | undefined>();
  const { busy, told, run } = useWork();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  useEffect(() => {
    let current = true;
    setRead({});
    if (pasted.trim() !== '')
      invitationIn(pasted)
        .then(({ inviter }) => ({ from: inviter.name }))
        .catch((error) => ({ fault: sentenceOf(error) }))
        .then((read) => current && setRead(read));
    return () => {
      current = false;
    };
  }, [pasted]);
  const send = () => {
    const fault = nameIn(name) === null ? say('teamNameFault') : undefined;
    setNameFault(fault);
    if (pasted.trim() === '') setRead({ fault: say('teamInvitationNone') });
    // Whoever is quicker than the reading is answered by it all the same.
    else if (fault === undefined && read.fault === undefined)
      void run(async () => {
        await answer(here, pasted, name);
        return null;
      });
  };
  return (
    <form
      ref={form}
      class="panel settings-wide team-steps"
      aria-labelledby="team-invited-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id="team-invited-title">{say('teamJoin')}</h3>
      <PasteField
        label={say('teamInvitation')}
        hint={say('teamInvitationHint')}
        fault={read.fault}
        value={pasted}
        testId="team-invitation"
        onInput={setPasted}
      />
      <p role="status" class="cc-told team-from">
        {read.from !== undefined && say('teamInvitationFrom', { name: read.from })}
      </p>
      <TextField
        class="team-name"
        label={say('teamYourName')}
        hint={say('teamYourNameHint')}
        fault={nameFault}
        longest={longestMemberName}
        value={name}
        testId="team-name"
        onInput={(text) => {
          setName(text);
          setNameFault(undefined);
        }}
      />
      <div class="cc-row">
        <button
          type="submit"
          class="cc-button cc-primary"
          data-testid="team-answer-invitation"
          disabled={busy}
        >
          {say('teamAnswerMake')}
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="team-back" onClick={onBack}>
          {say('teamBack')}
        </button>
      </div>
      <Told told={told} testId="team-told" />
    </form>
  );
}
