import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { say } from '../../words/say';
import { useTask } from '../parts/use-task';

/** Goes through the whole ledger on demand. */
export function SelfCheck({ pool }: { pool: Pool }) {
  const { busy, told, run } = useTask();
  const check = () =>
    run(say('checkBusy'), async () => {
      const { ok, faults, mended } = await pool.selfCheck();
      if (ok) {
        return {
          tone: 'done',
          text: [say('checkDone'), ...mended].join(' '),
        };
      }
      return { tone: 'problem', text: [...faults.slice(0, 10), say('checkAfterFault')].join(' ') };
    });
  return (
    <section class="panel" aria-labelledby="check-title">
      <h2 id="check-title">{say('checkTitle')}</h2>
      <p class="cc-hint">{say('checkHint')}</p>
      <button
        type="button"
        class="cc-button"
        data-testid="self-check"
        disabled={busy !== null}
        onClick={() => void check()}
      >
        {busy ?? say('checkNow')}
      </button>
      <Told told={told} testId="self-check-told" />
    </section>
  );
}
