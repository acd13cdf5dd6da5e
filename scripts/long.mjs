// The raced and killed tests for as long as one likes: `long.mjs races 10000`, `long.mjs kills 200 [seed]`.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

const [what, count, seed] = process.argv.slice(2);
const runs = {
  races: { file: 'test/browser/races.test.ts', env: { RACE_CODES: count ?? '10000' } },
  kills: {
    file: 'test/browser/crash.test.ts',
    env: { CRASH_KILLS: count ?? '200', ...(seed === undefined ? {} : { CRASH_SEED: seed }) },
  },
};
const chosen = Object.hasOwn(runs, what) ? runs[what] : undefined;
if (!chosen || [count, seed].some((each) => each !== undefined && !/^[1-9]\d*$/.test(each))) {
  process.stderr.write('Usage: npm run races -- [codes], or npm run kills -- [kills per browser] [seed]\n');
  process.exit(2);
}
await setup({ browsers: true });
const options = {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...chosen.env },
};
for (const [command, args] of [
  [process.execPath, ['scripts/build.mjs']],
  ['npx', ['vitest', 'run', '--project', 'chromium', '--project', 'firefox', chosen.file]],
]) {
  const { status } = spawnSync(command, args, options);
  if (status !== 0) process.exit(status ?? 1);
}
