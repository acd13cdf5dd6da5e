import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { loadSettings } from '../../stored/settings';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

/** Everything kept back, or `only` of one promotion, with why and the way out. Absent while nothing is. */
export function HoldList({ pool, desk, only }: { pool: Pool; desk: Desk; only?: string }) {
  const held = (useStore(desk).promotions ?? []).filter(
    ({ promotion, counts }) => counts.held > 0 && (only === undefined || promotion.id === only),
  );
  const { busy, told, run } = useTask();
  const key = held.map((each) => `${each.promotion.id} ${each.counts.held}`).join();
  const { value } = useRead(pool.onChange, `held ${key}`, async () =>
    Promise.all(
      held.map(async ({ promotion }) => ({ promotion, holds: await pool.listHolds(promotion.id) })),
    ),
  );
  if (!value?.length && !told) return null;
  const release = (promotionId: string, hold: string) =>
    run(say('holdReleaseBusy'), async () => {
      const { released } = await pool.releaseHold(promotionId, hold, (await loadSettings()).yourName);
      return { tone: 'done', text: sayCount('holdReleased', released) };
    });
  return (
    <section class="panel" aria-labelledby="held-title">
      <h2 id="held-title">{say('holdListTitle')}</h2>
      <ul class="lots">
        {value?.flatMap(({ promotion, holds }) =>
          holds.map((hold) => (
            <li key={hold.hold}>
              <div>
                <b>{only === undefined ? nameOf(promotion) : hold.to || say('listNobodyNamed')}</b>
                <p class="cc-hint">
                  {[
                    only === undefined && hold.to && say('holdListFor', { name: hold.to }),
                    hold.lease !== null && say('holdLeased'),
                    hold.note,
                    hold.until && say('holdListUntil', { time: shortTime(hold.until) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <p class="lot-count">{sayCount('listCodes', hold.count)}</p>
              {hold.lease === null && (
                <button
                  type="button"
                  class="cc-button cc-small cc-quiet"
                  data-testid="release-hold"
                  aria-label={sayCount('holdReleaseWhat', hold.count, { promotion: nameOf(promotion) })}
                  disabled={busy !== null}
                  onClick={() => void release(promotion.id, hold.hold)}
                >
                  {say('holdRelease')}
                </button>
              )}
            </li>
          )),
        )}
      </ul>
      <Told told={told} />
    </section>
  );
}
