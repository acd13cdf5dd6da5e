import { mostPrinted, type PeopleDesk } from '../../actions/people/people-desk';
import {
  type PeopleGrouping,
  type PeopleRow,
  type PeopleSort,
  peopleSorts,
} from '../../actions/people/people-rows';
import type { Promotion } from '../../domain/promotion';
import { Field } from '../../ui/parts/Field';
import { SearchField } from '../../ui/parts/SearchField';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say } from '../../words/say';
import { peopleHref } from '../parts/route';

const sortWords = {
  newest: 'peopleSortNewest',
  name: 'peopleSortName',
  codes: 'peopleSortCodes',
} as const satisfies Record<PeopleSort, string>;

const groupings = { person: 'peopleByPerson', channel: 'peopleByChannel' } as const;

interface PeopleToolsProps {
  people: PeopleDesk;
  /** The rows shown, and how many codes they have. */
  rows: readonly PeopleRow[];
  given: number;
  promotions: readonly Promotion[];
  promotionId: string;
}

/** How the list is looked at, and the ways to take it along. */
export function PeopleTools({ people, rows, given, promotions, promotionId }: PeopleToolsProps) {
  const { view, busy } = useStore(people);
  return (
    <div class="people-tools">
      <div class="table-choices">
        <SearchField
          label={say('peopleSearch')}
          value={view.search}
          testId="people-search"
          onInput={(search) => people.look({ search })}
        />
        {promotions.length > 1 && (
          <Field label={say('peopleOf')} labelHidden class="table-choice">
            {(control) => (
              <select
                {...control}
                class="cc-input"
                value={promotionId}
                data-testid="people-promotion"
                onChange={(event) => location.assign(peopleHref(event.currentTarget.value))}
              >
                <option value="">{say('tableAll')}</option>
                {promotions.map((promotion) => (
                  <option key={promotion.id} value={promotion.id}>
                    {nameOf(promotion)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={say('tableSortBy')} labelHidden class="table-choice">
          {(control) => (
            <select
              {...control}
              class="cc-input"
              value={view.sort}
              data-testid="people-sort"
              onChange={(event) => people.look({ sort: event.currentTarget.value as PeopleSort })}
            >
              {peopleSorts.map((sort) => (
                <option key={sort} value={sort}>
                  {say(sortWords[sort])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="people-acts">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend that is seen */}
        <div class="table-chips" role="group" aria-label={say('peopleGrouping')}>
          {(Object.keys(groupings) as PeopleGrouping[]).map((by) => (
            <button
              key={by}
              type="button"
              class="table-chip"
              aria-pressed={view.by === by}
              data-testid={`people-by-${by}`}
              onClick={() => people.look({ by })}
            >
              {say(groupings[by])}
            </button>
          ))}
        </div>
        <div class="cc-row">
          <button
            type="button"
            class="cc-button cc-small"
            disabled={busy || rows.length === 0}
            data-testid="people-csv"
            onClick={() => void people.save(rows)}
          >
            {say('peopleCsv')}
          </button>
          <button
            type="button"
            class="cc-button cc-small"
            disabled={busy || rows.length === 0 || given > mostPrinted}
            aria-describedby={given > mostPrinted ? 'people-too-many' : undefined}
            data-testid="people-print"
            onClick={() => void people.print(rows)}
          >
            {say('peoplePrint')}
          </button>
        </div>
      </div>
      {given > mostPrinted && (
        <p class="cc-hint people-too-many" id="people-too-many">
          {say('peopleTooMany', { most: mostPrinted })}
        </p>
      )}
    </div>
  );
}
