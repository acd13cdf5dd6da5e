import './recovery.css';
import { say } from '../../../words/say';
import type { RecoveryKey } from '../../recovery/make-key';

/** A recovery key as it stands on paper: groups that are told apart by their numbers. */
export function OnPaper({ paper, testId }: { paper: RecoveryKey; testId: string }) {
  return (
    <div class="team-on-paper" data-testid={testId}>
      <div>
        <h4>{say('teamRecovery')}</h4>
        <Groups groups={paper.key} testId={`${testId}-key`} />
      </div>
      <div>
        <h4>{say('teamRecoveryCode')}</h4>
        <Groups groups={paper.code} testId={`${testId}-code`} />
        <p class="cc-hint">{say('teamRecoveryCodeHint')}</p>
      </div>
      <div>
        <h4>{say('teamEngine')}</h4>
        {paper.engines.map((address) => (
          <div key={address} class="cc-mono">
            {address}
          </div>
        ))}
      </div>
    </div>
  );
}

function Groups({ groups, testId }: { groups: readonly string[]; testId: string }) {
  return (
    <ol class="team-groups" data-testid={testId} data-text={groups.join('-')}>
      {groups.map((group, at) => (
        <li key={group + String(at)}>
          <span>{at + 1}</span>
          <b class="cc-mono">{group}</b>
        </li>
      ))}
    </ol>
  );
}
