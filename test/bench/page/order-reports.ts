import { parse } from 'papaparse';
import { reportSources, startReport } from '../../../src/files';
import { openLedger, takeReport } from '../../../src/ledger';
import { must, timed } from './clock';

/** A report of so many lines, as a file. */
async function reportOf(lines: number): Promise<File> {
  return new File([await (await fetch(`/reports/${lines}.txt`)).blob()], 'all-orders.txt');
}

async function reading(file: File) {
  const [source] = await reportSources(file);
  if (!source) throw new Error('The file holds no report.');
  return startReport(source);
}

/** Bytes to typed lines, milliseconds. */
export async function reportRows(lines: number): Promise<number> {
  const file = await reportOf(lines);
  let rows = 0;
  const time = await timed(async () => {
    for await (const some of (await reading(file)).rows()) rows += some.length;
  });
  must(rows === lines, `${rows} lines were read.`);
  return time;
}

/** The same file by Papa Parse in its fastest way: no quotes, no header, piece by piece; its rows are cells of text. */
export async function reportRowsByPapaparse(lines: number): Promise<number> {
  const file = await reportOf(lines);
  let rows = 0;
  const time = await timed(
    () =>
      new Promise<void>((resolve, reject) =>
        parse(file, {
          ...{ delimiter: '\t', newline: '\r\n', fastMode: true, header: false, skipEmptyLines: true },
          chunk: ({ data }) => {
            rows += data.length;
          },
          complete: () => resolve(),
          error: reject,
        }),
      ),
  );
  must(rows === lines + 1, `Papa Parse read ${rows} lines.`);
  return time;
}

/** File to counted orders in the ledger, milliseconds. */
export async function reportTaken(lines: number): Promise<number> {
  const file = await reportOf(lines);
  const db = await openLedger({ name: `reports-${performance.now()}` });
  let orders = 0;
  const time = await timed(async () => {
    orders = (await takeReport(db, await reading(file), { by: '' })).orders;
  });
  must(orders === lines, `${orders} orders were taken.`);
  db.close();
  return time;
}
