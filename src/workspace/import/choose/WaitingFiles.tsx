import { Sentence } from '../../../ui/parts/Sentence';
import { say, sayCount } from '../../../words/say';

interface WaitingFilesProps {
  /** At least one. */
  files: readonly File[];
  /** Another one must be seen to first. */
  later: boolean;
  onNext: () => void;
  onLeave: () => void;
}

/** The files dropped together with one that is seen to now: each is looked at in its turn. */
export function WaitingFiles({ files, later, onNext, onLeave }: WaitingFilesProps) {
  const names = files.map((file) => file.name).join(', ');
  return (
    <div class="cc-notice cc-notice-waiting" data-testid="import-waiting">
      <p role="status">
        <Sentence
          of={sayCount('waitingFiles', files.length, { files: '{files}' })}
          parts={{ files: <span class="waiting-names">{names}</span> }}
        />
      </p>
      <div class="cc-row">
        {!later && (
          <button type="button" class="cc-button cc-quiet" data-testid="import-next" onClick={onNext}>
            {say('waitingNext')}
          </button>
        )}
        <button type="button" class="cc-button cc-quiet" data-testid="import-leave" onClick={onLeave}>
          {sayCount('waitingLeave', files.length)}
        </button>
      </div>
    </div>
  );
}
