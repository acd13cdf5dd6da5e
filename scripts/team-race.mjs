// Five members in five browsers give out of one pool while machines and browsers are killed:
// `npm run team:race -- [codes] [seed]`.
import { spawnSync } from 'node:child_process';
import { installNatsServer, setup } from './setup.mjs';

const given = process.argv.slice(2);
if (given.length > 2 || !given.every((each) => /^[1-9]\d*$/.test(each))) {
  process.stderr.write('Usage: npm run team:race -- [codes] [seed]\n');
  process.exit(2);
}
await setup({ browsers: true });
installNatsServer();
for (const args of [['scripts/build.mjs'], ['--import', 'tsx', 'test/team/race/run.ts', ...given]]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
