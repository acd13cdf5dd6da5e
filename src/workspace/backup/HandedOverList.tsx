import { useState } from 'preact/hooks';
import { handOverFileAgain } from '../../actions/backup/backup';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { codes, shortTime } from '../../words/format';
import { SecretField } from '../parts/SecretField';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

/** What was handed over and is still away, with the way to make its file again should it be lost. */
export function HandedOverList({ pool, desk, shortest }: { pool: Pool; desk: Desk; shortest: number }) {
  const away = (useStore(desk).promotions ?? []).filter(({ counts }) => counts.moved > 0);
  const key = away.map(({ promotion, counts }) => `${promotion.id} ${counts.moved}`).join();
  const { value } = useRead(pool.onChange, `handed over ${key}`, async () => {
    const each = away.map(async ({ promotion }) =>
      (await pool.listHandOvers(promotion.id)).map((given) => ({ ...given, promotion: nameOf(promotion) })),
    );
    return (await Promise.all(each)).flat();
  });
  const [passphrase, setPassphrase] = useState('');
  const { busy, told, run } = useTask();
  if (!value?.length) return null;
  const again = (file: string) =>
    run('Making it…', async () => {
      await handOverFileAgain(pool, file, passphrase);
      setPassphrase('');
      const text = 'Made again, with the passphrase just typed. Should the first file turn up, delete it.';
      return { tone: 'done', text };
    });
  return (
    <details>
      <summary data-testid="handed-over-open">Handed over, not come back: {value.length}</summary>
      <div class="panel-form">
        <p class="cc-hint">Lost a file or its passphrase, and nobody has loaded it? Make it again.</p>
        <SecretField
          label="Passphrase"
          hint={`At least ${shortest} characters.`}
          value={passphrase}
          testId="again-passphrase"
          onInput={setPassphrase}
        />
        <ul class="lots">
          {value.map(({ file, to, at, count, promotion }) => (
            <li key={file}>
              <div>
                <b>{to || 'Nobody named'}</b>
                <p class="cc-hint">
                  {promotion} · {shortTime(at)}
                </p>
              </div>
              <p class="lot-count">{codes(count)}</p>
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                data-testid="hand-over-again"
                aria-label={`Make the file of ${codes(count)}${to ? ` for ${to}` : ''} again`}
                disabled={busy !== null || passphrase.length < shortest}
                onClick={() => void again(file)}
              >
                Make again
              </button>
            </li>
          ))}
        </ul>
        <Told told={told} testId="again-told" />
      </div>
    </details>
  );
}
