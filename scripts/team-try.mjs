// A team of three browsers over an engine of three machines, all on this computer: a short scene, or with `--stay` left
// open to play with.
import { spawnSync } from 'node:child_process';
import { installNatsServer, setup } from './setup.mjs';

const given = process.argv.slice(2);
if (given.some((each) => each !== '--stay')) {
  process.stderr.write('Usage: npm run team:try, or npm run team:try -- --stay\n');
  process.exit(2);
}
await setup({ browsers: true });
installNatsServer();
for (const args of [['scripts/build.mjs'], ['--import', 'tsx', 'scripts/team-try.ts', ...given]]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
