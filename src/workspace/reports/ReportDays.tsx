import { useState } from 'preact/hooks';
import type { Pool, ReportRow } from '../../actions/pool';
import {
  coveredBy,
  type DaySpan,
  type DaysFault,
  dateOf,
  dayIn,
  daysFault,
} from '../../domain/orders/coverage';
import { spanWords } from '../../ui/charts/CoverageStrip';
import { Field } from '../../ui/parts/Field';
import { Told } from '../../ui/parts/Told';
import { say } from '../../words/say';
import { useTask } from '../parts/use-task';

const faults = {
  order: 'reportDaysFaultOrder',
  future: 'reportDaysFaultFuture',
  long: 'reportDaysFaultLong',
} as const satisfies Record<Exclude<DaysFault, 'orders-outside'>, string>;

interface ReportDaysProps {
  pool: Pool;
  row: ReportRow;
  onDone: () => void;
}

/** Which days a report was asked for: a quiet month has orders on fewer of them than it covers. */
export function ReportDays({ pool, row, onDone }: ReportDaysProps) {
  const covered = coveredBy(row);
  const [first, setFirst] = useState(covered ? dateOf(covered.first) : '');
  const [last, setLast] = useState(covered ? dateOf(covered.last) : '');
  const [asked, setAsked] = useState(false);
  const { busy, told, run } = useTask();
  const [from, to] = [dayIn(first), dayIn(last)];
  const days = from !== null && to !== null ? { first: from, last: to } : null;
  const fault = days && daysFault(days, row.days, Date.now() / 1000);
  const save = (correct: DaySpan | null) =>
    run(say('reportDaysBusy'), async () => {
      await pool.correctDays(row.id, correct);
      onDone();
      return null;
    });
  const day = (label: string, value: string, set: (date: string) => void, testId: string, wrong?: string) => (
    <Field label={label} fault={wrong}>
      {(control) => (
        <input
          {...control}
          type="date"
          class="cc-input"
          value={value}
          data-testid={testId}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const wrong = days === null ? say('reportDaysFaultNone') : fault && faultWords(fault, row.days);
  const isFirst = from === null || fault === 'order';
  return (
    <form
      class="report-days"
      aria-label={say('reportDaysOpenWhat', { file: row.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (days && fault === null && busy === null) void save(days);
      }}
    >
      <p class="cc-hint">{say('reportDaysHint')}</p>
      <div class="report-days-fields">
        {day(
          say('reportDaysFirst'),
          first,
          setFirst,
          'report-days-first',
          asked && wrong && isFirst ? wrong : undefined,
        )}
        {day(
          say('reportDaysLast'),
          last,
          setLast,
          'report-days-last',
          asked && wrong && !isFirst ? wrong : undefined,
        )}
      </div>
      <div class="cc-row">
        <button
          type="submit"
          class="cc-button cc-small"
          data-testid="report-days-save"
          disabled={busy !== null}
        >
          {busy ?? say('reportDaysSave')}
        </button>
        {row.daysTold && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet"
            data-testid="report-days-reset"
            disabled={busy !== null}
            onClick={() => void save(null)}
          >
            {row.days ? say('reportDaysReset', { days: spanWords(row.days) }) : say('reportDaysForget')}
          </button>
        )}
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onDone}>
          {say('formCancel')}
        </button>
      </div>
      <Told told={told} testId="report-days-told" />
    </form>
  );
}

function faultWords(fault: DaysFault, read: DaySpan | null): string {
  if (fault === 'orders-outside' && read) return say('reportDaysFaultOutside', { days: spanWords(read) });
  return say(faults[fault as Exclude<DaysFault, 'orders-outside'>]);
}
