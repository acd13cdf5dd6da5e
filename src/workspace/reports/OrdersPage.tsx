import type { ComponentChildren } from 'preact';
import type { Pool } from '../../actions/pool';
import { PastedUses } from './PastedUses';
import { ReportList } from './ReportList';

interface OrdersPageProps {
  pool: Pool;
  /** The place where reports are chosen, which Home has, too. */
  addReports: ComponentChildren;
}

/** Everything about orders: reports to choose, those that are here, and codes that somebody tells to be used. */
export function OrdersPage({ pool, addReports }: OrdersPageProps) {
  return (
    <div class="orders-page">
      {addReports}
      <ReportList pool={pool} />
      <PastedUses pool={pool} />
    </div>
  );
}
