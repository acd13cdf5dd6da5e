import type { ComponentChildren } from 'preact';
import { useNow } from '../../../ui/parts/use-now';
import { number, onTime, shortTime } from '../../../words/format';
import { inWords, sentenceOf } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { Halted } from '../../follow/halt';
import type { Standing } from '../../follow/session';
import { LogProblem } from '../../log/log';
import { isGone } from '../../pages/notice';
import type { TeamHere, TeamState } from '../../pages/team-here';
import { wordsOf } from '../../pages/team-words';
import { isFull } from '../../replay/room';
import { TicketForm } from '../join/TicketForm';
import { useLong } from '../parts/use-long';

/** How this browser stands with its team, and what to do where it goes no further. */
export function StandingPanel({ here, state }: { here: TeamHere; state: TeamState }) {
  const now = useNow();
  const { standing, since } = state;
  const { kind } = standing;
  const gone = isGone(state);
  const silent = kind === 'away' && standing.silent === true;
  const connecting = !useLong(since) && kind === 'away' && !silent;
  const refused = kind === 'stopped' && isRefused(standing.why) && !state.seat?.owner && !gone;
  return (
    <section
      class={`panel settings-wide team-standing team-standing-${gone ? 'gone' : kind}`}
      aria-labelledby="team-standing-title"
      data-testid="team-standing"
      data-standing={kind}
    >
      <div class="team-standing-head">
        <span class="team-dot" aria-hidden="true" />
        <div role="status">
          <h3 id="team-standing-title" tabIndex={-1}>
            {gone ? say('teamStandsGone') : connecting ? say('teamStandsConnecting') : titleOf(standing)}
          </h3>
          {gone && <p>{say('teamGoneWhat')}</p>}
          {kind === 'away' && !gone && !connecting && (
            <p>{say(silent ? 'teamSilentSince' : 'teamAwaySince', { when: shortTime(iso(since), now) })}</p>
          )}
          {kind === 'stopped' && !gone && <p>{whyOf(standing.why, state)}</p>}
          {kind === 'behind' && <p>{say('teamBehindWhat')}</p>}
          {kind === 'current' && standing.come && <p>{say('teamComingWhat')}</p>}
        </div>
        {kind === 'stopped' && !refused && !gone && (
          <button
            type="button"
            class="cc-button"
            data-testid={isMended(standing.why) ? 'team-anew' : 'team-again'}
            onClick={() => here.again(isMended(standing.why))}
          >
            {isMended(standing.why) ? say('teamAnew') : say('teamAgain')}
          </button>
        )}
      </div>
      {kind === 'behind' && (
        <Progress seq={standing.seq} last={standing.last}>
          {say('teamBehindOf', { seq: number(standing.seq), last: number(standing.last) })}
        </Progress>
      )}
      {kind === 'current' && standing.come && (
        <Progress seq={standing.come.done} last={standing.come.of}>
          {say('teamComingOf', { percent: number(percentOf(standing.come)) })}
        </Progress>
      )}
      {'seq' in standing && standing.seq > 0 && kind !== 'behind' && (
        <p class="cc-hint" data-testid="team-place">
          {state.followedAt === null
            ? say('teamPlace', { seq: number(standing.seq) })
            : say('teamPlaceAt', {
                seq: number(standing.seq),
                when: onTime(iso(state.followedAt), now),
              })}
        </p>
      )}
      {refused && <TicketForm here={here} act={say('teamTicketUse')} hint={say('teamTicketAgainHint')} />}
    </section>
  );
}

function titleOf(standing: Standing): string {
  switch (standing.kind) {
    case 'current':
      return say('teamStandsCurrent');
    case 'behind':
      return say('teamStandsBehind');
    case 'away':
      return say(standing.silent ? 'teamStandsSilent' : 'teamStandsAway');
    case 'stopped':
      return say('teamStandsStopped');
  }
}

function Progress({ seq, last, children }: { seq: number; last: number; children: ComponentChildren }) {
  return (
    <div class="team-progress">
      <progress value={seq} max={last} aria-label={say('teamStandsBehind')} />
      <span class="cc-hint">{children}</span>
    </div>
  );
}

/** Why it goes no further, in words that also say what to do. */
export function whyOf(why: unknown, { members, seat }: Pick<TeamState, 'members' | 'seat'>): string {
  if (isRefused(why) && seat?.owner) return say('teamRefusedOwner');
  if (isFull(why)) return say('teamStorageFull');
  const words = wordsOf(why, members);
  return words ? inWords(words) : sentenceOf(why);
}

/** Whether loading the codes anew mends it. */
function isMended(why: unknown): boolean {
  return why instanceof Halted && (why.why.kind === 'differs' || why.why.kind === 'history-gone');
}

function percentOf({ done, of }: { readonly done: number; readonly of: number }): number {
  return Math.floor((done / of) * 100);
}

function isRefused(why: unknown): boolean {
  return why instanceof LogProblem && why.kind === 'refused' && why.data.what !== 'right';
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
