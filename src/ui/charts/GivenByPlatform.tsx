import { number, shortTime } from '../../words/format';
import { say } from '../../words/say';

const width = 240;
const height = 48;
const edge = 4;

interface GivenByPlatformProps {
  /** Codes of the lot, and when it was handed over, ISO 8601. */
  count: number;
  since: string;
  /** What was really given out at what time, the oldest first. */
  points: readonly { readonly at: string; readonly out: number }[];
}

/** How a platform gave out a lot over time, in steps; the numbers stand in the list beside it. */
export function GivenByPlatform({ count, since, points }: GivenByPlatformProps) {
  const last = points.at(-1);
  if (!last) return null;
  const [from, to] = [Date.parse(since), Date.parse(last.at)];
  const x = (at: string) =>
    edge + (to > from ? (Date.parse(at) - from) / (to - from) : 1) * (width - 2 * edge);
  const y = (out: number) => height - edge - (out / count) * (height - 2 * edge);
  const steps = points.map(({ at, out }) => `L${x(at).toFixed(1)} ${y(out).toFixed(1)}`);
  const told = {
    from: shortTime(since),
    out: number(last.out),
    count: number(count),
    to: shortTime(last.at),
  };
  return (
    <svg
      class="cc-given-line"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('platformChart', told)}
      data-testid="given-by-platform"
    >
      <line class="cc-axis" x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} />
      <line class="cc-most" x1={edge} x2={width - edge} y1={y(count)} y2={y(count)} />
      <path d={`M${edge} ${y(0)} ${steps.join(' ')}`} />
      {points.map(({ at, out }) => (
        <circle key={at} cx={x(at)} cy={y(out)} r="3">
          <title>{say('platformPoint', { time: shortTime(at), out: number(out) })}</title>
        </circle>
      ))}
    </svg>
  );
}
