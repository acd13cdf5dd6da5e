import type { Lab } from './lab.ts';
import type { Row } from './report.ts';
import { median, quantile } from './stats.ts';

const size = 1_000_000;

/**
 * What a million codes ask for beside giving out: finding them, a CSV file of all, and memory. With
 * `raw` also beside IndexedDB by hand, which takes minutes to be filled.
 */
export async function measureMillion(lab: Lab, raw: boolean): Promise<Row[]> {
  return [...(await lookUps(lab, raw)), ...(await exports(lab)), ...(await importMemory(lab, raw))];
}

async function lookUps(lab: Lab, raw: boolean): Promise<Row[]> {
  const rival = raw ? await lab.onFreshPage('rawLookUps', size, 100) : null;
  const ours = await lab.onFreshPage('daily', [size], 100);
  const parts = await lab.onFreshPage('fragments', size, 20);
  const near = await lab.onFreshPage('near', size, 20);
  const full = median(ours[0]?.lookUp ?? []);
  const against = (times: readonly number[] | undefined, value: number) =>
    times && { ratio: { times: median(times) / value, of: 'as fast as raw IndexedDB' } };
  const row = (id: string, name: string, value: number): Row => ({
    id: `million-${id}`,
    name: `1,000,000 codes: ${name}`,
    value,
    unit: 'ms',
  });
  const found = median(parts.found);
  return [
    { ...row('find-full', 'find a full code, p50', full), ...against(rival?.full, full) },
    { ...row('find-part', 'find a part of a code, p50', found), ...against(rival?.part, found) },
    row('find-part-p99', 'find a part of a code, p99', quantile(parts.found, 0.99)),
    row('find-none', 'a part that stands in no code, p50', median(parts.absent)),
    row('find-near-1', 'find a code with a wrong letter, p50', median(near.one)),
    row('find-near-2', 'find a code with two wrong letters, p50', median(near.two)),
    row('find-still', 'longest the page stood still meanwhile', parts.still),
  ];
}

async function exports(lab: Lab): Promise<Row[]> {
  const [, ours, rival, format] = await lab.inTurn<
    ['prepareCsv', 'csvFromLedger', 'csvByPapaparse', 'csvFormat']
  >(['prepareCsv', size], ['csvFromLedger'], ['csvByPapaparse'], ['csvFormat']);
  const name = 'history of 1,000,000 as CSV:';
  const times = format.result;
  return [
    {
      id: 'csv-format',
      name: `${name} rows in memory to text`,
      value: times.format,
      unit: 'ms',
      ratio: { times: times.papaparse / times.format, of: 'as fast as Papa Parse' },
    },
    {
      id: 'csv-export',
      name: `${name} ledger to file, against Papa Parse's writing alone`,
      value: ours.result,
      unit: 'ms',
      ratio: { times: rival.result / ours.result, of: 'as fast' },
    },
    ...memory('csv-memory', `${name} peak memory`, ours.peak, rival.peak, 'Papa Parse’s'),
  ];
}

async function importMemory(lab: Lab, raw: boolean): Promise<Row[]> {
  const [ours] = await lab.inTurn<['ours']>(['ours', size]);
  const rival = raw ? (await lab.inTurn<['raw']>(['raw', size]))[0].peak : null;
  return memory('import-memory', 'import of 1,000,000: peak memory', ours.peak, rival, 'raw IndexedDB’s');
}

/** Nothing where the system doesn't keep the peak. */
function memory(id: string, name: string, ours: number | null, rival: number | null, whose: string): Row[] {
  if (ours === null) return [];
  const ratio = rival === null ? {} : { ratio: { times: ours / rival, of: whose } };
  return [{ id, name, value: ours, unit: 'bytes', ...ratio }];
}
