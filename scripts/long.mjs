// Tests for as long as one likes: `long.mjs races 10000`, `long.mjs kills 200 [seed]`, `long.mjs models 5000 [seed]`,
// `long.mjs fuzz 60 [seed]` (minutes), `long.mjs reports 10000 [seed]`.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setup } from './setup.mjs';

const runs = {
  races: { files: ['test/browser/giving-out/races.test.ts'], count: 'RACE_CODES', often: '10000' },
  kills: {
    files: ['test/browser/backup/crash.test.ts'],
    count: 'CRASH_KILLS',
    often: '200',
    seed: 'CRASH_SEED',
  },
  fuzz: {
    files: ['test/files/fuzz.test.ts', 'test/files/reports/fuzz.test.ts'],
    count: 'FUZZ_MINUTES',
    often: '60',
    seed: 'FUZZ_SEED',
  },
  reports: {
    files: ['test/actions/reports/generated-sets.test.ts', 'test/actions/reports/clean-shops.test.ts'],
    ...{ count: 'REPORT_SETS', often: '10000', seed: 'REPORT_SEED' },
  },
  models: {
    files: ['test/ledger/model.test.ts', 'test/ledger/copies/diverged.test.ts'],
    ...{ count: 'MODEL_RUNS', often: '5000', seed: 'MODEL_SEED' },
  },
};
const [what, count, seed] = process.argv.slice(2);
const chosen = Object.hasOwn(runs, what) ? runs[what] : undefined;
const given = [count, seed].filter((each) => each !== undefined);
if (!chosen || (seed && !chosen.seed) || !given.every((each) => /^[1-9]\d*$/.test(each))) {
  process.stderr.write(
    'Usage: npm run races -- [codes], npm run kills -- [kills per browser] [seed], npm run models -- [runs] [seed], npm run reports -- [sets] [seed] or npm run fuzz -- [minutes] [seed]\n',
  );
  process.exit(2);
}
const browsers = what === 'races' || what === 'kills';
await setup({ browsers });
const options = {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    [chosen.count]: count ?? chosen.often,
    // The tests always take the same; a long run takes what no run has tried.
    ...(chosen.seed && { [chosen.seed]: seed ?? String(randomInt(1, 2 ** 31)) }),
  },
};
const projects = browsers ? ['chromium', 'firefox'] : ['unit*'];
for (const [command, args] of [
  ...(browsers ? [[process.execPath, ['scripts/build.mjs']]] : []),
  [
    'npx',
    ['vitest', 'run', '--bail', '1', ...projects.flatMap((each) => ['--project', each]), ...chosen.files],
  ],
]) {
  const { status } = spawnSync(command, args, options);
  if (status !== 0) process.exit(status ?? 1);
}
