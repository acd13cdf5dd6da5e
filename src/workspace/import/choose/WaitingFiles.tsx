import { number } from '../../../words/format';

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
  const count = files.length === 1 ? 'One more file' : `${number(files.length)} more files`;
  return (
    <div class="cc-notice cc-notice-waiting" data-testid="import-waiting">
      <p role="status">
        {count} in turn: <span class="waiting-names">{names}</span>
      </p>
      <div class="cc-row">
        {!later && (
          <button type="button" class="cc-button cc-quiet" data-testid="import-next" onClick={onNext}>
            Look at the next one
          </button>
        )}
        <button type="button" class="cc-button cc-quiet" data-testid="import-leave" onClick={onLeave}>
          Leave {files.length === 1 ? 'it' : 'them'} out
        </button>
      </div>
    </div>
  );
}
