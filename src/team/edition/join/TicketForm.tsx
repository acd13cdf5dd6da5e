import { useState } from 'preact/hooks';
import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import { takeTicket } from '../../pages/join-team';
import type { TeamHere } from '../../pages/team-here';
import { PasteField } from '../parts/PasteField';
import { useWork } from '../parts/use-work';

interface TicketFormProps {
  here: TeamHere;
  /** What its button says. */
  act: string;
  hint: string;
}

/** Where a ticket is pasted that an owner sent: the first one, or one in the place of another. */
export function TicketForm({ here, act, hint }: TicketFormProps) {
  const [pasted, setPasted] = useState('');
  const { busy, told, run } = useWork();
  return (
    <form
      class="team-ticket"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await takeTicket(here, pasted);
          setPasted('');
          return { tone: 'done', text: say('teamTicketTaken') };
        });
      }}
    >
      <PasteField
        label={say('teamTicket')}
        hint={hint}
        value={pasted}
        testId="team-ticket"
        onInput={setPasted}
      />
      <button type="submit" class="cc-button cc-primary" data-testid="team-take-seat" disabled={busy}>
        {busy ? say('teamTicketBusy') : act}
      </button>
      <Told told={told} testId="team-ticket-told" />
    </form>
  );
}
