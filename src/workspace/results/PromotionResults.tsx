import { useMemo, useRef, useState } from 'preact/hooks';
import type { Pool, PromotionWithCounts, PromotionResults as Results } from '../../actions/pool';
import { exportDays, exportOrders, type ResultsView, resultsView } from '../../actions/reports/results';
import { CoverageStrip, spanWords } from '../../ui/charts/CoverageStrip';
import { DayChart } from '../../ui/charts/DayChart';
import { Notice } from '../../ui/parts/Notice';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { ChannelResults } from './ChannelResults';
import { CopyChart } from './CopyChart';
import { Expected } from './Expected';
import { FollowUpList } from './FollowUpList';
import { LeakList } from './LeakList';
import { PrintedSummary } from './PrintedSummary';
import { discountWords, usedWords } from './result-words';

interface PromotionResultsProps {
  pool: Pool;
  /** What was read of it; null until it was. */
  told: { readonly value: Results | null; readonly problem: string | null };
  item: PromotionWithCounts;
  now: number;
  /** The seller's own highest max order quantity. */
  orderLimit: number;
}

/** What Amazon's own reports tell of one promotion: uses, alarms, channels, days, and which days nobody knows of. */
export function PromotionResults({ pool, told, item, now, orderLimit }: PromotionResultsProps) {
  const { promotion } = item;
  const chart = useRef<HTMLDivElement>(null);
  const [printing, setPrinting] = useState(false);
  const results = told.value;
  const view = useMemo(
    () => results && resultsView(item, results, { now, maxOrderQuantity: orderLimit }),
    [item, results, now, orderLimit],
  );
  if (told.problem) return <Notice tone="problem" text={told.problem} />;
  if (!results || !view) return null;
  return (
    <section class="results" aria-labelledby="results-title" data-testid="results" data-kind={view.kind}>
      <div class="panel-head">
        <h2 id="results-title">{say('resultsTitle')}</h2>
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          data-testid="print-summary"
          onClick={() => setPrinting(true)}
        >
          {say('summaryPrint')}
        </button>
      </div>
      {printing && <PrintedSummary item={item} view={view} onPrinted={() => setPrinting(false)} />}
      <Headline view={view} hasTrackingId={promotion.trackingId !== null} />
      <LeakList leaks={view.leaks} />
      {view.coverage && (
        <div class="results-part">
          <h3>{say('coverageTitle')}</h3>
          <CoverageStrip run={view.coverage.run} covered={view.coverage.covered} />
          {view.coverage.next && (
            <p data-testid="next-report">{say('coverageNext', { days: spanWords(view.coverage.next) })}</p>
          )}
        </div>
      )}
      <Expected view={view} promotion={promotion} />
      <ChannelResults view={view} />
      <FollowUpList pool={pool} promotion={promotion} view={view} />
      {view.days.length > 0 && (
        <div class="results-part" ref={chart}>
          <h3>{say('resultsByDay')}</h3>
          <DayChart days={view.days} />
          <div class="results-acts">
            <button
              type="button"
              class="cc-button cc-small"
              data-testid="export-days"
              onClick={() => exportDays(promotion, view.days)}
            >
              {say('resultsExportDays')}
            </button>
            {results.orders.length > 0 && (
              <button
                type="button"
                class="cc-button cc-small"
                data-testid="export-orders"
                onClick={() => exportOrders(promotion, results)}
              >
                {say('resultsExportOrders')}
              </button>
            )}
            <CopyChart promotion={promotion} chart={() => chart.current?.querySelector('svg') ?? null} />
          </div>
        </div>
      )}
    </section>
  );
}

function Headline({ view, hasTrackingId }: { view: ResultsView; hasTrackingId: boolean }) {
  const { kind, count, rate } = view;
  if (kind === 'shared')
    return <Notice tone="warning" text={say('resultsShared', { name: view.withName })} />;
  if (kind === 'unknown')
    return (
      <p data-testid="results-unknown">{say(hasTrackingId ? 'resultsUnknown' : 'resultsNoTrackingId')}</p>
    );
  const percent = (part: number) => Math.round(part * 100);
  return (
    <div class="results-part">
      <p
        class="results-used"
        data-testid="results-used"
        data-value={count.checkouts}
        data-provisional={count.pending}
      >
        {usedWords(view)}
      </p>
      {rate && (
        <>
          <div class="cc-range" aria-hidden="true">
            <span
              style={{
                insetInlineStart: `${rate.low * 100}%`,
                inlineSize: `${(rate.high - rate.low) * 100}%`,
              }}
            />
            <b style={{ insetInlineStart: `${(100 * rate.used) / rate.of}%` }} />
          </div>
          <p class="cc-hint">{say('resultsRange', { low: percent(rate.low), high: percent(rate.high) })}</p>
        </>
      )}
      <ul class="results-notes">
        {count.pending > 0 && <li>{sayCount('resultsPending', count.pending)}</li>}
        {count.orders > count.checkouts && <li>{say('resultsOrders', { orders: number(count.orders) })}</li>}
        {view.possiblyOne > 0 && <li>{sayCount('resultsPossiblyOne', view.possiblyOne)}</li>}
        {count.canceled > 0 && <li>{sayCount('resultsCanceled', count.canceled)}</li>}
        {view.discounts.map((given) => (
          <li key={given.currency}>{discountWords(given)}</li>
        ))}
      </ul>
      <details class="lines">
        <summary>{say('resultsRule')}</summary>
        <p>{say('resultsRuleMore')}</p>
      </details>
    </div>
  );
}
