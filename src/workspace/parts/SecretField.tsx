import { useState } from 'preact/hooks';
import { TextField } from '../../ui/parts/TextField';
import { say } from '../../words/say';

interface SecretFieldProps {
  label: string;
  hint: string;
  value: string;
  testId: string;
  onInput: (text: string) => void;
}

/** A passphrase; the browser is not to remember it with the page. */
export function SecretField({ label, hint, value, testId, onInput }: SecretFieldProps) {
  // What is mistyped unseen locks a file for good.
  const [shown, setShown] = useState(false);
  return (
    <div class="secret">
      <TextField
        label={label}
        hint={hint}
        type={shown ? 'text' : 'password'}
        value={value}
        testId={testId}
        onInput={onInput}
      />
      <label class="setting-tick">
        <input
          type="checkbox"
          checked={shown}
          aria-label={say('secretShowWhat', { field: label })}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        {say('secretShow')}
      </label>
    </div>
  );
}
