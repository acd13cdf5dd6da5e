import { say } from '../../../words/say';
import { ownRole } from '../../pages/member-rows';
import { isGone } from '../../pages/notice';
import type { TeamHere, TeamState } from '../../pages/team-here';
import { daysLeft, tokenEnd } from '../../pages/token-end';
import type { Seat } from '../../seat/seat';
import { TicketForm } from '../join/TicketForm';
import { LeasePanel } from '../lease/LeasePanel';
import { RecoveryKeyPanel } from '../recovery/RecoveryKey';
import { AddColleague } from './AddColleague';
import { EngineNow } from './EngineNow';
import { KeyDue } from './KeyDue';
import { Leave } from './Leave';
import { LostNames } from './LostNames';
import { MemberList } from './MemberList';
import { PassedOver } from './PassedOver';
import { StandingPanel } from './Standing';

/** A ticket can be renewed here once it has so many days, or fewer. */
const renewable = 8;

/** The team that this browser belongs to. */
export function InTeam({ here, state, seat }: { here: TeamHere; state: TeamState; seat: Seat }) {
  const { members, ignored, standing } = state;
  const role = ownRole(members, seat);
  const owner = role === 'owner' ? seat.owner : null;
  const end = seat.token === null ? null : tokenEnd(seat.token);
  const renews = !seat.owner && !isGone(state) && end !== null && daysLeft(end, Date.now()) <= renewable;
  return (
    <>
      <StandingPanel here={here} state={state} />
      {standing.kind === 'current' && <LostNames seq={standing.seq} />}
      {owner && members?.rotationDue && <KeyDue here={here} />}
      {members && <MemberList here={here} seat={seat} members={members} />}
      <LeasePanel />
      {owner && <AddColleague here={here} owner={owner} />}
      {owner && members && <RecoveryKeyPanel here={here} owner={owner} members={members} />}
      {renews && standing.kind !== 'stopped' && (
        <section class="panel" aria-labelledby="team-renew-title">
          <h3 id="team-renew-title">{say('teamRenew')}</h3>
          <TicketForm here={here} act={say('teamTicketUse')} hint={say('teamRenewHint')} />
        </section>
      )}
      {owner && members && <EngineNow here={here} seat={seat} owner={owner} members={members} />}
      {members && <PassedOver ignored={ignored} members={members} />}
      <Leave here={here} role={role} />
    </>
  );
}
