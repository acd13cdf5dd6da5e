// Everything that must hold, from types to the whole extension in two real browsers; ends with one line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setup } from './setup.mjs';

await setup({ browsers: true });
const results = 'out/test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const vitest = (project) => [
  'vitest',
  'run',
  '--project',
  project,
  '--reporter',
  'default',
  '--reporter',
  'json',
  `--outputFile.json=${results}/${project}.json`,
];
const steps = [
  ['Types', 'npx', ['tsc', '--noEmit']],
  ['Lint', 'npx', ['biome', 'check', '.']],
  ['Build', process.execPath, ['scripts/build.mjs']],
  ['Units and house rules', 'npx', vitest('unit')],
  ['Whole extension in Chromium and Firefox', 'npx', vitest('browser')],
];

let failedSteps = 0;
for (const [name, command, args] of steps) {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) continue;
  process.stdout.write(`\n${name}: failed\n`);
  failedSteps++;
}

let passed = 0;
let failed = 0;
for (const project of ['unit', 'browser']) {
  try {
    const report = JSON.parse(readFileSync(`${results}/${project}.json`, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numPendingTests;
  } catch (error) {
    process.stdout.write(`No results of the ${project} tests: ${error.message}\n`);
    failed++;
  }
}
// A step that failed without a failing test (types, lint, build) counts as one.
failed = Math.max(failed, failedSteps);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
