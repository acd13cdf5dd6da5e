import { useState } from 'preact/hooks';
import { AskBox } from '../../../ui/parts/AskBox';
import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import type { Role } from '../../members/acts';
import { forgetSeat, leave } from '../../pages/leave-team';
import type { TeamHere } from '../../pages/team-here';
import { useLeases } from '../lease/use-leases';
import { useWork } from '../parts/use-work';

/** The way out of the team. */
export function Leave({ here, role }: { here: TeamHere; role: Role | null }) {
  const [asks, setAsks] = useState(false);
  const { busy, told, run } = useWork();
  const leases = useLeases()?.leases;
  const { leases: all, givings } = leases?.state ?? { leases: null, givings: [] };
  const leased = givings.length > 0 || (all?.some((lease) => lease.here) ?? false);
  return (
    <section class="panel" aria-labelledby="team-leave-title">
      <h3 id="team-leave-title">{say('teamLeave')}</h3>
      <p class="cc-hint">{hint(role)}</p>
      {!asks && (
        <button type="button" class="cc-button" data-testid="team-leave" onClick={() => setAsks(true)}>
          {say('teamLeave')}
        </button>
      )}
      {asks && (
        <AskBox legend={say('teamLeaveAsk')} testId="team-leave-ask" onCancel={() => setAsks(false)}>
          <p>{say('teamLeaveWhat')}</p>
          {leased && <p data-testid="team-leave-leased">{say('teamLeaveLeased')}</p>}
          <div class="cc-row">
            <button
              type="button"
              class="cc-button"
              data-testid="team-leave-yes"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  await (role === 'owner' ? forgetSeat(here) : leave(here));
                  return null;
                })
              }
            >
              {say('teamLeave')}
            </button>
            {told?.tone === 'problem' && (
              <button
                type="button"
                class="cc-button"
                data-testid="team-leave-untold"
                disabled={busy}
                onClick={() => void forgetSeat(here)}
              >
                {say('teamLeaveUntold')}
              </button>
            )}
            <button
              type="button"
              class="cc-button"
              data-testid="team-leave-no"
              onClick={() => setAsks(false)}
            >
              {say('teamStay')}
            </button>
          </div>
        </AskBox>
      )}
      <Told told={told} testId="team-leave-told" />
    </section>
  );
}

function hint(role: Role | null): string {
  if (role === 'owner') return say('teamLeaveOwner');
  return say('teamLeaveHint');
}
