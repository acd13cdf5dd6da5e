// Measures how pages are read: thousands of mutated pages, against two readers as a rival would write them.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

await setup({ browsers: true });
const args = ['--import', 'tsx', 'test/bench/reading/run.ts', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
