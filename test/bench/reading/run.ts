import { randomInt } from 'node:crypto';
import { jobsOf } from './jobs.ts';
import { startReadingLab } from './lab.ts';
import { settings } from './page/base.ts';
import type { MutantResult } from './page/main.ts';
import { blockers, readers, rightShare, score } from './score.ts';

const [countText = '6000', seedText = String(randomInt(1_000_000)), detail = ''] = process.argv.slice(2);
const [count, seed] = [Number(countText), Number(seedText)];

const lab = await startReadingLab();
const results: MutantResult[] = [];
const began = performance.now();
try {
  const all = jobsOf(count, seed);
  for (let at = 0; at < all.length; at += 250) results.push(...(await lab.run(all.slice(at, at + 250))));
} finally {
  await lab.close();
}
const seconds = (performance.now() - began) / 1000;
console.log(`${count} mutants, seed ${seed}, ${seconds.toFixed(0)} s in Chromium\n`);

function table(
  title: string,
  rows: readonly MutantResult[],
  over = settings as readonly (typeof settings)[number][],
): void {
  console.log(title);
  for (const severity of [1, 2, 3, 4, 5]) {
    const mine = rows.filter((row) => row.severity === severity);
    const cells = readers.map((reader) => {
      const sum = score(mine, reader, over);
      return `${rightShare(sum).toFixed(1).padStart(6)} % ${String(sum.unreadable).padStart(5)} ${String(sum.wrong).padStart(5)}`;
    });
    console.log(`  severity ${severity}  ${cells.join('   |')}`);
  }
}

console.log(
  `${' '.repeat(14)}${readers.map((reader) => reader.padEnd(22)).join('')}\n${' '.repeat(14)}${'right / unreadable / wrong'}`,
);
const main = results.filter(({ language }) => language === 'en' || language === 'ja');
table('English and Japanese, all settings', main);
table('English and Japanese, blockers', main, blockers);
table(
  'Other languages, blockers',
  results.filter((row) => !main.includes(row)),
  blockers,
);

console.log('\nEach setting, all severities and languages (right / to confirm / unreadable / wrong)');
for (const setting of settings) {
  const sum = score(results, 'claimcheck', [setting]);
  const confirm = results.filter(({ toConfirm }) => toConfirm.includes(setting)).length;
  console.log(
    `  ${setting.padEnd(20)} ${sum.right - confirm} / ${confirm} / ${sum.unreadable} / ${sum.wrong}`,
  );
}

const wrong = results.filter((row) =>
  settings.some((setting) => row.outcomes.claimcheck[setting] === 'wrong'),
);
const shown =
  detail === ''
    ? []
    : detail === 'wrong'
      ? wrong
      : main.filter((row) => row.severity <= Number(detail) && Object.keys(row.missed).length > 0);
for (const row of shown.slice(0, 25))
  console.log(
    row.seed,
    row.severity,
    row.language,
    row.base,
    row.mutations.join(' '),
    JSON.stringify(row.missed),
  );
const wrongBlockers = score(results, 'claimcheck', blockers).wrong;
console.log(
  `\nWrong blockers: ${wrongBlockers}. Wrong settings in all: ${score(results, 'claimcheck').wrong}.`,
);
if (wrongBlockers > 0) process.exitCode = 1;
