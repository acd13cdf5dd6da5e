import type { ResultsView } from '../../actions/reports/results';
import { timeZoneOf } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { codes, number, shortDay } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** How many codes will have been used in the end, if the pace of the last days with reports stays. */
export function Expected({ view, promotion }: { view: ResultsView; promotion: Promotion }) {
  const { expected, count } = view;
  if (!expected || promotion.end === null) return null;
  const { days, uses, low, high, of } = expected;
  const zone = timeZoneOf(promotion.marketplace);
  const told = {
    ...{ days: number(days), uses: sayCount('usesCounted', uses), out: codes(of) },
    date: shortDay(Date.parse(promotion.end), zone, Date.now()),
  };
  const share = (part: number) => `${(100 * part) / of}%`;
  return (
    <div class="results-part" data-testid="expected-use" data-low={low} data-high={high}>
      <h3>{say('resultsExpectedTitle')}</h3>
      <div class="cc-ahead" aria-hidden="true">
        <span class="cc-ahead-used" style={{ inlineSize: share(count.checkouts) }} />
        <span
          class="cc-ahead-range"
          style={{ insetInlineStart: share(low), inlineSize: share(high - low) }}
        />
        <b style={{ insetInlineStart: share(expected.expected) }} />
      </div>
      <p>
        {low >= of
          ? say('resultsExpectedAll', told)
          : say('resultsExpected', {
              ...told,
              ...{ low: number(low), high: number(high), expected: number(expected.expected) },
            })}
      </p>
    </div>
  );
}
