import type { Pool } from '../../actions/pool';
import { loadSettings } from '../../stored/settings';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { codes, number, shortTime } from '../../words/format';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

const shown = 50;

/** Every act of cancelling, newest first, each with its reason and its way back. Absent where nothing was cancelled. */
export function CanceledList({ pool, promotionId }: { pool: Pool; promotionId: string }) {
  const { value, problem } = useRead(pool.onChange, `cancelled ${promotionId}`, () =>
    pool.listVoids(promotionId, shown),
  );
  const { busy, told, run } = useTask();
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value?.length) return null;
  const takeBack = (act: string) =>
    run('Taking back…', async () => {
      const { left, out, held } = await pool.undoVoid(promotionId, act, (await loadSettings()).yourName);
      const ways = [
        left > 0 && `${codes(left)} can be given out again`,
        out > 0 && `${codes(out)} ${out === 1 ? 'counts' : 'count'} as given out again`,
        held > 0 && `${codes(held)} ${held === 1 ? 'is' : 'are'} on hold again`,
      ];
      return { tone: 'done', text: `${ways.filter(Boolean).join(', ')}.` };
    });
  return (
    <section class="panel" aria-labelledby="cancelled-title">
      <h2 id="cancelled-title">Cancelled</h2>
      <ul class="lots">
        {value.map(({ act, count, reason, seen, at, by, undone, final }) => (
          <li key={act} class={undone ? 'gone' : ''}>
            <div>
              <b>{reason || (seen ? 'Taken back, may have been seen' : 'No reason given')}</b>
              <p class="cc-hint">
                {shortTime(at)}
                {by ? ` · by ${by}` : ''}
              </p>
            </div>
            <p class="lot-count">
              {codes(count)}
              {undone && ', taken back'}
            </p>
            {!undone && !final && (
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                data-testid="cancel-undo"
                aria-label={`Take back the cancelling of ${codes(count)}, ${reason}`}
                disabled={busy !== null}
                onClick={() => void takeBack(act)}
              >
                Take back
              </button>
            )}
          </li>
        ))}
      </ul>
      {value.length === shown && <p class="cc-hint">The latest {number(shown)}.</p>}
      <Told told={told} testId="cancelled-told" />
    </section>
  );
}
