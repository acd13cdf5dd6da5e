import { useState } from 'preact/hooks';
import type { DayCount } from '../../domain/orders/by-day';
import { number, shortDay } from '../../words/format';
import { say } from '../../words/say';

const height = 120;
/** Room for a day; a chart of many days is as wide as that takes, and scrolls. */
const step = 14;
const narrowStep = 4;
const wideUpTo = 90;
const bar = 0.38;

/** Codes given out and used, day by day: hollow and filled bars, which differ without colors. The numbers stand in a table behind it. */
export function DayChart({ days }: { days: readonly DayCount[] }) {
  const [tableOpen, setTableOpen] = useState(false);
  const most = Math.max(1, ...days.map(({ out, used }) => Math.max(out, used)));
  const each = days.length > wideUpTo ? narrowStep : step;
  const width = Math.max(240, days.length * each);
  const tall = (value: number) => (value / most) * height;
  /** The bars of all days in one drawing, each as tall as its number, with its top where that of `as` is. */
  const bars = (beside: number, of: 'out' | 'used' | 'pending', as = of) => {
    const drawn = days.map((day, i) => {
      const [x, y] = [(i + beside) * each, height + 1 - tall(day[as])];
      return day[of] > 0 ? `M${x} ${y}h${bar * each}v${tall(day[of])}h${-bar * each}z` : '';
    });
    return drawn.join('');
  };
  const sum = (value: (day: DayCount) => number) => days.reduce((total, day) => total + value(day), 0);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const told = {
    first: dayWords(first.day),
    last: dayWords(last.day),
    out: number(sum(({ out }) => out)),
    used: number(sum(({ used }) => used)),
  };
  return (
    <figure class="cc-day-chart">
      <ul class="cc-legend" aria-hidden="true">
        <li>
          <span class="cc-key cc-key-out" /> {say('chartOut')}
        </li>
        <li>
          <span class="cc-key cc-key-used" /> {say('chartUsed')}
        </li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="cc-chart-scroll" tabIndex={0} role="img" aria-label={say('chartLabel', told)}>
        <svg width={width} height={height + 4} viewBox={`0 0 ${width} ${height + 4}`} aria-hidden="true">
          <line class="cc-axis" x1="0" x2={width} y1={height + 2} y2={height + 2} />
          <path class="cc-bar-out" d={bars(0.08, 'out')} />
          <path class="cc-bar-use" d={bars(0.52, 'used')} />
          <path class="cc-bar-pending" d={bars(0.52, 'pending', 'used')} />
          {days.map(({ day, out, used }, i) => (
            <rect key={day} class="cc-hit" x={i * each} y="0" width={each} height={height}>
              <title>{say('chartDay', { day: dayWords(day), out, used })}</title>
            </rect>
          ))}
        </svg>
        <div class="cc-chart-ends" aria-hidden="true" style={{ inlineSize: `${width}px` }}>
          <span>{told.first}</span>
          <span>{say('chartMost', { count: number(most) })}</span>
          <span>{told.last}</span>
        </div>
      </div>
      <details class="lines" onToggle={(event) => setTableOpen(event.currentTarget.open)}>
        <summary>{say('chartTable')}</summary>
        {tableOpen && <DayTable days={days} />}
      </details>
    </figure>
  );
}

/** The numbers behind the picture, of the days on which there are any. */
function DayTable({ days }: { days: readonly DayCount[] }) {
  return (
    <table class="cc-chart-table">
      <thead>
        <tr>
          <th scope="col">{say('chartDayHead')}</th>
          <th scope="col">{say('chartOut')}</th>
          <th scope="col">{say('chartUsed')}</th>
          <th scope="col">{say('chartPending')}</th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ out, used }) => out + used > 0)
          .map(({ day, out, used, pending }) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              <td>{number(out)}</td>
              <td>{number(used)}</td>
              <td>{number(pending)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function dayWords(day: string): string {
  return shortDay(Date.parse(day), 'UTC', Date.now());
}
