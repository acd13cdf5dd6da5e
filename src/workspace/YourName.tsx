import { useState } from 'preact/hooks';
import { sentenceOf } from '../actions/words';
import { saveSettings } from '../platform/settings';
import { Field } from '../ui/Field';

/** Asked once, after the first import: the name that is kept with everything given out from here. */
export function YourName() {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const save = (yourName: string) =>
    void saveSettings({ nameAsked: true, ...(yourName ? { yourName } : {}) }).catch((error) =>
      setProblem(sentenceOf(error)),
    );
  return (
    <form
      class="panel your-name"
      aria-labelledby="your-name-title"
      data-testid="your-name"
      onSubmit={(event) => {
        event.preventDefault();
        save(name.trim());
      }}
    >
      <h2 id="your-name-title">Working with others?</h2>
      <p>One person captures; give each colleague their own lot. Your name stands with what you give out.</p>
      <Field label="Your name" fault={problem}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            maxLength={100}
            autoComplete="off"
            value={name}
            data-testid="your-name-field"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="cc-row">
        <button type="submit" class="cc-button" disabled={!name.trim()} data-testid="your-name-save">
          Save name
        </button>
        <button type="button" class="cc-button cc-quiet" onClick={() => save('')}>
          I work alone
        </button>
      </div>
    </form>
  );
}
