import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { BrowserName } from '../harness/index.ts';

/** Where the team's build is for each. */
export const teamBuilds = { chromium: 'dist/team-chrome', firefox: 'dist/team-firefox' };

/** A copy of the team's build, as it is, whose workspace has a door for tests beside its own scripts. */
export async function withTeamDoor(browser: BrowserName): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-team-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(teamBuilds[browser], folder, { recursive: true });
    writeFileSync(join(folder, 'team-door.js'), await bundledDoor());
    const path = join(folder, 'src/workspace/index.html');
    const script = '<script type="module" src="/team-door.js"></script></head>';
    writeFileSync(path, readFileSync(path, 'utf8').replace('</head>', script));
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

let bundled: Promise<string> | undefined;

function bundledDoor(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome128',
      rollupOptions: {
        input: fileURLToPath(new URL('in-page/team-door.ts', import.meta.url)),
        output: { format: 'es' },
      },
    },
  });
  for (const each of Array.isArray(built) ? built : [built])
    for (const chunk of 'output' in each ? each.output : []) if (chunk.type === 'chunk') return chunk.code;
  throw new Error('The door was not built.');
}
