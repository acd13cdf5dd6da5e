import type { Pool } from '../../actions/pool';
import type { ReportImporter, ReportResult, ReportsState } from '../../actions/reports/report-importer';
import type { NamedCodes } from '../../actions/reports/take-file';
import type { LineFault } from '../../domain/orders/order-line';
import type { Promotion } from '../../domain/promotion';
import { Notice } from '../../ui/parts/Notice';
import { useStore } from '../../ui/parts/use-store';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { DropZone } from '../parts/DropZone';
import { UnknownIds } from './UnknownIds';

/** Bad lines shown of each report. */
const mostShown = 50;

interface AddReportsProps {
  pool: Pool;
  reports: ReportImporter;
  promotions: readonly Promotion[];
}

/** Amazon's reports on orders: choose them, see how far reading has come, and what each came to. */
export function AddReports({ pool, reports, promotions }: AddReportsProps) {
  const { reading, results } = useStore(reports);
  return (
    <section class="add reports" aria-labelledby="reports-title">
      <h2 id="reports-title">{say('reportTitle')}</h2>
      <DropZone
        accept=".txt,.tsv,.csv,.gz,.zip,.xml"
        multiple
        testId="import-report"
        title={say('reportChoose')}
        kinds={say('reportKinds')}
        onFiles={(files) => void reports.take(files)}
      />
      <p class="cc-hint">{say('reportWhere')}</p>
      {reading && <Reading reading={reading} onCancel={() => reports.cancel()} />}
      {results.map((each, i) => (
        <Result
          key={each.taken?.id ?? `${each.name} ${i}`}
          result={each}
          onRemove={(id) => void reports.remove(id)}
        />
      ))}
      <UnknownIds pool={pool} promotions={promotions} />
    </section>
  );
}

interface ReadingProps {
  reading: NonNullable<ReportsState['reading']>;
  onCancel: () => void;
}

function Reading({ reading, onCancel }: ReadingProps) {
  const { name, done, total, rate, canceling } = reading;
  const size = (bytes: number) => say('sizeMegabytes', { size: Math.round(bytes / 104_857.6) / 10 });
  const sizes = { done: size(done), total: size(total) };
  return (
    <div class="reading">
      <p role="status">{say('chooseReading', { file: name })}</p>
      <progress
        aria-label={say('chooseReadingLabel', { file: name })}
        value={done}
        max={Math.max(1, total)}
      />
      <p class="cc-hint">
        {rate === null ? say('reportDone', sizes) : say('reportRate', { ...sizes, rate: size(rate) })}
      </p>
      <button type="button" class="cc-button cc-small" disabled={canceling} onClick={onCancel}>
        {say('importCancel')}
      </button>
    </div>
  );
}

function Result({ result, onRemove }: { result: ReportResult; onRemove: (id: string) => void }) {
  const { name, problem, taken } = result;
  if (!taken) return <Notice tone="problem" text={problem ?? ''} testId="import-error" />;
  const { id, lines, orders, matched, rejected, bad, known, named } = taken;
  return (
    <div
      class="cc-notice cc-notice-done report-result"
      role="status"
      data-testid="report-result"
      data-lines={lines}
      data-orders={orders}
      data-matched={matched}
      data-rejected={rejected}
      data-named={named?.ours}
    >
      <div>
        <p>{sayCount(known ? 'reportKnown' : 'reportRead', orders, { file: name })}</p>
        <p>{matched === 0 ? say('reportNoneMatched') : sayCount('reportMatched', matched)}</p>
        {named && <Named named={named} />}
        {rejected > 0 && (
          <details class="lines">
            <summary>{sayCount('reportRejected', rejected)}</summary>
            <ul>
              {bad.slice(0, mostShown).map(({ line, fault }) => (
                <li key={line}>
                  <span class="lines-place">{say('linesAt', { line })}</span> {faultWords(fault)}
                </li>
              ))}
            </ul>
            {rejected > mostShown && (
              <p>{say('reportMoreRejected', { count: number(rejected - mostShown) })}</p>
            )}
          </details>
        )}
      </div>
      {!known && (
        <button
          type="button"
          class="cc-button cc-quiet"
          data-testid="report-remove"
          onClick={() => onRemove(id)}
        >
          {say('reportRemove')}
        </button>
      )}
    </div>
  );
}

/** What became of the claim codes that a report names: which are here is known for sure, unlike by Tracking ID. */
function Named({ named: { ours, marked, other, unknown } }: { named: NamedCodes }) {
  return (
    <>
      <p>
        {sayCount('reportNamed', ours)}
        {ours > 0 && ` ${sayCount('reportNamedMarked', marked)}`}
      </p>
      {other > 0 && <p>{sayCount('reportNamedOther', other)}</p>}
      {unknown > 0 && <p>{sayCount('reportNamedUnknown', unknown)}</p>}
    </>
  );
}

function faultWords(fault: LineFault): string {
  return {
    short: say('lineFaultShort'),
    long: say('lineFaultLong'),
    'order-id': say('lineFaultOrder'),
    date: say('lineFaultDate'),
    'promotion-id': say('lineFaultPromotion'),
  }[fault];
}
