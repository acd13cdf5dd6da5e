import { Told } from '../../../ui/parts/Told';
import { useNow } from '../../../ui/parts/use-now';
import { say } from '../../../words/say';
import type { Member, Members } from '../../members/team-state';
import { stillLetIn } from '../../pages/member-rows';
import { struckOut } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership, Seat } from '../../seat/seat';
import { useWork } from '../parts/use-work';
import { EngineFiles } from '../start/EngineFiles';
import { goneWords } from './MemberList';

interface EngineNowProps {
  here: TeamHere;
  seat: Seat;
  owner: Ownership;
  members: Members;
}

/** Where the team's engine is, and how it lets in no more who is gone. */
export function EngineNow({ here, seat, owner, members }: EngineNowProps) {
  const gone = stillLetIn(members, owner, useNow());
  const { told, run } = useWork();
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
      {gone.length > 0 && (
        <StillLetIn
          gone={gone}
          members={members}
          hosted={Boolean(owner.hosted)}
          onDone={() =>
            void run(async () => {
              await struckOut(here, gone);
              return null;
            })
          }
        />
      )}
      <Told told={told} testId="team-struck-out-told" />
      {!owner.hosted && (
        <>
          <p class="cc-hint">{say('teamEngineHint')}</p>
          <pre class="team-command">systemctl reload nats-server</pre>
          <EngineFiles here={here} owner={owner} />
        </>
      )}
    </section>
  );
}

interface StillLetInProps {
  gone: readonly Member[];
  members: Members;
  hosted: boolean;
  onDone: () => void;
}

/** Who is gone and may still get in, until the owner says that the engine was told. */
function StillLetIn({ gone, members, hosted, onDone }: StillLetInProps) {
  return (
    <div class="cc-notice cc-notice-warning team-still-in" data-testid="team-engine-due">
      <p>{hosted ? say('teamEngineDueHosted') : say('teamEngineDue')}</p>
      <ul>
        {gone.map((member) => (
          <li key={member.card.id}>
            <b>{member.card.name}</b> {goneWords(member, members)}
            {hosted && <pre class="team-command">{member.engineKey}</pre>}
          </li>
        ))}
      </ul>
      <button type="button" class="cc-button cc-small" data-testid="team-struck-out" onClick={onDone}>
        {hosted ? say('teamStruckOutHosted') : say('teamStruckOut')}
      </button>
    </div>
  );
}
