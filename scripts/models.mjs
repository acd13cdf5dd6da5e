// Random acts on the ledger against a simple model of it, as often as one likes: `models.mjs 5000 [seed]`.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

const [runs = '5000', seed] = process.argv.slice(2);
if ([runs, seed].some((each) => each !== undefined && !/^[1-9]\d*$/.test(each))) {
  process.stderr.write('Usage: npm run models -- [runs] [seed]\n');
  process.exit(2);
}
await setup({ browsers: false });
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'test/ledger/model.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, MODEL_RUNS: runs, ...(seed === undefined ? {} : { MODEL_SEED: seed }) },
});
process.exit(status ?? 1);
