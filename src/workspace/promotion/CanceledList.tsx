import type { Pool } from '../../actions/pool';
import { loadSettings } from '../../stored/settings';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { listed, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

const shown = 50;

/** Every act of canceling, newest first, each with its reason and its way back. Absent where nothing was canceled. */
export function CanceledList({ pool, promotionId }: { pool: Pool; promotionId: string }) {
  const { value, problem } = useRead(pool.onChange, `canceled ${promotionId}`, () =>
    pool.listVoids(promotionId, shown),
  );
  const { busy, told, run } = useTask();
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value?.length) return null;
  const takeBack = (act: string) =>
    run(say('canceledBusy'), async () => {
      const { left, out, held } = await pool.undoVoid(promotionId, act, (await loadSettings()).yourName);
      const ways = [
        left > 0 && sayCount('canceledBackLeft', left),
        out > 0 && sayCount('canceledBackOut', out),
        held > 0 && sayCount('canceledBackHeld', held),
      ];
      return {
        tone: 'done',
        text: say('canceledBack', { ways: listed(ways.filter((each) => each !== false)) }),
      };
    });
  return (
    <section class="panel" aria-labelledby="canceled-title">
      <h2 id="canceled-title">{say('canceledTitle')}</h2>
      <ul class="lots">
        {value.map(({ act, count, reason, seen, at, by, undone, final }) => (
          <li key={act} class={undone ? 'gone' : ''}>
            <div>
              <b>{reason || say(seen ? 'canceledSeen' : 'canceledNoReason')}</b>
              <p class="cc-hint">
                {by ? say('listTimeBy', { time: shortTime(at), name: by }) : shortTime(at)}
              </p>
            </div>
            <p class="lot-count">{sayCount(undone ? 'canceledCountBack' : 'listCodes', count)}</p>
            {!undone && !final && (
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                data-testid="cancel-undo"
                aria-label={sayCount('canceledUndoWhat', count, { reason })}
                disabled={busy !== null}
                onClick={() => void takeBack(act)}
              >
                {say('canceledUndo')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {value.length === shown && <p class="cc-hint">{say('canceledLatest', { count: shown })}</p>}
      <Told told={told} testId="canceled-told" />
    </section>
  );
}
