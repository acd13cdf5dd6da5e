import { useNow } from '../../../ui/parts/use-now';
import { say } from '../../../words/say';
import type { Members } from '../../members/team-state';
import { letsInGone } from '../../pages/member-rows';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership, Seat } from '../../seat/seat';
import { EngineFiles } from '../start/EngineFiles';

interface EngineNowProps {
  here: TeamHere;
  seat: Seat;
  owner: Ownership;
  members: Members;
}

/** Where the team's engine is, and its files as they are to be now. */
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
        <div class="cc-notice cc-notice-warning">
          <p>{say('teamEngineDue')}</p>
        </div>
      )}
      <p class="cc-hint">{say('teamEngineHint')}</p>
      <pre class="team-command">nats-server --signal reload</pre>
      <EngineFiles here={here} machines={owner.machines} />
    </section>
  );
}
