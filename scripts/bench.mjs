// Measures Claimcheck in a real browser, against named rivals in the same run.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

await setup({ browsers: true });
for (const args of [
  ['scripts/build.mjs'],
  ['--import', 'tsx', 'test/bench/run.ts', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
