import { useEffect, useRef } from 'preact/hooks';
import type { TableRow } from '../../actions/promotions/table-rows';
import { type SortKey, sortKeys, type TableView } from '../../stored/table-view';
import { say } from '../../words/say';
import { TableLine } from './TableLine';
import { useGrowing } from './use-growing';
import { columnWords } from './words';

/** In these the large ones are looked for first. */
const numbers: readonly SortKey[] = ['left', 'given', 'used'];

interface TableProps {
  rows: readonly TableRow[];
  view: TableView;
  chosen: ReadonlySet<string>;
  now: number;
  onLook: (change: Partial<TableView>) => void;
  onChoose: (ids: readonly string[], on: boolean) => void;
}

/** The promotions as a table, each column a button to sort by. */
export function Table({ rows, view, chosen, now, onLook, onChoose }: TableProps) {
  const { most, body, rest } = useGrowing<HTMLTableSectionElement, HTMLDivElement>(rows.length);
  const picked = rows.filter(({ id }) => chosen.has(id)).length;
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (all.current) all.current.indeterminate = picked > 0 && picked < rows.length;
  }, [picked, rows.length]);
  const one = useRef(onChoose);
  one.current = onChoose;
  return (
    <>
      <table class="promotions-table" data-testid="promotions-table" aria-rowcount={rows.length + 1}>
        <caption class="cc-unseen">{say('tableTitle')}</caption>
        <thead>
          <tr>
            <th class="table-check">
              <label>
                <input
                  ref={all}
                  type="checkbox"
                  checked={picked > 0 && picked === rows.length}
                  aria-label={say('tableChooseAll')}
                  data-testid="choose-all"
                  onChange={(event) =>
                    onChoose(
                      rows.map(({ id }) => id),
                      event.currentTarget.checked,
                    )
                  }
                />
              </label>
              <span class="table-sort-by" aria-hidden="true">
                {say('tableSortBy')}
              </span>
            </th>
            {sortKeys.map((key) => (
              <SortHead key={key} of={key} view={view} onLook={onLook} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.slice(0, most).map((row) => (
            <TableLine
              key={row.id}
              row={row}
              chosen={chosen.has(row.id)}
              now={now}
              onChoose={(id, on) => one.current([id], on)}
            />
          ))}
        </tbody>
      </table>
      {most < rows.length && <div ref={rest} aria-hidden="true" />}
    </>
  );
}

function SortHead({ of, view, onLook }: { of: SortKey } & Pick<TableProps, 'view' | 'onLook'>) {
  const sorted = view.sort === of;
  const down = sorted ? !view.down : numbers.includes(of);
  return (
    <th
      scope="col"
      class={numbers.includes(of) ? 'table-number' : undefined}
      aria-sort={sorted ? (view.down ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="table-sort"
        data-testid={`sort-${of}`}
        onClick={() => onLook({ sort: of, down })}
      >
        {say(columnWords[of])}
        <span class="table-arrow" aria-hidden="true">
          {sorted ? (view.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}
