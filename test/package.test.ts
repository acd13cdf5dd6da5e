import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestFor } from '../vite.config';

const scratch = mkdtempSync(join(tmpdir(), 'claimcheck-package-'));
/** Two whole builds, on a machine that does other things too. */
const patience = 300_000;
/** `npm test` has just built these very sources: one build the less. */
const isBuilt = process.env.BUILT === 'yes';
const notSources = isBuilt
  ? /^(\.git|node_modules|dist\/pseudo-chrome|out|\.\w+\.ts)(\/|$)/
  : /^(\.git|node_modules|dist|out|\.\w+\.ts)(\/|$)/;

/** Makes the ZIPs in a folder of sources, from what is built there or of a new build; their bytes by name. */
function packageIn(folder: string, built = false): Record<string, Buffer> {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  // Older than what is installed: the packages are these, and must not be installed anew through the link.
  utimesSync(join(folder, 'package-lock.json'), 0, 0);
  execFileSync(process.execPath, ['scripts/package.mjs', ...(built ? ['--built'] : [])], {
    cwd: folder,
    stdio: 'pipe',
  });
  const out = join(folder, 'out/package');
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
}

/** Puts what a ZIP holds into a new folder. */
function unpack(zip: Buffer, name: string): string {
  const folder = join(scratch, name);
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

describe('the ZIPs for the stores', () => {
  let made: Record<string, Buffer>;
  const one = (end: string) => {
    const [name] = Object.keys(made).filter((each) => each.endsWith(end));
    return made[name ?? ''] as Buffer;
  };
  beforeAll(() => {
    const copy = join(scratch, 'copy');
    cpSync('.', copy, {
      recursive: true,
      filter: (from) => !notSources.test(from.split('\\').join('/')),
    });
    made = packageIn(copy, isBuilt);
  }, patience);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('are one for Chrome and Edge, one for Firefox, and the sources', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(Object.keys(made).sort()).toEqual(
      ['chrome', 'firefox', 'sources'].map((each) => `claimcheck-${version}-${each}.zip`),
    );
    for (const browser of ['chrome', 'firefox'] as const) {
      const manifest = Buffer.from(unzipSync(one(`-${browser}.zip`))['manifest.json'] ?? []).toString();
      expect(JSON.parse(manifest)).toMatchObject({ manifest_version: 3, version });
    }
  });

  it('speak to no other computer, and have nothing of a team’s build in them', () => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const files = Object.entries(unzipSync(one(`-${browser}.zip`)));
      expect(files.filter(([name]) => name.endsWith('.js')).length).toBeGreaterThan(5);
      for (const [name, bytes] of files)
        if (/\.(js|json|html)$/.test(name))
          expect(Buffer.from(bytes).toString(), name).not.toMatch(/WebSocket|wss:|\bnats\b|"team[A-Z]/);
    }
  });

  it('hold no key of our own, and the licenses of all that is in them', () => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const files = unzipSync(one(`-${browser}.zip`));
      const text = (name: string) => Buffer.from(files[name] ?? []).toString();
      expect(JSON.parse(text('manifest.json'))).not.toHaveProperty('key');
      expect(text('LICENSE')).toMatch(/^MIT License/);
      for (const name of ['idb', 'preact', 'webextension-polyfill', 'zod'])
        expect(text('THIRD-PARTY-LICENSES.md')).toContain(`## ${name} - `);
    }
    // The unpacked build keeps it, so that codes survive when its folder moves.
    expect(manifestFor('chrome')).toHaveProperty('key');
  });

  it('pass the linter of the stores with the warnings we know', { timeout: patience }, () => {
    const folder = unpack(one('-firefox.zip'), 'linted');
    const linter = ['web-ext', 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
    const told = JSON.parse(execFileSync('npx', linter, { encoding: 'utf8' })) as {
      errors: unknown[];
      notices: unknown[];
      warnings: { code: string; file: string }[];
    };
    expect([...told.errors, ...told.notices]).toEqual([]);
    // Preact can set innerHTML; we never ask it to, which the house rules hold.
    for (const { code, file } of told.warnings)
      expect([code, file]).toEqual([
        'UNSAFE_VAR_ASSIGNMENT',
        expect.stringMatching(/^(assets|src\/content)\//),
      ]);
  });

  it('come out the same, to the byte, when built again from the sources ZIP', { timeout: patience }, () => {
    const again = packageIn(unpack(one('-sources.zip'), 'again'));
    const differing = Object.keys(made).filter((name) => !again[name]?.equals(made[name] as Buffer));
    expect(differing).toEqual([]);
    expect(Object.keys(again)).toHaveLength(3);
  });
});
