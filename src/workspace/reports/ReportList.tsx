import { useState } from 'preact/hooks';
import type { Pool, ReportRow } from '../../actions/pool';
import { coveredBy } from '../../domain/orders/coverage';
import type { ReportKind } from '../../domain/orders/order-line';
import { spanWords } from '../../ui/charts/CoverageStrip';
import { AskBox } from '../../ui/parts/AskBox';
import { Notice } from '../../ui/parts/Notice';
import { Told } from '../../ui/parts/Told';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';
import { ReportDays } from './ReportDays';

const kinds = {
  'all-orders': 'reportKindOrders',
  'fba-promotions': 'reportKindFba',
  settlement: 'reportKindSettlement',
  'order-xml': 'reportKindXml',
} as const satisfies Record<ReportKind, string>;

type Open = { readonly id: string; readonly what: 'days' | 'remove' } | null;

interface ReportListProps {
  pool: Pool;
  onRemoved: (id: string) => void;
}

/** The reports that were imported, the newest first: what each holds, which days it covers, and the way out. */
export function ReportList({ pool, onRemoved }: ReportListProps) {
  const { value, problem } = useRead(pool.onChange, 'reports', () => pool.listReports());
  const { busy, told, run } = useTask();
  const [open, setOpen] = useState<Open>(null);
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value) return null;
  const remove = ({ id, name }: ReportRow) =>
    run(say('reportRemoveBusy'), async () => {
      await pool.removeReport(id);
      setOpen(null);
      onRemoved(id);
      return { tone: 'done', text: say('reportRemoved', { file: name }) };
    });
  return (
    <section class="panel report-list" aria-labelledby="report-list-title" data-testid="report-list">
      <h2 id="report-list-title">{say('reportListTitle')}</h2>
      {value.length === 0 && (
        <p class="cc-hint" data-testid="report-list-empty">
          {say('reportListEmpty')}
        </p>
      )}
      <ul>
        {value.map((row) => {
          const is = (what: 'days' | 'remove') => open?.id === row.id && open.what === what;
          return (
            <li key={row.id} data-report={row.name}>
              <About row={row} />
              <div class="report-acts">
                {row.kind === 'all-orders' && (
                  <button
                    type="button"
                    class="cc-button cc-small cc-quiet"
                    data-testid="report-days-open"
                    aria-label={say('reportDaysOpenWhat', { file: row.name })}
                    aria-expanded={is('days')}
                    onClick={() => setOpen(is('days') ? null : { id: row.id, what: 'days' })}
                  >
                    {say('reportDaysOpen')}
                  </button>
                )}
                <button
                  type="button"
                  class="cc-button cc-small cc-quiet"
                  data-testid="report-list-remove"
                  aria-label={say('reportListRemoveWhat', { file: row.name })}
                  onClick={() => setOpen({ id: row.id, what: 'remove' })}
                >
                  {say('reportListRemove')}
                </button>
              </div>
              {is('days') && <ReportDays pool={pool} row={row} onDone={() => setOpen(null)} />}
              {is('remove') && (
                <AskBox
                  testId="report-remove-ask"
                  onCancel={() => setOpen(null)}
                  legend={<b>{say('reportRemoveAsk', { file: row.name })}</b>}
                >
                  <p class="cc-hint">
                    {say('reportRemoveHow')}
                    {row.kind === 'order-xml' && ` ${say('reportRemoveXml')}`}
                  </p>
                  <div class="cc-row">
                    <button
                      type="button"
                      class="cc-button cc-small"
                      data-testid="report-remove-confirm"
                      disabled={busy !== null}
                      onClick={() => void remove(row)}
                    >
                      {busy ?? say('reportRemove')}
                    </button>
                    <button
                      type="button"
                      class="cc-button cc-small cc-quiet"
                      disabled={busy !== null}
                      onClick={() => setOpen(null)}
                    >
                      {say('formCancel')}
                    </button>
                  </div>
                </AskBox>
              )}
            </li>
          );
        })}
      </ul>
      <Told told={told} testId="report-list-told" />
    </section>
  );
}

function About({ row }: { row: ReportRow }) {
  const { name, kind, at, by, orders, rejected, daysTold } = row;
  const days = coveredBy(row);
  const time = shortTime(at);
  return (
    <div class="report-about">
      <b>{name}</b>
      <p class="cc-hint">
        {say(kinds[kind])} ·{' '}
        {by ? say('reportImportedBy', { time, name: by }) : say('reportImported', { time })}
      </p>
      <p>
        <span data-testid="report-covers">{coversWords(kind, days && spanWords(days))}</span>
        {daysTold && ` ${say('reportDaysTold')}`}
      </p>
      <p class="cc-hint">
        {sayCount('reportListOrders', orders)}
        {rejected > 0 && ` · ${sayCount('reportRejected', rejected)}`}
      </p>
    </div>
  );
}

function coversWords(kind: ReportKind, days: string | null): string {
  if (days !== null) return say('reportCovers', { days });
  return say(kind === 'all-orders' ? 'reportCoversUnknown' : 'reportCoversNone');
}
