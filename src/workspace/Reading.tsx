import { useEffect, useRef } from 'preact/hooks';
import { codes } from '../ui/format';

interface ReadingProps {
  stage: { readonly name: string; readonly done: number; readonly total: number };
  onCancel: () => void;
}

/** A reading under way, which can be stopped. */
export function Reading({ stage, onCancel }: ReadingProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.scrollIntoView({ block: 'nearest' }), []);
  const comparing = stage.total > 0;
  return (
    <div class="reading">
      <p role="status">
        {comparing ? `Comparing ${codes(stage.total)} with those already here …` : `Reading ${stage.name} …`}
      </p>
      <progress
        aria-label={`Reading ${stage.name}`}
        {...(comparing ? { value: stage.done, max: stage.total } : {})}
      />
      <button ref={cancel} type="button" class="cc-button cc-small" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
