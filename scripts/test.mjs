// Everything that must hold, from types to the whole extension in two real browsers; ends with one line.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installNatsServer, setup } from './setup.mjs';

await setup({ browsers: true });
installNatsServer();
const results = 'out/test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const node = process.execPath;
/** Browser test files that may be tried a second time; if more fail, the product is broken. */
const mostAgain = 3;

// None waits for another; what each has to say comes in one piece.
const before = await Promise.all([
  step('Types', 'npx', ['tsc', '--noEmit']),
  step('Lint', 'npx', ['biome', 'check', '.']),
  step('Build', node, ['scripts/build.mjs']),
]);
process.stdout.write('\nUnits, house rules, and the whole extension in Chromium and Firefox:\n');
const first = await test('tests.json', []);
let { passed, failed } = first;
// A real browser on a busy machine may miss a moment. Once more, by itself; what is truly broken fails again.
const missed = first.files.filter((file) => file.includes('/test/browser/'));
if (missed.length > 0 && missed.length <= mostAgain && missed.length === first.files.length) {
  process.stdout.write(`\nOnce more, by themselves: ${missed.join(', ')}\n`);
  const second = await test('again.json', ['--maxWorkers=1', ...missed]);
  if (second.failed === 0) {
    process.stdout.write(`\nFlaky, passed only the second time: ${first.names.join('; ')}\n`);
    passed += failed;
    failed = 0;
  }
}
failed += before.filter((good) => !good).length;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** Runs vitest; how many passed and failed, and which. A file that could not start counts as one that failed. */
async function test(name, args) {
  const report = `${results}/${name}`;
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const { status } = await run('npx', ['vitest', 'run', ...reporters, ...args], 'inherit');
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

function run(command, args, stdio) {
  const child = spawn(command, args, {
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
