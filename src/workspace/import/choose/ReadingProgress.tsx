import { useEffect, useRef } from 'preact/hooks';
import type { ImportStage } from '../../../actions/import/import-state';
import { say, sayCount } from '../../../words/say';

interface ReadingProps {
  stage: Extract<ImportStage, { kind: 'reading' }>;
  onCancel: () => void;
}

/** A reading under way, which can be stopped. */
export function ReadingProgress({ stage, onCancel }: ReadingProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.scrollIntoView({ block: 'nearest' }), []);
  const { name, done, total } = stage;
  return (
    <div class="reading">
      <p role="status">
        {stage.codes === null
          ? say('chooseReading', { file: name })
          : sayCount('chooseComparing', stage.codes)}
      </p>
      <progress
        aria-label={say('chooseReadingLabel', { file: name })}
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <button ref={cancel} type="button" class="cc-button cc-small" onClick={onCancel}>
        {say('importCancel')}
      </button>
    </div>
  );
}
