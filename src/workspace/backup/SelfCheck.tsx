import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { useTask } from '../parts/use-task';

/** What to do about a fault: nothing is ever mended behind the seller's back. */
export const afterFault =
  'Nothing was changed. Save everything first, give out no more codes of what is named here, and export its history to compare.';

/** Goes through the whole ledger on demand. */
export function SelfCheck({ pool }: { pool: Pool }) {
  const { busy, told, run } = useTask();
  const check = () =>
    run('Checking…', async () => {
      const { ok, faults, mended } = await pool.selfCheck();
      if (ok) {
        return {
          tone: 'done',
          text: [
            'All is in order: every code, its checksum, its history and the counts agree.',
            ...mended,
          ].join(' '),
        };
      }
      return { tone: 'problem', text: `${faults.slice(0, 10).join(' ')} ${afterFault}` };
    });
  return (
    <section class="panel" aria-labelledby="check-title">
      <h2 id="check-title">Check everything</h2>
      <p class="cc-hint">
        Goes through the whole history again and compares it with what is stored and counted. This also
        happens by itself whenever this page opens. Codes can be given out meanwhile.
      </p>
      <button
        type="button"
        class="cc-button"
        data-testid="self-check"
        disabled={busy !== null}
        onClick={() => void check()}
      >
        {busy ?? 'Check now'}
      </button>
      <Told told={told} testId="self-check-told" />
    </section>
  );
}
