// Builds Claimcheck, starts the replica of Seller Central and opens a browser with both.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

await setup({ browsers: true });
for (const args of [['scripts/build.mjs'], ['--import', 'tsx', 'scripts/demo.ts']]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
