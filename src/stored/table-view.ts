import * as z from 'zod/mini';
import { kept } from './local';

/** Columns by which the table of promotions can be sorted. */
export const sortKeys = ['name', 'store', 'left', 'given', 'used', 'ends', 'state'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which promotions the table shows. `all`: those not archived. */
export const tableFilters = [
  ...(['all', 'live', 'attention', 'low', 'early', 'stopped', 'ended', 'archived'] as const),
] as const;
export type TableFilter = (typeof tableFilters)[number];

/** How the seller looks at the table of promotions. An empty text filters nothing. */
export interface TableView {
  readonly sort: SortKey;
  readonly down: boolean;
  readonly filter: TableFilter;
  readonly store: string;
  readonly account: string;
  readonly product: string;
}

/** Live ones first, ending soonest. */
export const firstView: TableView = {
  ...{ sort: 'state', down: false, filter: 'all' },
  ...{ store: '', account: '', product: '' },
};

const shape = z.object({
  sort: z.enum(sortKeys),
  down: z.boolean(),
  filter: z.enum(tableFilters),
  store: z.string(),
  account: z.string(),
  product: z.string(),
});

const view = kept('promotions-view', (stored): TableView => {
  const judged = z.safeParse(shape, stored);
  return judged.success ? judged.data : firstView;
});

/** The view as it was left; the first one where none is kept. */
export function readTableView(): Promise<TableView> {
  return view.read();
}

/** Keeps the view for the next time. */
export function keepTableView(wanted: TableView): Promise<void> {
  return view.write(wanted);
}
