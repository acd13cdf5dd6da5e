import type { Pool } from '../../actions/pool';
import { comparedRows, exportCompared } from '../../actions/reports/compared';
import type { Promotion } from '../../domain/promotion';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { nameOf } from '../../ui/promotion/promotion-model';
import { moneyOf, number, share } from '../../words/format';
import { say } from '../../words/say';
import { tabHref } from '../parts/route';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';
import './results.css';

/** Rows shown; the file holds all. */
const mostShown = 50;

interface ComparePromotionsProps {
  pool: Pool;
  promotions: readonly Promotion[];
}

/** Promotions side by side: how many of the codes given out were used, and what an order cost. */
export function ComparePromotions({ pool, promotions }: ComparePromotionsProps) {
  const { value, problem } = useRead(pool.onChange, 'compared', () => pool.comparePromotions());
  const { told, run } = useTask();
  if (problem) return <Notice tone="problem" text={problem} />;
  const rows = comparedRows(value ?? [], promotions);
  // One alone has nothing to be compared with.
  if (rows.length < 2) return null;
  const save = () =>
    run(say('compareTitle'), async () => ({
      tone: 'done',
      text: say('compareSaved', { file: exportCompared(rows) }),
    }));
  return (
    <section class="panel compare" aria-labelledby="compare-title" data-testid="compare">
      <h2 id="compare-title">{say('compareTitle')}</h2>
      <p class="cc-hint">{say('compareHint')}</p>
      <div class="compare-scroll">
        <table class="cc-chart-table">
          <thead>
            <tr>
              <th scope="col">{say('comparePromotion')}</th>
              <th scope="col">{say('resultsChannel')}</th>
              <th scope="col">{say('chartOut')}</th>
              <th scope="col">{say('chartUsed')}</th>
              <th scope="col">{say('compareRate')}</th>
              <th scope="col">{say('compareCost')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map(({ promotion, channel, out, used, rate, cost }) => (
              <tr key={promotion.id} data-compared={nameOf(promotion)}>
                <th scope="row">
                  <a href={tabHref(promotion.id, 'results')}>{nameOf(promotion)}</a>
                </th>
                <td>{channel ?? <span class="cc-unknown">{say('compareChannels')}</span>}</td>
                <td>{number(out)}</td>
                <td>{number(used)}</td>
                <td>
                  {rate && (
                    <>
                      <span class="compare-share">{share(used, out)}</span>
                      <span class="cc-range" aria-hidden="true">
                        <span
                          style={{
                            insetInlineStart: `${rate.low * 100}%`,
                            inlineSize: `${(rate.high - rate.low) * 100}%`,
                          }}
                        />
                        <b style={{ insetInlineStart: `${(100 * used) / out}%` }} />
                      </span>
                      <span class="cc-unseen">
                        {say('resultsRange', {
                          low: Math.round(rate.low * 100),
                          high: Math.round(rate.high * 100),
                        })}
                      </span>
                    </>
                  )}
                </td>
                <td>{cost ? moneyOf(cost.each, cost.currency) : say('resultsUnknownMark')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && <p>{say('followMore', { count: number(rows.length - mostShown) })}</p>}
      <div class="results-acts">
        <button
          type="button"
          class="cc-button cc-small"
          data-testid="export-compared"
          onClick={() => void save()}
        >
          {say('compareExport')}
        </button>
        <Told told={told} />
      </div>
    </section>
  );
}
