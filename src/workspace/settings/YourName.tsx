import { useState } from 'preact/hooks';
import { saveSettings } from '../../stored/settings';
import { TextField } from '../../ui/parts/TextField';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';

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
      <h2 id="your-name-title">{say('yourNameTitle')}</h2>
      <p>{say('yourNameWhy')}</p>
      <TextField
        label={say('settingsYourName')}
        fault={problem}
        longest={100}
        value={name}
        testId="your-name-field"
        onInput={setName}
      />
      <div class="cc-row">
        <button type="submit" class="cc-button" disabled={!name.trim()} data-testid="your-name-save">
          {say('yourNameSave')}
        </button>
        <button type="button" class="cc-button cc-quiet" onClick={() => save('')}>
          {say('yourNameAlone')}
        </button>
      </div>
    </form>
  );
}
