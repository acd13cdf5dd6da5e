import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineTokens, newEngineKeys } from '../../../src/team/access/accounts';
import { type ServerConfig, serverConfig } from '../../../src/team/access/server-config';

const page = readFileSync(new URL('../../../docs/team/engine.md', import.meta.url), 'utf8');
const keys = newEngineKeys();
const tokens = engineTokens(keys, 'docs');
const alone: ServerConfig = {
  name: 'm1',
  folder: '/var/lib/nats',
  browsers: { host: '0.0.0.0', port: 443, certificate: '/etc/nats/cert.pem', key: '/etc/nats/key.pem' },
  localPort: 4222,
  tokens,
  diskBytes: 16 * 1024 ** 3,
};
const cluster = {
  host: '0.0.0.0',
  port: 6222,
  routes: [1, 2, 3].map((n) => `m${n}.example.com:6222`),
  user: 'machine',
  password: 'made-for-you',
  tls: {
    certificate: '/etc/nats/route-cert.pem',
    key: '/etc/nats/route-key.pem',
    authority: '/etc/nats/route-ca.pem',
  },
};

function asOnThePage(config: string): string {
  return config
    .replaceAll(/"eyJ[^"]+"/g, '"eyJ…"')
    .replaceAll(/\bA[A-Z2-7]{55}\b/g, 'A…')
    .replaceAll('made-for-you', '(made for you)')
    .trim();
}

it('is the same on the page for agencies', () => {
  expect(page).toContain(asOnThePage(serverConfig(alone)));
  const three = serverConfig({ ...alone, cluster });
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
    for (const config of [alone, { ...alone, cluster }]) {
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
  const text = serverConfig({ ...alone, cluster });
  for (const seed of Object.values(keys)) expect(text.includes(String(seed))).toBe(false);
});
