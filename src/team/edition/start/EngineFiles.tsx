import { downloadText } from '../../../platform/download';
import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import { chooseSync, filesNow } from '../../pages/start-team';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership } from '../../seat/seat';
import { useWork } from '../parts/use-work';

/** The engine's configuration files, as they are to be now, to be saved one by one. */
export function EngineFiles({ here, owner }: { here: TeamHere; owner: Ownership }) {
  const { told, run } = useWork();
  const save = (at: number) =>
    run(async () => {
      const file = (await filesNow(here))[at];
      if (!file) return null;
      downloadText(file.name, [file.text], 'text/plain');
      return { tone: 'done', text: say('teamFileSaved', { file: file.name }) };
    });
  return (
    <div class="team-files">
      <label class="setting-tick">
        <input
          type="checkbox"
          checked={owner.syncAlways ?? false}
          data-testid="team-newer-server"
          onChange={(event) => {
            const { checked } = event.currentTarget;
            void run(async () => {
              await chooseSync(here, checked);
              return null;
            });
          }}
        />
        <span>
          {say('teamNewerServer')}
          <br />
          <span class="cc-hint">{say('teamNewerServerHint')}</span>
        </span>
      </label>
      <div class="cc-row">
        {(['one', 'two', 'three'] as const).slice(0, owner.machines).map((name, at) => (
          <button
            key={name}
            type="button"
            class="cc-button"
            data-testid={`team-file-${at + 1}`}
            onClick={() => void save(at)}
          >
            {say('teamFileSave', { file: `nats-${name}.conf` })}
          </button>
        ))}
      </div>
      <Told told={told} testId="team-file-told" />
    </div>
  );
}
