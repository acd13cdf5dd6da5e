import { useState } from 'preact/hooks';
import { saveEverything } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { number, shortTime } from '../../words/format';
import { SecretField } from '../parts/SecretField';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

/** One file of everything, against a lost computer or a removed extension. */
export function SaveEverything({ pool }: { pool: Pool }) {
  const [passphrase, setPassphrase] = useState('');
  const { value: since } = useRead(pool.onChange, 'since-saved', () => pool.sinceSaved());
  const { busy, told, run } = useTask();
  const save = () =>
    run('Saving…', async () => {
      const name = await saveEverything(pool, passphrase);
      setPassphrase('');
      const text = `Saved as ${name}. Keep it outside this computer, too. It holds every code.`;
      return { tone: 'done', text };
    });
  return (
    <section class="panel" aria-labelledby="save-title">
      <h2 id="save-title">Save everything</h2>
      <p class="cc-hint">
        Your codes exist only in this browser. Removing Claimcheck, or clearing its data, deletes them; this
        file brings them back.
      </p>
      {since && (
        <p data-testid="since-saved">
          {since.at === null ? 'Never saved so far' : `Last saved ${shortTime(since.at)}`}
          {since.changes > 0 && `: ${changesWords(since.changes)}${since.at === null ? '' : ' since'}`}.
        </p>
      )}
      <SecretField
        label="Passphrase"
        hint="Not required. With one, nobody can open the file without it, not even you."
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
        {busy ?? 'Save everything'}
      </button>
      <Told told={told} testId="save-told" />
    </section>
  );
}

function changesWords(changes: number): string {
  return `${number(changes)} ${changes === 1 ? 'change' : 'changes'}`;
}
