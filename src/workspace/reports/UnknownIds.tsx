import { useState } from 'preact/hooks';
import type { Pool, UnknownId } from '../../actions/pool';
import { dateOf, dayOf } from '../../domain/orders/coverage';
import type { Promotion } from '../../domain/promotion';
import { loadSettings } from '../../stored/settings';
import { number, shortDay } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';

/** Rows shown at first. */
const mostShown = 10;

/** Promotion ids that orders carry and no promotion here has: whose is each? */
export function UnknownIds({ pool, promotions }: { pool: Pool; promotions: readonly Promotion[] }) {
  const { value } = useRead(pool.onChange, 'unknown-ids', () => pool.unknownIds());
  const [all, showAll] = useState(false);
  if (!value || promotions.length === 0) return null;
  const open = value.filter(({ ignored, amazonsOwn }) => !ignored && !amazonsOwn);
  const hidden = value.length - open.length;
  if (open.length === 0) return null;
  const mark = async (id: string, promotionId: string | null) =>
    pool.markId(id, promotionId, (await loadSettings()).yourName);
  return (
    <div class="unknown-ids" data-testid="unknown-ids">
      <h3>{say('idsTitle')}</h3>
      <p class="cc-hint">{say('idsHint')}</p>
      <ul>
        {open.slice(0, all ? open.length : mostShown).map((each) => (
          <li key={each.id} data-promotion-id={each.id}>
            <OneId id={each} promotions={promotions} onMark={(to) => void mark(each.id, to)} />
          </li>
        ))}
      </ul>
      {open.length > mostShown && !all && (
        <button type="button" class="cc-button cc-small cc-quiet" onClick={() => showAll(true)}>
          {say('idsAll', { count: number(open.length) })}
        </button>
      )}
      {hidden > 0 && <p class="cc-hint">{sayCount('idsHidden', hidden)}</p>}
    </div>
  );
}

interface OneIdProps {
  id: UnknownId;
  promotions: readonly Promotion[];
  onMark: (promotionId: string | null) => void;
}

function OneId({ id: { id, description, all, first, last }, promotions, onMark }: OneIdProps) {
  const day = (at: number) => shortDay(Date.parse(dateOf(dayOf(at))), 'UTC', Date.now());
  const name = description || id;
  return (
    <>
      <b>{name}</b>
      <span class="cc-hint">
        {sayCount('idsUses', all.checkouts, { first: day(first), last: day(last) })}
      </span>
      <span class="unknown-acts">
        <select
          class="cc-input cc-small"
          aria-label={say('idsWhose', { id: name })}
          data-testid="id-promotion"
          onChange={(event) => {
            if (event.currentTarget.value) onMark(event.currentTarget.value);
          }}
        >
          <option value="">{say('idsChoose')}</option>
          {promotions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.marketplace ? say('idsStore', { name: each.name, store: each.marketplace }) : each.name}
            </option>
          ))}
        </select>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={() => onMark(null)}>
          {say('idsIgnore')}
        </button>
      </span>
    </>
  );
}
