import type { TableRow } from '../../actions/promotions/table-rows';
import { number } from '../../words/format';
import { say } from '../../words/say';
import { columnWords, endWords, filterWords, wantsWords } from './words';

interface TableLineProps {
  row: TableRow;
  chosen: boolean;
  now: number;
  onChoose: (id: string, on: boolean) => void;
}

/** One promotion in the table; its name leads to its page. */
export function TableLine({ row, chosen, now, onChoose }: TableLineProps) {
  const { id, name, promotion, counts, product, standing } = row;
  const { day, left } = endWords(row, now);
  const wants = wantsWords(row);
  const more = [promotion.trackingId, product].filter((text) => text && text !== name).join(' · ');
  return (
    <tr data-promotion={name} class={chosen ? 'table-chosen' : undefined}>
      <td class="table-check">
        <label>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={say('tableChoose', { name })}
            onChange={(event) => onChoose(id, event.currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row" class="table-name">
        <a href={`#/promotion/${encodeURIComponent(id)}`} data-testid="promotion-open">
          {name}
        </a>
        {more && <span class="table-more">{more}</span>}
      </th>
      <td data-label={say(columnWords.store)}>
        {promotion.marketplace ?? <span class="table-unknown">{say('tableNotKnown')}</span>}
      </td>
      <td class="table-number" data-label={say(columnWords.left)}>
        <span class="table-left" data-count="available" data-value={counts.available}>
          {number(counts.available)}
        </span>{' '}
        <span class="table-more" data-count="total" data-value={counts.total}>
          {say('tableOf', { total: counts.total })}
        </span>
      </td>
      <td
        class="table-number"
        data-label={say(columnWords.given)}
        data-count="issued"
        data-value={counts.issued}
      >
        {number(counts.issued)}
      </td>
      <td
        class="table-number"
        data-label={say(columnWords.used)}
        data-count="redeemed"
        data-value={counts.redeemed}
        data-known={String(counts.redeemedKnown)}
        data-provisional={counts.provisional}
      >
        {counts.redeemedKnown ? (
          number(counts.redeemed)
        ) : (
          <span class="table-unknown">{say('tableNotCounted')}</span>
        )}
      </td>
      <td class="table-ends" data-label={say(columnWords.ends)}>
        {promotion.end === null ? (
          <span class="table-unknown">{day}</span>
        ) : (
          <time dateTime={promotion.end}>{day}</time>
        )}
        {left && <span class="table-wants">{left}</span>}
      </td>
      <td class="table-state" data-label={say(columnWords.state)}>
        <span class={`table-standing table-${standing}`}>{say(filterWords[standing])}</span>
        {wants.map((text) => (
          <span key={text} class="table-wants">
            {text}
          </span>
        ))}
      </td>
    </tr>
  );
}
