import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('plays the whole job as the README’s first command does without a screen', () => {
  const told = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  expect(told).toContain('Took 1 back that nobody saw: 48 left, 2 given out');
  expect(told).toContain('history.csv, 50 codes');
  expect(told).toContain('Other computers asked for anything: 0');
});
