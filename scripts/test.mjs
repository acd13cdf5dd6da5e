// Everything that must hold, from types to the whole extension in two real browsers; ends with one line.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setup } from './setup.mjs';

await setup({ browsers: true });
const results = 'out/test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const node = process.execPath;

// None waits for another; what each has to say comes in one piece.
const before = await Promise.all([
  step('Types', 'npx', ['tsc', '--noEmit']),
  step('Lint', 'npx', ['biome', 'check', '.']),
  step('Build', node, ['scripts/build.mjs']),
]);
const report = `${results}/tests.json`;
const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
process.stdout.write('\nUnits, house rules, and the whole extension in Chromium and Firefox:\n');
const tested = await run('npx', ['vitest', 'run', ...reporters], 'inherit');

let passed = 0;
let failed = before.filter((good) => !good).length;
try {
  const counted = JSON.parse(readFileSync(report, 'utf8'));
  passed = counted.numPassedTests;
  failed += counted.numFailedTests + counted.numPendingTests;
} catch (error) {
  process.stdout.write(`No results of the tests: ${error.message}\n`);
}
// A file that could not even start fails no test, yet it fails.
if (tested.status !== 0 && failed === 0) failed = 1;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

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
