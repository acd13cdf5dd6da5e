import type { ResultsView } from '../../actions/reports/results';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** Uses by channel, where orders can tell: they name no code, so only where one channel had the whole promotion. */
export function ChannelResults({ view }: { view: ResultsView }) {
  const { channels, kind, count } = view;
  if (channels.length === 0) return null;
  const alone = view.oneChannel && kind === 'counted';
  return (
    <div class="results-part" data-testid="results-channels" data-known={String(alone)}>
      <h3>{say('resultsByChannel')}</h3>
      <table class="cc-chart-table">
        <thead>
          <tr>
            <th scope="col">{say('resultsChannel')}</th>
            <th scope="col">{say('chartOut')}</th>
            <th scope="col">{say('chartUsed')}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map(({ channel, out }) => (
            <tr key={channel}>
              <th scope="row">{channel === '' ? say('resultsNoChannel') : channel}</th>
              <td>{number(out)}</td>
              <td class={alone ? '' : 'cc-unknown'}>
                {alone ? number(count.checkouts) : say('resultsUnknownMark')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {channels.length > 1 && <p class="cc-hint">{sayCount('resultsChannelsShared', channels.length)}</p>}
    </div>
  );
}
