import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Desk } from '../../actions/desk/desk';
import type { PromotionTable } from '../../actions/promotions/promotion-table';
import {
  choicesOf,
  rowsOfFilter,
  rowsWithin,
  sortedRows,
  soundView,
  tableRows,
} from '../../actions/promotions/table-rows';
import { Told } from '../../ui/parts/Told';
import { useNow } from '../../ui/parts/use-now';
import { useStore } from '../../ui/parts/use-store';
import { language, say } from '../../words/say';
import { Picture } from '../parts/Picture';
import { Filters } from './Filters';
import { Table } from './Table';
import { TableActs } from './TableActs';

/** All promotions as a table: sorted, filtered, searched, and done to many at once. */
export function PromotionsPage({
  desk,
  table,
  onAdd,
}: {
  desk: Desk;
  table: PromotionTable;
  onAdd: () => void;
}) {
  const { promotions, alerts } = useStore(desk);
  const { view: wanted, search, chosen, notice, busy } = useStore(table);
  const now = useNow();
  const all = useMemo(() => tableRows(promotions ?? [], now, alerts), [promotions, now, alerts]);
  const choices = useMemo(() => choicesOf(all), [all]);
  const view = useMemo(() => soundView(wanted, choices), [wanted, choices]);
  const within = useMemo(() => rowsWithin(all, view, search), [all, view, search]);
  const rows = useMemo(() => sortedRows(rowsOfFilter(within, view.filter), view, language()), [within, view]);
  if (promotions === null) return null;
  return (
    <section class="promotions" aria-labelledby="page-title">
      {all.length === 0 ? (
        <Empty picture="tickets" title={say('tableEmpty')} text={say('tableEmptyText')}>
          <button type="button" class="cc-button cc-primary" onClick={onAdd}>
            {say('tableEmptyAdd')}
          </button>
        </Empty>
      ) : (
        <>
          <Filters
            view={view}
            search={search}
            choices={choices}
            within={within}
            onLook={(change) => table.look(change)}
            onSearch={(text) => table.search(text)}
          />
          <Told told={notice} testId="table-told" />
          {busy && (
            <p class="cc-hint" role="status">
              {busy}
            </p>
          )}
          <TableActs
            table={table}
            filter={view.filter}
            shown={rows}
            total={rowsOfFilter(all, view.filter).length}
            chosen={rows.filter(({ id }) => chosen.has(id))}
            all={all}
          />
          {rows.length === 0 ? (
            <Empty picture="search" title={say('tableNoMatch')} text={say('tableNoMatchText')}>
              <button
                type="button"
                class="cc-button"
                data-testid="clear-filters"
                onClick={() => table.clear()}
              >
                {say('tableClear')}
              </button>
            </Empty>
          ) : (
            <Table
              rows={rows}
              view={view}
              chosen={chosen}
              now={now}
              onLook={(change) => table.look(change)}
              onChoose={(ids, on) => table.choose(ids, on)}
            />
          )}
        </>
      )}
    </section>
  );
}

interface EmptyProps {
  picture: 'tickets' | 'search';
  title: string;
  text: string;
  children: ComponentChildren;
}

function Empty({ picture, title, text, children }: EmptyProps) {
  return (
    <div class="nothing table-empty">
      <Picture name={picture} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
