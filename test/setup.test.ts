import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

it('setup leaves packages alone that are only linked here: npm would empty the folder behind the link', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimcheck-setup-')));
  try {
    const [project, others] = [join(folder, 'project'), join(folder, 'others')];
    for (const each of [join(project, 'bin'), others]) mkdirSync(each, { recursive: true });
    for (const file of ['scripts/setup.mjs', 'test/browser/harness/find-browser.mjs'])
      cpSync(join(root, file), join(project, file));
    writeFileSync(join(project, 'package-lock.json'), '{}');
    writeFileSync(join(others, 'kept'), '');
    symlinkSync(others, join(project, 'node_modules'), 'junction');
    // In npm's place: what it would do first.
    writeFileSync(join(project, 'bin', 'npm'), '#!/bin/sh\nrm -f node_modules/*\n', { mode: 0o755 });
    const path = `${join(project, 'bin')}:${process.env.PATH}`;
    const program = "import('./scripts/setup.mjs').then(({ setup }) => setup({ browsers: false }))";
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      ...{ cwd: project, encoding: 'utf8', env: { ...process.env, PATH: path } },
    });
    expect(stderr).toMatch(/node_modules is a link to .*others/);
    expect(status).toBe(1);
    expect(existsSync(join(others, 'kept'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
