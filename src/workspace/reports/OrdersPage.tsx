import type { ComponentChildren } from 'preact';
import type { Pool } from '../../actions/pool';
import type { ReportImporter } from '../../actions/reports/report-importer';
import type { Promotion } from '../../domain/promotion';
import { ComparePromotions } from '../results/ComparePromotions';
import { PastedUses } from './PastedUses';
import { ReportList } from './ReportList';

interface OrdersPageProps {
  pool: Pool;
  reports: ReportImporter;
  promotions: readonly Promotion[];
  /** The place where reports are chosen, which Home has, too. */
  addReports: ComponentChildren;
}

/** Everything about orders: reports to choose, those that are here, and codes that somebody tells to be used. */
export function OrdersPage({ pool, reports, promotions, addReports }: OrdersPageProps) {
  return (
    <div class="orders-page">
      {addReports}
      <ComparePromotions pool={pool} promotions={promotions} />
      <ReportList pool={pool} onRemoved={(id) => reports.forget(id)} />
      <PastedUses pool={pool} />
    </div>
  );
}
