import type { PromotionWithCounts } from '../../actions/pool';
import type { ResultsView } from '../../actions/reports/results';
import { marketplace, timeZoneOf } from '../../domain/marketplaces';
import { coverageWords } from '../../ui/charts/CoverageStrip';
import { DayChart } from '../../ui/charts/DayChart';
import { nameOf } from '../../ui/promotion/promotion-model';
import { instant, number, share } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { Printed } from '../parts/Printed';
import { discountWords, usedWords } from './result-words';

interface PrintedSummaryProps {
  item: PromotionWithCounts;
  view: ResultsView;
  onPrinted: () => void;
}

/** One promotion on one page, for a client or partner: no code, no buyer, no order. */
export function PrintedSummary({ item: { promotion, counts }, view, onPrinted }: PrintedSummaryProps) {
  const { start, end, percentOff, trackingId } = promotion;
  const store = promotion.marketplace && marketplace(promotion.marketplace);
  const at = (iso: string) => instant(Date.parse(iso), timeZoneOf(promotion.marketplace));
  const { kind, rate, coverage } = view;
  const facts = [
    store && [say('tableStore'), store.name],
    trackingId && [say('detailsTrackingId'), trackingId],
    percentOff && [say('summaryDiscount'), share(percentOff, 100)],
    start && [say('summaryStart'), at(start)],
    end && [say('summaryEnd'), at(end)],
  ].filter((each): each is [string, string] => Array.isArray(each));
  const rows = [
    [say('funnelGenerated'), counts.total],
    [say('tableGiven'), counts.issued],
    [say('tableLeft'), counts.available],
    [say('summaryHeld'), counts.held],
    [say('summaryCanceled'), counts.void],
    [say('summaryMoved'), counts.moved],
  ] as const;
  return (
    <Printed title={nameOf(promotion)} testId="printed-summary" onPrinted={onPrinted}>
      <table>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
          {rows.map(
            ([name, count]) =>
              (count > 0 || name === rows[0][0]) && (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{number(count)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      <h2>{say('resultsTitle')}</h2>
      {kind === 'counted' ? (
        <>
          <p>{usedWords(view)}</p>
          {rate && (
            <p>
              {say('resultsRange', { low: Math.round(rate.low * 100), high: Math.round(rate.high * 100) })}
            </p>
          )}
          {view.discounts.map((given) => (
            <p key={given.currency}>{discountWords(given)}</p>
          ))}
          <p>{say('resultsRule')}</p>
        </>
      ) : (
        <p>{say('summaryNotCounted')}</p>
      )}
      {coverage && <p>{coverageWords(coverage.run, coverage.gaps)}</p>}
      {view.days.length > 0 && (
        <>
          <h2>{say('resultsByDay')}</h2>
          <DayChart days={view.days} />
        </>
      )}
      {view.leaks.length > 0 && <p>{sayCount('summaryLeaks', view.leaks.length)}</p>}
    </Printed>
  );
}
