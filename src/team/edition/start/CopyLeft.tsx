import { useState } from 'preact/hooks';
import { AskBox } from '../../../ui/parts/AskBox';
import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import { deleteCopy } from '../../pages/left-copy';
import { useWork } from '../parts/use-work';

/** In the place of the ways into a team: codes of the team that was left are still here, and go first. */
export function CopyLeft() {
  const [asks, setAsks] = useState(false);
  const { busy, told, run } = useWork();
  return (
    <section class="panel settings-wide" aria-labelledby="team-left-title">
      <h3 id="team-left-title" tabIndex={-1}>
        {say('teamCopyTitle')}
      </h3>
      <p>{say('teamCopyWhat')}</p>
      {!asks && (
        <button type="button" class="cc-button" data-testid="team-delete-copy" onClick={() => setAsks(true)}>
          {say('teamCopyDelete')}
        </button>
      )}
      {asks && (
        <AskBox legend={say('teamCopyAsk')} testId="team-delete-copy-ask" onCancel={() => setAsks(false)}>
          <p>{say('teamCopyAskWhat')}</p>
          <div class="cc-row">
            <button
              type="button"
              class="cc-button"
              data-testid="team-delete-copy-yes"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  await deleteCopy();
                  // The page still holds what it read of it.
                  location.reload();
                  return null;
                })
              }
            >
              {say('teamCopyDelete')}
            </button>
            <button type="button" class="cc-button" onClick={() => setAsks(false)}>
              {say('teamCopyKeep')}
            </button>
          </div>
        </AskBox>
      )}
      <Told told={told} testId="team-delete-copy-told" />
    </section>
  );
}
