import {
  rowsOfFilter,
  type TableChoices,
  type TableRow,
  unknownStore,
} from '../../actions/promotions/table-rows';
import { type TableView, tableFilters } from '../../stored/table-view';
import { Field } from '../../ui/parts/Field';
import { SearchField } from '../../ui/parts/SearchField';
import { number } from '../../words/format';
import { say } from '../../words/say';
import { filterWords } from './words';

interface FiltersProps {
  view: TableView;
  search: string;
  choices: TableChoices;
  /** Rows of the chosen store, account and product, found by the search. */
  within: readonly TableRow[];
  onLook: (change: Partial<TableView>) => void;
  onSearch: (text: string) => void;
}

/** What of the promotions is shown: by state, by word, by store, account and product. */
export function Filters({ view, search, choices, within, onLook, onSearch }: FiltersProps) {
  const counted = tableFilters.map((filter) => ({ filter, count: rowsOfFilter(within, filter).length }));
  const nameOfStore = (store: string) => (store === unknownStore ? say('tableNotKnown') : store);
  return (
    <div class="table-filters">
      <div class="table-choices">
        <SearchField label={say('tableSearch')} value={search} testId="table-search" onInput={onSearch} />
        <Choice
          name="store"
          label={say('tableStore')}
          any={say('tableAnyStore')}
          options={choices.stores}
          wordsOf={nameOfStore}
          value={view.store}
          onChange={(store) => onLook({ store })}
        />
        <Choice
          name="account"
          label={say('tableAccount')}
          any={say('tableAnyAccount')}
          options={choices.accounts}
          value={view.account}
          onChange={(account) => onLook({ account })}
        />
        <Choice
          name="product"
          label={say('tableProduct')}
          any={say('tableAnyProduct')}
          options={choices.products}
          value={view.product}
          onChange={(product) => onLook({ product })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend that is seen */}
      <div class="table-chips" role="group" aria-label={say('tableFilters')}>
        {counted
          .filter(({ filter, count }) => count > 0 || filter === view.filter || filter === 'all')
          .map(({ filter, count }) => (
            <button
              key={filter}
              type="button"
              class="table-chip"
              aria-pressed={filter === view.filter}
              data-testid={`filter-${filter}`}
              onClick={() => onLook({ filter })}
            >
              {say(filterWords[filter])} <b>{number(count)}</b>
            </button>
          ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** What the choice of none is called. */
  any: string;
  options: readonly string[];
  wordsOf?: (option: string) => string;
  value: string;
  onChange: (value: string) => void;
}

/** Absent where there is nothing to choose between. */
function Choice({ name, label, any, options, wordsOf = (option) => option, value, onChange }: ChoiceProps) {
  if (options.length < 2 && value === '') return null;
  return (
    <Field label={label} labelHidden class="table-choice">
      {(control) => (
        <select
          {...control}
          class="cc-input"
          value={value}
          data-testid={`table-${name}`}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {wordsOf(option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
