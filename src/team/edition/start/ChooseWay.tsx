import { say } from '../../../words/say';

interface ChooseWayProps {
  onStart: () => void;
  onJoin: () => void;
  onRestore: () => void;
}

/** The ways into a team. */
export function ChooseWay({ onStart, onJoin, onRestore }: ChooseWayProps) {
  return (
    <div class="settings-wide team-ways">
      <p class="team-lead">{say('teamIntro')}</p>
      <section class="panel team-way" aria-labelledby="team-start-title">
        <h3 id="team-start-title" tabIndex={-1}>
          {say('teamStart')}
        </h3>
        <p>{say('teamStartWhat')}</p>
        <button type="button" class="cc-button cc-primary" data-testid="team-start" onClick={onStart}>
          {say('teamStart')}
        </button>
      </section>
      <section class="panel team-way" aria-labelledby="team-join-title">
        <h3 id="team-join-title">{say('teamJoin')}</h3>
        <p>{say('teamJoinWhat')}</p>
        <button type="button" class="cc-button" data-testid="team-join" onClick={onJoin}>
          {say('teamJoin')}
        </button>
      </section>
      <section class="panel team-way" aria-labelledby="team-restore-way-title">
        <h3 id="team-restore-way-title">{say('teamRestore')}</h3>
        <p>{say('teamRestoreWhat')}</p>
        <button type="button" class="cc-button" data-testid="team-restore" onClick={onRestore}>
          {say('teamRestore')}
        </button>
      </section>
    </div>
  );
}
