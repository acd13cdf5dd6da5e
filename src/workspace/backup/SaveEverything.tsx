import { useState } from 'preact/hooks';
import { saveEverything } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { SecretField } from '../parts/SecretField';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

/** One file of everything, against a lost computer or a removed extension. */
export function SaveEverything({ pool }: { pool: Pool }) {
  const [passphrase, setPassphrase] = useState('');
  const { value: since } = useRead(pool.onChange, 'since-saved', () => pool.sinceSaved());
  const { busy, told, run } = useTask();
  const save = () =>
    run(say('saveBusy'), async () => {
      const file = await saveEverything(pool, passphrase);
      setPassphrase('');
      return { tone: 'done', text: say('saveDone', { file }) };
    });
  return (
    <section class="panel" aria-labelledby="save-title">
      <h2 id="save-title">{say('saveTitle')}</h2>
      <p class="cc-hint">{say('saveHint')}</p>
      {since && <p data-testid="since-saved">{sinceWords(since)}</p>}
      <SecretField
        label={say('passphrase')}
        hint={say('savePassphraseHint')}
        value={passphrase}
        testId="save-passphrase"
        onInput={setPassphrase}
      />
      <button
        type="button"
        class="cc-button"
        data-testid="save-everything"
        disabled={busy !== null}
        onClick={() => void save()}
      >
        {busy ?? say('saveTitle')}
      </button>
      <Told told={told} testId="save-told" />
    </section>
  );
}

function sinceWords({ at, changes }: { readonly at: string | null; readonly changes: number }): string {
  if (at === null) return changes > 0 ? sayCount('saveNeverChanges', changes) : say('saveNever');
  const time = shortTime(at);
  return changes > 0 ? sayCount('saveLastChanges', changes, { time }) : say('saveLast', { time });
}
