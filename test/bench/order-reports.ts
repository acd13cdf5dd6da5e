import type { Lab } from './lab.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const lines = 1_000_000;
const rounds = 3;

/** A report of a million orders (350 MB): to lines, beside Papa Parse, and to counted orders in the ledger. */
export async function measureOrderReports(lab: Lab): Promise<Row[]> {
  const ours: number[] = [];
  const rival: number[] = [];
  const taken: number[] = [];
  const peaks: number[] = [];
  const heaps: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await lab.onFreshPage('reportRows', lines));
    rival.push(await lab.onFreshPage('reportRowsByPapaparse', lines));
    const [{ result, peak, heap }] = await lab.inTurn<['reportTaken']>(['reportTaken', lines]);
    taken.push(result);
    heaps.push(heap);
    if (peak !== null) peaks.push(peak);
  }
  const [read, all] = [median(ours), median(taken)];
  const name = 'report of 1,000,000 orders:';
  return [
    {
      ...{ id: 'report-rows', name: `${name} bytes to lines`, value: read, unit: 'ms' },
      ratio: { times: median(rival) / read, of: 'as fast as Papa Parse' },
      budget: { least: 2 },
    },
    {
      ...{ id: 'report-taken', name: `${name} file to counted orders`, value: all, unit: 'ms' },
      ratio: { times: all / read, of: 'as long as reading alone' },
      budget: { most: 2 },
    },
    {
      ...{ id: 'report-heap', name: `${name} peak heap`, value: median(heaps), unit: 'bytes' },
      budget: { most: 80_000_000 },
    },
    ...(peaks.length === 0
      ? []
      : [
          {
            ...({ id: 'report-memory', unit: 'bytes' } as const),
            ...{ name: `${name} peak memory of the page's process`, value: median(peaks) },
          },
        ]),
  ];
}
