import { type DaySpan, dateOf, uncovered } from '../../domain/orders/coverage';
import { listed, shortDay } from '../../words/format';
import { say } from '../../words/say';

/** Gaps that are named one by one. */
const mostNamed = 4;

/** The days of a run that reports cover, filled, and those that none does, hollow: nothing known looks unlike nothing sold. */
export function CoverageStrip({ run, covered }: { run: DaySpan; covered: readonly DaySpan[] }) {
  const gaps = uncovered(run, covered);
  const days = run.last - run.first + 1;
  const parts: { span: DaySpan; known: boolean }[] = [];
  for (let from = run.first; from <= run.last; ) {
    const gap = gaps.find(({ last }) => last >= from);
    const known = gap === undefined || gap.first > from;
    const last = gap === undefined ? run.last : known ? gap.first - 1 : gap.last;
    parts.push({ span: { first: from, last }, known });
    from = last + 1;
  }
  const label = coverageWords(run, gaps);
  return (
    <div class="cc-coverage">
      <div class="cc-strip" role="img" aria-label={label}>
        {parts.map(({ span, known }) => (
          <span
            key={span.first}
            class={known ? 'cc-strip-known' : 'cc-strip-gap'}
            style={{ flexGrow: String((span.last - span.first + 1) / days) }}
            title={spanWords(span)}
          />
        ))}
      </div>
      <p class="cc-hint">{label}</p>
    </div>
  );
}

/** "Sep 1 – Sep 30", or the one day. */
export function spanWords({ first, last }: DaySpan): string {
  const day = (at: number) => shortDay(Date.parse(dateOf(at)), 'UTC', Date.now());
  return first === last ? day(first) : say('daySpan', { first: day(first), last: day(last) });
}

/** Which days reports cover, in words. */
export function coverageWords(run: DaySpan, gaps: readonly DaySpan[]): string {
  const days = spanWords(run);
  if (gaps.length === 0) return say('coverageWhole', { days });
  const named = listed(gaps.slice(0, mostNamed).map(spanWords));
  return say('coverageGaps', { days, gaps: named, more: gaps.length > mostNamed ? '…' : '' });
}
