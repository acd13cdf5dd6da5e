import { useState } from 'preact/hooks';
import { handOverFileAgain } from '../../actions/backup/backup';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
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
    run(say('handedBusy'), async () => {
      await handOverFileAgain(pool, file, passphrase);
      setPassphrase('');
      return { tone: 'done', text: say('handedDone') };
    });
  return (
    <details>
      <summary data-testid="handed-over-open">{say('handedTitle', { count: value.length })}</summary>
      <div class="panel-form">
        <p class="cc-hint">{say('handedHint')}</p>
        <SecretField
          label={say('passphrase')}
          hint={say('passphraseHint', { shortest })}
          value={passphrase}
          testId="again-passphrase"
          onInput={setPassphrase}
        />
        <ul class="lots">
          {value.map(({ file, to, at, count, promotion }) => (
            <li key={file}>
              <div>
                <b>{to || say('listNobodyNamed')}</b>
                <p class="cc-hint">
                  {promotion} · {shortTime(at)}
                </p>
              </div>
              <p class="lot-count">{sayCount('listCodes', count)}</p>
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                data-testid="hand-over-again"
                aria-label={
                  to ? sayCount('handedAgainFor', count, { name: to }) : sayCount('handedAgainWhat', count)
                }
                disabled={busy !== null || passphrase.length < shortest}
                onClick={() => void again(file)}
              >
                {say('handedAgain')}
              </button>
            </li>
          ))}
        </ul>
        <Told told={told} testId="again-told" />
      </div>
    </details>
  );
}
