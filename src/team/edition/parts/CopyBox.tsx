import { useState } from 'preact/hooks';
import { copyText } from '../../../platform/clipboard';
import { say } from '../../../words/say';

interface CopyBoxProps {
  /** What it is, for whoever can't see where it stands. */
  label: string;
  text: string;
  testId: string;
}

/** A long text to be sent to somebody, with a button that copies it. */
export function CopyBox({ label, text, testId }: CopyBoxProps) {
  const [told, setTold] = useState('');
  const copy = async () => setTold((await copyText(text)) ? say('teamCopied') : say('teamCopyByHand'));
  return (
    <div class="team-copy">
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must get there */}
      <p class="team-text" role="group" aria-label={label} tabIndex={0} data-testid={testId}>
        {text}
      </p>
      <div class="cc-row">
        <button type="button" class="cc-button" data-testid={`${testId}-copy`} onClick={() => void copy()}>
          {say('teamCopy')}
        </button>
        <span class="cc-hint" role="status">
          {told}
        </span>
      </div>
    </div>
  );
}
