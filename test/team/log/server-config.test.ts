import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineTokens, newEngineKeys } from '../../../src/team/access/accounts';
import { type ServerConfig, serverConfig } from '../../../src/team/access/server-config';
import { machinesOf } from '../../../src/team/seat/founding';

const page = readFileSync(new URL('../../../docs/team/engine.md', import.meta.url), 'utf8');
const keys = newEngineKeys();
const tokens = engineTokens(keys, 'docs');
const [alone] = machinesOf(1, tokens, '') as [ServerConfig];
const [clustered] = machinesOf(3, tokens, 'made-for-you') as [ServerConfig];

function asOnThePage(config: string): string {
  return config
    .replaceAll(/"eyJ[^"]+"/g, '"eyJ…"')
    .replaceAll(/\bA[A-Z2-7]{55}\b/g, 'A…')
    .replaceAll('made-for-you', '(made for you)')
    .trim();
}

it('is the same on the page for agencies', () => {
  expect(page).toContain(asOnThePage(serverConfig(alone)));
  const three = serverConfig(clustered);
  expect(page).toContain(asOnThePage(three.slice(three.indexOf('\ncluster {'))));
});

it('is understood by nats-server; the word of newer ones by none of 2.9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-config-'));
  try {
    const check = (config: ServerConfig) => {
      const file = join(folder, 'nats.conf');
      // What it names must be there: no files of keys here.
      const text = serverConfig(config)
        .replaceAll(/^ *tls \{[^}]*\}$/gm, '')
        .replace('compression', 'no_tls: true\n  compression');
      writeFileSync(file, text);
      return spawnSync('nats-server', ['-t', '-c', file], { encoding: 'utf8' });
    };
    for (const config of [alone, clustered]) {
      const { status, stderr } = check(config);
      expect(stderr).toMatch(/configuration file .* is valid/);
      expect(status).toBe(0);
    }
    const version = spawnSync('nats-server', ['--version'], { encoding: 'utf8' }).stdout;
    if (/v2\.9\./.test(version)) expect(check({ ...alone, syncAlways: true }).status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('takes nothing that would end a quotation', () => {
  expect(() => serverConfig({ ...alone, name: 'm1"\noperator: "x' })).toThrow(RangeError);
});

it('has no seed in it', () => {
  const text = serverConfig(clustered);
  for (const seed of Object.values(keys)) expect(text.includes(String(seed))).toBe(false);
});

it('has each machine tell the others its own name, since certificates are for names', () => {
  const files = machinesOf(3, tokens, 'x').map(serverConfig);
  const told = files.map((file) => file.match(/\n {2}advertise: "(.+)"\n/)?.[1]);
  expect(told).toEqual(['one', 'two', 'three'].map((name) => `${name}.example.com:6222`));
  for (const file of files) expect(file).toContain('\n  no_advertise: true\n');
});
