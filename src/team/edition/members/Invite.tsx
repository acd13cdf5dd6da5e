import { useState } from 'preact/hooks';
import { Told } from '../../../ui/parts/Told';
import { useNow } from '../../../ui/parts/use-now';
import { onTime } from '../../../words/format';
import { say } from '../../../words/say';
import { invite, takeInvitationBack } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership } from '../../seat/seat';
import { CopyBox } from '../parts/CopyBox';
import { useWork } from '../parts/use-work';

/** Where an owner makes invitations, and sees which ones wait for an answer. */
export function Invite({ here, owner }: { here: TeamHere; owner: Ownership }) {
  const now = useNow();
  const [made, setMade] = useState<{ text: string; id: string } | null>(null);
  const { busy, told, run } = useWork();
  const waiting = owner.pending.filter(({ until }) => until > now);
  const make = () =>
    run(async () => {
      const text = await invite(here);
      setMade({ text, id: here.state.seat?.owner?.pending.at(-1)?.id ?? '' });
      return null;
    });
  const takeBack = (id: string) =>
    run(async () => {
      await takeInvitationBack(here, id);
      return { tone: 'done', text: say('teamTakenBack') };
    });
  return (
    <>
      <p>{say('teamInviteHint')}</p>
      <button
        type="button"
        class="cc-button"
        data-testid="team-invite"
        disabled={busy}
        onClick={() => void make()}
      >
        {say('teamInviteMake')}
      </button>
      {made && waiting.some(({ id }) => id === made.id) && (
        <div class="cc-panel team-given">
          <p>{say('teamInviteSend')}</p>
          <CopyBox label={say('teamInvitation')} text={made.text} testId="team-invitation-text" />
        </div>
      )}
      <Told told={told} testId="team-invite-told" />
      {waiting.length > 0 && (
        <ul class="team-pending" aria-label={say('teamPending')}>
          {waiting.map(({ id, until }, at) => (
            <li key={id} data-testid="team-pending">
              <span>
                {say('teamPendingUntil', {
                  number: at + 1,
                  when: onTime(new Date(until).toISOString(), now),
                })}
              </span>
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                data-testid="team-take-back"
                aria-label={say('teamTakeBackWhich', { number: at + 1 })}
                onClick={() => void takeBack(id)}
              >
                {say('teamTakeBack')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
