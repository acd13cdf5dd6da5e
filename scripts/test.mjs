// Everything that must hold, from types to the whole extension in two real browsers; ends with one line.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { installNatsServer, setup } from './setup.mjs';

await setup({ browsers: true });
installNatsServer();
const results = 'out/test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const node = process.execPath;
/** Browser test files that may be tried a second time; if more fail, the product is broken. */
const mostAgain = 3;
/** A little: a browser's moments come first, but no unit may starve into its timeout. */
const givesWay = 3;

// The units compute, the browsers wait: side by side they keep the computer busy. What each has to say comes in one piece.
const building = step('Build', node, ['scripts/build.mjs']);
const checking = Promise.all([
  building,
  step('Types', 'npx', ['tsc', '--noEmit']),
  step('Lint', 'npx', ['biome', 'check', '.']),
]);
const units = building.then((built) =>
  // As many as there are cores: together with the browsers' workers that is plenty.
  test('units.json', ['--project', 'unit*', `--maxWorkers=${availableParallelism()}`], {
    beside: true,
    env: built ? { BUILT: 'yes' } : {},
  }),
);
const before = await checking;
process.stdout.write('\nThe whole extension in Chromium and Firefox, and beside it units and house rules:\n');
const whole = await test('browsers.json', ['--project', 'chromium', '--project', 'firefox']);
// A real browser on a busy machine may miss a moment. Once more, by itself; what is truly broken fails again.
if (whole.files.length > 0 && whole.files.length <= mostAgain) {
  await units;
  process.stdout.write(`\nOnce more, by themselves: ${whole.files.join(', ')}\n`);
  const second = await test('again.json', [
    '--project=chromium',
    '--project=firefox',
    '--maxWorkers=1',
    ...whole.files,
  ]);
  if (second.failed === 0) {
    process.stdout.write(`\nFlaky, passed only the second time: ${whole.names.join('; ')}\n`);
    whole.passed += whole.failed;
    whole.failed = 0;
  }
}
const passed = whole.passed + (await units).passed;
let failed = whole.failed + (await units).failed;
failed += before.filter((good) => !good).length;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/**
 * Runs vitest; how many passed and failed, and which. A file that could not start counts as one that failed.
 * `beside`: gives way to what else runs, and tells what it has to say at its end.
 */
async function test(name, args, { beside = false, env = {} } = {}) {
  const report = `${results}/${name}`;
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const { status, output } = await run(
    'npx',
    ['vitest', 'run', ...reporters, ...args],
    beside ? 'pipe' : 'inherit',
    { env, priority: beside ? givesWay : 0 },
  );
  if (beside) process.stdout.write(output);
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    const failed = counted.numFailedTests + counted.numPendingTests;
    const broken = counted.testResults.filter((file) => file.status === 'failed');
    return {
      passed: counted.numPassedTests,
      failed: status !== 0 && failed === 0 ? 1 : failed,
      files: [...new Set(broken.map((file) => file.name))],
      names: broken.flatMap(({ name, assertionResults }) => [
        ...(assertionResults.length === 0 ? [name] : []),
        ...assertionResults.filter((each) => each.status === 'failed').map((each) => each.fullName),
      ]),
    };
  } catch (error) {
    process.stdout.write(`No results of the tests: ${error.message}\n`);
    return { passed: 0, failed: 1, files: [], names: [] };
  }
}

/** Runs one step and tells how it went; its output only where it failed. */
async function step(name, command, args) {
  const { status, output } = await run(command, args, 'pipe');
  process.stdout.write(status === 0 ? `${name}: good\n` : `${output}\n${name}: failed\n`);
  return status === 0;
}

function run(command, args, stdio, { env = {}, priority = 0 } = {}) {
  const child = spawn(command, args, {
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (priority !== 0 && child.pid !== undefined) setPriority(child.pid, priority);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
