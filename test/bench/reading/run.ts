import { randomInt } from 'node:crypto';
import { printDrawings, tally } from './drawings.ts';
import { jobsOf } from './jobs.ts';
import { readCodesMutants, readDrawings, startReadingLab } from './lab.ts';
import { settings } from './page/base.ts';
import type { MutantResult } from './page/main.ts';
import { blockers, byHand, readers, rightShare, score } from './score.ts';

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
const severities = [...new Set(results.map(({ severity }) => severity))].sort();

function table(
  title: string,
  rows: readonly MutantResult[],
  over = settings as readonly (typeof settings)[number][],
): void {
  console.log(title);
  for (const severity of severities) {
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

/** Ours by severity and check: where a false answer would hide in a sum. */
console.log('\nEach check, all languages (right / to confirm / unreadable / wrong)');
console.log(`  ${''.padEnd(20)}${severities.map((severity) => `severity ${severity}`.padEnd(22)).join('')}`);
for (const setting of settings) {
  const cells = severities.map((severity) => {
    const mine = results.filter((row) => row.severity === severity);
    const sum = score(mine, 'claimcheck', [setting]);
    const confirm = mine.filter(({ toConfirm }) => toConfirm.includes(setting)).length;
    return [sum.right - confirm, confirm, sum.unreadable, sum.wrong].join(' / ').padEnd(22);
  });
  console.log(`  ${setting.padEnd(20)}${cells.join('')}`);
}

/** What each other hand costs, alone with another one and two light changes. */
console.log('\nOther hands, English (right / unreadable / wrong; at the right the blockers)');
const english = results.filter(
  ({ language, severity }) => language === 'en' && severity === severities.at(-1),
);
for (const [hand, mine] of byHand(english)) {
  const cells = [settings, blockers].map((over) => {
    const sum = score(mine, 'claimcheck', over);
    return `${rightShare(sum).toFixed(1).padStart(6)} % ${String(sum.unreadable).padStart(5)} ${String(sum.wrong).padStart(5)}`;
  });
  console.log(`  ${hand.padEnd(24)}${cells.join('   |')}`);
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

const codes = await readCodesMutants(
  Array.from({ length: Math.ceil(count / 4) }, (_, at) => seed * 1_000_003 + at),
);
const { right, unread, wrong: misread } = tally(codes);
console.log(
  `\n${Math.ceil(count / 4)} mutated pages of claim codes: ${right} right, ${unread} unread, ${misread} wrong`,
);
if (detail === 'wrong')
  for (const row of codes.filter(({ outcome }) => outcome === 'wrong').slice(0, 25))
    console.log(`${row.drawing} ${row.setting}: ${row.read} for ${row.truth}`);

const drawn = await readDrawings();
printDrawings(drawn, detail === 'wrong');
const wrongBlockers = score(results, 'claimcheck', blockers).wrong;
const wrongInAll = score(results, 'claimcheck').wrong + misread + tally(drawn).wrong;
console.log(`\nWrong blockers of mutants: ${wrongBlockers}. Wrong in all: ${wrongInAll}.`);
if (wrongInAll > 0) process.exitCode = 1;
