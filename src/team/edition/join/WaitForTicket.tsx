import { say } from '../../../words/say';
import type { TeamHere } from '../../pages/team-here';
import type { Seat } from '../../seat/seat';
import { CopyBox } from '../parts/CopyBox';
import { Digits } from '../parts/Digits';
import { GiveUp } from '../parts/GiveUp';
import { TicketForm } from './TicketForm';

/** The second step of joining: the answer goes to whoever invited, and a ticket comes back. */
export function WaitForTicket({ here, seat }: { here: TeamHere; seat: Seat }) {
  const { answer, invitation } = seat;
  if (!answer || !invitation) return null;
  const { name } = invitation.inviter;
  return (
    <section class="panel settings-wide team-steps" aria-labelledby="team-waits-title">
      <h3 id="team-waits-title" tabIndex={-1}>
        {say('teamJoining', { name })}
      </h3>
      <p class="cc-hint">{say('teamJoiningKept')}</p>
      <ol class="team-list">
        <li>
          <p>{say('teamSendAnswer', { name })}</p>
          <CopyBox label={say('teamAnswer')} text={answer.text} testId="team-answer" />
        </li>
        <li>
          <p>{say('teamCompareJoining', { name })}</p>
          <Digits digits={answer.digits} label={say('teamDigits')} />
        </li>
        <li>
          <TicketForm here={here} act={say('teamTakeSeat')} hint={say('teamTicketHint', { name })} />
        </li>
      </ol>
      <GiveUp here={here} why={say('teamGiveUpJoin', { name })} />
    </section>
  );
}
