import type { UseCount } from '../../../../src/domain/orders/counted';
import type { Row } from './files';
import type { Shop, ShopLine, ShopOrder } from './shop';

/**
 * What reports with these rows say of a promotion, by going through the shop's orders one by one: each as it stood in
 * the newest report that has it. Which orders were one checkout only a report tells that holds both, with their place.
 */
export function truthOf({ orders }: Shop, id: string, reports: readonly (readonly Row[])[]): UseCount {
  const live: { order: ShopOrder; pending: boolean }[] = [];
  let canceled = 0;
  for (const order of orders) {
    const seen = reports.flat().filter((row) => row.order === order && tells(lineOf(row)));
    const newest = Math.max(...seen.map(({ version }) => version));
    const lines = new Map(
      seen.filter(({ version }) => version === newest).map((row) => [row.line, lineOf(row)]),
    );
    const of = [...lines.values()].filter(({ ids }) => ids.includes(id));
    const firm = of.filter(({ status }) => status !== 'Cancelled');
    if (firm.length > 0) live.push({ order, pending: firm.every(({ status }) => status === 'Pending') });
    else if (of.length > 0) canceled++;
    else if ([...lines.values()].some(({ status, ids }) => status === 'Cancelled' && ids.length === 0))
      canceled += seen.some((row) => lineOf(row).ids.includes(id)) ? 1 : 0;
  }
  const checkouts = grouped(live, orders, reports);
  return {
    checkouts: checkouts.length,
    pending: checkouts.filter((halves) => halves.every(({ pending }) => pending)).length,
    orders: live.length,
    canceled,
  };
}

/** A line without a promotion says nothing of the others of its order, which a report may have lost. */
function tells({ status, ids }: ShopLine): boolean {
  return status === 'Cancelled' || ids.length > 0;
}

function lineOf({ order, version, line }: Row): ShopLine {
  return order.versions[version]?.lines[line] as ShopLine;
}

/** Those of one checkout together; a canceled half may be all that joins two others, which no report holds both. */
function grouped<T extends { readonly order: ShopOrder }>(
  live: readonly T[],
  orders: readonly ShopOrder[],
  reports: readonly (readonly Row[])[],
): T[][] {
  const groups: ShopOrder[][] = [];
  for (const order of orders) {
    const joined = groups.filter((group) => group.some((other) => areOne(order, other, reports)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([order, ...joined.flat()]);
  }
  return groups
    .map((group) => live.filter(({ order }) => group.includes(order)))
    .filter((group) => group.length > 0);
}

function areOne(a: ShopOrder, b: ShopOrder, reports: readonly (readonly Row[])[]): boolean {
  if (a.at !== b.at || a.place !== b.place || a.place === '') return false;
  const named = (rows: readonly Row[], order: ShopOrder) =>
    rows.some((row) => row.order === order && row.placed && lineOf(row).ids.length > 0);
  return reports.some((rows) => named(rows, a) && named(rows, b));
}
