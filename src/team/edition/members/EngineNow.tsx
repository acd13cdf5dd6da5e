import { useNow } from '../../../ui/parts/use-now';
import { say } from '../../../words/say';
import type { Members } from '../../members/team-state';
import { goneKeys, letsInGone } from '../../pages/member-rows';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership, Seat } from '../../seat/seat';
import { EngineFiles } from '../start/EngineFiles';

interface EngineNowProps {
  here: TeamHere;
  seat: Seat;
  owner: Ownership;
  members: Members;
}

/** Where the team's engine is, and how it lets in no more who is gone. */
export function EngineNow({ here, seat, owner, members }: EngineNowProps) {
  const now = useNow();
  const due = letsInGone(members, now);
  return (
    <section class="panel" aria-labelledby="team-engine-now-title">
      <h3 id="team-engine-now-title">{say('teamEngine')}</h3>
      <ul class="team-engines">
        {seat.engines.map((address) => (
          <li key={address} class="cc-mono">
            {address}
          </li>
        ))}
      </ul>
      {due && (
        <div class="cc-notice cc-notice-warning" data-testid="team-engine-due">
          <p>{owner.hosted ? say('teamEngineDueHosted') : say('teamEngineDue')}</p>
        </div>
      )}
      {owner.hosted ? (
        due && <pre class="team-command">{goneKeys(members, now).join('\n')}</pre>
      ) : (
        <>
          <p class="cc-hint">{say('teamEngineHint')}</p>
          <pre class="team-command">systemctl reload nats-server</pre>
          <EngineFiles here={here} machines={owner.machines} />
        </>
      )}
    </section>
  );
}
