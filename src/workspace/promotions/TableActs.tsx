import type { PromotionTable } from '../../actions/promotions/promotion-table';
import type { TableRow } from '../../actions/promotions/table-rows';
import type { TableFilter } from '../../stored/table-view';
import { say, sayCount } from '../../words/say';

interface TableActsProps {
  table: PromotionTable;
  filter: TableFilter;
  /** Rows shown, of `total` in this filter, and those of them that are checked. */
  shown: readonly TableRow[];
  total: number;
  chosen: readonly TableRow[];
  /** Every promotion there is, for the export of everything. */
  all: readonly TableRow[];
}

/** How many are shown, or what can be done to those that are checked. */
export function TableActs({ table, filter, shown, total, chosen, all }: TableActsProps) {
  const count = shown.length;
  if (chosen.length === 0)
    return (
      <div class="table-acts">
        <p role="status" data-testid="table-count" data-value={count}>
          {count === total ? sayCount('tableCount', count) : say('tableCountOf', { count, total })}
        </p>
        <Act name="export-all" onClick={() => void table.exportHistories(all)}>
          {say('tableExportAll')}
        </Act>
      </div>
    );
  const away = filter !== 'archived';
  return (
    <div class="table-acts table-acts-on">
      <p role="status" data-testid="table-chosen" data-value={chosen.length}>
        {sayCount('tableChosen', chosen.length)}
      </p>
      <Act
        name={away ? 'archive-chosen' : 'bring-back-chosen'}
        onClick={() => void table.archive(chosen, away)}
      >
        {say(away ? 'tableArchive' : 'tableBringBack')}
      </Act>
      <Act name="export-chosen" onClick={() => void table.exportHistories(chosen)}>
        {say('tableExport')}
      </Act>
      {away && (
        <Act name="stop-chosen" onClick={() => void table.stopGivingOut(chosen)}>
          {say('tableStop')}
        </Act>
      )}
      <button
        type="button"
        class="cc-button cc-small cc-quiet"
        onClick={() =>
          table.choose(
            chosen.map(({ id }) => id),
            false,
          )
        }
      >
        {say('tableUnchoose')}
      </button>
    </div>
  );
}

function Act({ name, onClick, children }: { name: string; onClick: () => void; children: string }) {
  return (
    <button type="button" class="cc-button cc-small" data-testid={name} onClick={onClick}>
      {children}
    </button>
  );
}
