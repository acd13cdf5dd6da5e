/*
 * Measures Claimcheck in a real Chromium, against rivals in the same run. `--million` adds what takes minutes;
 * `--against <commit>` measures that commit's content script beside ours; `--only` one part alone: `script`, `reports`,
 * `huge`, `promotions`, or `team` (in no other run). Fails only when something breaks, never on a time: those depend on the computer, and on
 * what else it does; the ratios much less.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureContentScript } from './content-script.ts';
import { measureDailyActs } from './daily.ts';
import { measureExtension } from './extension.ts';
import { measureHugePages } from './huge-pages.ts';
import { measureImports } from './imports.ts';
import { startLab } from './lab.ts';
import { measureMillion } from './million.ts';
import { measureOrderReports } from './order-reports.ts';
import { measurePromotions } from './promotions.ts';
import { asTable, isMet, type Row, writeJson } from './report.ts';
import { measureTeam } from './team.ts';

const output = 'out/bench.json';
const { million, against, only } = parseArgs({
  options: {
    million: { type: 'boolean', default: false },
    against: { type: 'string' },
    only: { type: 'string' },
  },
}).values;

async function main(): Promise<void> {
  const begin = performance.now();
  const rows: Row[] = [];
  const part = async (name: string, measure: () => Promise<Row[]>) => {
    process.stderr.write(`measuring ${name} …\n`);
    rows.push(...(await measure()));
  };
  const lab = await startLab();
  try {
    if (only === undefined || only === 'script')
      await part('the content script', () => measureContentScript(lab, against));
    if (only === undefined || only === 'reports') await part('order reports', () => measureOrderReports(lab));
    if (only === undefined) {
      await part('giving out and looking up', () => measureDailyActs(lab));
      await part('a million codes', () => measureMillion(lab, million));
      await part('imports', () => measureImports(lab, million));
    }
  } finally {
    await lab.close();
  }
  if (only === undefined || only === 'huge') await part('huge pages', measureHugePages);
  if (only === undefined) await part('the extension', measureExtension);
  if (only === undefined || only === 'promotions') {
    await part('a thousand promotions', measurePromotions);
  }
  if (only === 'team') await part('a team', measureTeam);

  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, chromium: lab.version };
  writeJson(output, machine, rows);
  const missed = rows.filter((row) => isMet(row) === false).length;
  const kept = rows.filter((row) => isMet(row) === true).length;
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(
    `\n${asTable(rows)}\n\nBudgets met: ${kept} of ${kept + missed}. Medians in Chromium ${machine.chromium} on ${machine.cores} cores (${machine.cpu}), ${seconds} s. Written to ${output}.`,
  );
}

await main();
