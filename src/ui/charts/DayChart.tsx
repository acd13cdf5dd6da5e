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
  const most = Math.max(1, ...days.map(({ out, used }) => Math.max(out, used)));
  const each = days.length > wideUpTo ? narrowStep : step;
  const width = Math.max(240, days.length * each);
  const tall = (value: number) => (value / most) * height;
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
          {days.map(({ day, out, used, pending }, i) => (
            <g key={day}>
              <title>{say('chartDay', { day: dayWords(day), out, used })}</title>
              <rect class="cc-hit" x={i * each} y="0" width={each} height={height} />
              {out > 0 && (
                <rect
                  class="cc-bar-out"
                  x={(i + 0.08) * each}
                  y={height - tall(out) + 1}
                  width={bar * each}
                  height={tall(out)}
                />
              )}
              {used > 0 && (
                <rect
                  class="cc-bar-use"
                  x={(i + 0.52) * each}
                  y={height - tall(used) + 1}
                  width={bar * each}
                  height={tall(used)}
                />
              )}
              {pending > 0 && (
                <rect
                  class="cc-bar-pending"
                  x={(i + 0.52) * each}
                  y={height - tall(used) + 1}
                  width={bar * each}
                  height={tall(pending)}
                />
              )}
            </g>
          ))}
        </svg>
        <div class="cc-chart-ends" aria-hidden="true" style={{ inlineSize: `${width}px` }}>
          <span>{told.first}</span>
          <span>{say('chartMost', { count: number(most) })}</span>
          <span>{told.last}</span>
        </div>
      </div>
      <details class="lines">
        <summary>{say('chartTable')}</summary>
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
      </details>
    </figure>
  );
}

function dayWords(day: string): string {
  return shortDay(Date.parse(day), 'UTC', Date.now());
}
