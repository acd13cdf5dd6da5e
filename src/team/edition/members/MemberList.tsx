import { useNow } from '../../../ui/parts/use-now';
import { day } from '../../../words/format';
import { say, sayCount } from '../../../words/say';
import type { Role } from '../../members/acts';
import type { Member, Members } from '../../members/team-state';
import { type MemberRow, memberRows, nameOf, ownRole, soonOver } from '../../pages/member-rows';
import type { TeamHere } from '../../pages/team-here';
import type { Seat } from '../../seat/seat';
import { MemberActs } from './MemberActs';

interface MemberListProps {
  here: TeamHere;
  seat: Seat;
  members: Members;
}

/** Who belongs to the team and what each may do; below, folded, who left it. */
export function MemberList({ here, seat, members }: MemberListProps) {
  const now = useNow();
  const rows = memberRows(members, seat, now);
  const owns = ownRole(members, seat) === 'owner' && seat.owner !== null;
  const others = rows.here.filter(({ member, isMe }) => !isMe && !member.paper).length;
  return (
    <section class="panel settings-wide" aria-labelledby="team-members-title">
      <h3 id="team-members-title">{say('teamMembers')}</h3>
      <ul class="team-members">
        {rows.here.map((row) => (
          <li
            key={row.member.card.id}
            class="team-member"
            data-testid="team-member"
            data-name={row.member.card.name}
            data-role={row.member.role}
          >
            <Head row={row} />
            {owns && !row.isMe && !row.member.paper && <MemberActs here={here} row={row} />}
          </li>
        ))}
      </ul>
      {others === 0 && owns && <p class="cc-hint">{say('teamAlone')}</p>}
      {others > 0 && owns && <p class="cc-hint">{say('teamTicketsRenew')}</p>}
      {rows.gone.length > 0 && (
        <details class="team-gone">
          <summary data-testid="team-gone-open">{sayCount('teamGoneMembers', rows.gone.length)}</summary>
          <ul class="team-members">
            {rows.gone.map(({ member }) => (
              <li
                key={member.card.id}
                class="team-member"
                data-testid="team-gone"
                data-name={member.card.name}
              >
                <div class="team-member-head">
                  <b>{member.card.name}</b>
                  <p class="cc-hint">{goneWords(member, members)}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Head({ row }: { row: MemberRow }) {
  const { member, isMe, days } = row;
  return (
    <div class="team-member-head">
      <p class="team-member-name">
        <b>{member.card.name}</b>
        {isMe && <span class="team-you">{say('teamYou')}</span>}
        <span class={`team-role team-role-${member.role}`}>
          {member.paper ? say('teamPaper') : roleName[member.role]()}
        </span>
      </p>
      <p class="cc-hint">{sinceWords(row)}</p>
      {row.isDoubted && (
        <p class="team-days team-days-few" data-testid="team-doubted">
          {say('teamDoubted')}
        </p>
      )}
      {row.isOlder && <p class="team-days team-days-few">{say('teamOlderClaimcheck')}</p>}
      {days !== null && !(isMe && member.role === 'owner') && (
        <p class={`team-days ${days <= soonOver ? 'team-days-few' : ''}`}>{daysWords(days)}</p>
      )}
    </div>
  );
}

function sinceWords({ member, by, isRestored }: MemberRow): string {
  const since = day(new Date(member.joined.at).toISOString());
  if (by === null) return say('teamFoundedOn', { day: since });
  if (isRestored) return say('teamSinceRestored', { day: since, name: by });
  return say(member.paper ? 'teamPaperBy' : 'teamSinceBy', { day: since, name: by });
}

function daysWords(days: number): string {
  return days <= 0 ? say('teamTicketEnded') : sayCount('teamTicketDays', days);
}

/** What each role is called. */
export const roleName: Record<Role, () => string> = {
  owner: () => say('teamRoleOwner'),
  giver: () => say('teamRoleGiver'),
  viewer: () => say('teamRoleViewer'),
};

/** When somebody who is gone went, and whether by themselves. */
export function goneWords({ card: { id }, gone }: Member, members: Members): string {
  const when = day(new Date(gone?.at ?? 0).toISOString());
  if (!gone || gone.by === id) return say('teamLeftOn', { day: when });
  return say('teamRemovedOn', { day: when, name: nameOf(members, gone.by) });
}
