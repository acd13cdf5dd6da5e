import { useState } from 'preact/hooks';
import { AskBox } from '../../../ui/parts/AskBox';
import { Told } from '../../../ui/parts/Told';
import { day } from '../../../words/format';
import { say } from '../../../words/say';
import type { MemberRow } from '../../pages/member-rows';
import { changeRole, newTicket, remove } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import { CopyBox } from '../parts/CopyBox';
import { useWork } from '../parts/use-work';

/** What an owner does with a member: a new ticket, another role, out of the team. */
export function MemberActs({ here, row }: { here: TeamHere; row: MemberRow }) {
  const { member, until } = row;
  const { name, id } = member.card;
  const [ticket, setTicket] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const { busy, told, run } = useWork();
  const give = (make: () => Promise<string>) =>
    run(async () => {
      setTicket(null);
      setTicket(await make());
      return null;
    });
  const { role, engineKey } = member;
  const other = role === 'viewer' ? 'giver' : 'viewer';
  return (
    <>
      <div class="team-acts">
        <button
          type="button"
          class="cc-button cc-small"
          data-testid="team-new-ticket"
          aria-label={say('teamNewTicketFor', { name })}
          disabled={busy}
          onClick={() => void give(() => newTicket(here, { id, role, engineKey }))}
        >
          {say('teamNewTicket')}
        </button>
        {role !== 'owner' && (
          <button
            type="button"
            class="cc-button cc-small"
            data-testid="team-change-role"
            aria-label={
              role === 'viewer' ? say('teamMakeGiverWho', { name }) : say('teamMakeViewerWho', { name })
            }
            disabled={busy}
            onClick={() => void give(() => changeRole(here, member, other))}
          >
            {role === 'viewer' ? say('teamMakeGiver') : say('teamMakeViewer')}
          </button>
        )}
        <button
          type="button"
          class="cc-button cc-small cc-quiet team-danger"
          data-testid="team-remove"
          aria-label={say('teamRemoveWho', { name })}
          aria-expanded={asks}
          disabled={busy}
          onClick={() => setAsks(!asks)}
        >
          {say('teamRemove')}
        </button>
      </div>
      {asks && (
        <AskBox
          legend={say('teamRemoveAsk', { name })}
          testId="team-remove-ask"
          onCancel={() => setAsks(false)}
        >
          <p>{say('teamRemoveSeen', { name })}</p>
          <p>
            {until === null || until < Date.now()
              ? say('teamRemoveUntilUnknown', { name })
              : say('teamRemoveUntil', { name, day: day(new Date(until).toISOString()) })}
          </p>
          <div class="cc-row">
            <button
              type="button"
              class="cc-button"
              data-testid="team-remove-yes"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  await remove(here, member);
                  return null;
                })
              }
            >
              {busy ? say('teamRemoving') : say('teamRemoveWho', { name })}
            </button>
            <button
              type="button"
              class="cc-button"
              data-testid="team-remove-no"
              onClick={() => setAsks(false)}
            >
              {say('teamRemoveNo', { name })}
            </button>
          </div>
        </AskBox>
      )}
      {ticket !== null && (
        <div class="cc-panel team-given">
          <p>{say('teamTicketSend', { name })}</p>
          <CopyBox label={say('teamTicketOf', { name })} text={ticket} testId="team-ticket-text" />
        </div>
      )}
      <Told told={told} testId="team-member-told" />
    </>
  );
}
