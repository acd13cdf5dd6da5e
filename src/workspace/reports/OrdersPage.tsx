import type { ComponentChildren } from 'preact';
import type { Pool } from '../../actions/pool';
import { ReportList } from './ReportList';

interface OrdersPageProps {
  pool: Pool;
  /** The place where reports are chosen, which Home has, too. */
  addReports: ComponentChildren;
}

/** Everything about orders: reports to choose, and those that are here. */
export function OrdersPage({ pool, addReports }: OrdersPageProps) {
  return (
    <div class="orders-page">
      {addReports}
      <ReportList pool={pool} />
    </div>
  );
}
