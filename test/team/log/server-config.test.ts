import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineTokens, newEngineKeys } from '../../../src/team/access/accounts';
import { type ServerConfig, serverConfig } from '../../../src/team/access/server-config';
import { setUpSteps } from '../../../src/team/access/set-up-steps';
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
  expect(page).toContain(asOnThePage(setUpSteps(alone) + serverConfig(alone)));
  const three = serverConfig(clustered);
  expect(page).toContain(asOnThePage(three.slice(three.indexOf('\ncluster {'))));
});

/** The commands among the comments at the top of a file. */
const commandsIn = (file: string) => [...file.matchAll(/^# {3}(.+)$/gm)].map(([, command = '']) => command);

it('tells at its top how the machine is set up, in commands that a shell reads, which the page has as well', () => {
  for (const config of [alone, clustered]) {
    const commands = commandsIn(setUpSteps(config));
    for (const command of commands) expect(page).toContain(command);
    const all = commands.join('\n');
    expect(spawnSync('bash', ['-n'], { input: all }).status).toBe(0);
    // What was missing once: the folder, who owns the key, the right to the port, and that it starts again.
    expect(all).toMatch(/^mkdir -p \/etc\/nats \/var\/lib\/nats/m);
    expect(all).toMatch(/^install -o nats -g nats -m 600 privkey\.pem \/etc\/nats\/key\.pem$/m);
    expect(all).toContain('AmbientCapabilities=CAP_NET_BIND_SERVICE\\nRestart=on-failure');
    const named = serverConfig(config).matchAll(/_file: "\/etc\/nats\/(.+)"/g);
    for (const [, file] of named) expect(all).toMatch(new RegExp(`^install .*\\b${file}\\b`, 'm'));
  }
});

it('has certificates for the machines that openssl makes, each with its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-routes-'));
  try {
    const making = commandsIn(setUpSteps(clustered)).filter((each) => /^openssl|route\.ext$/.test(each));
    expect(making).toHaveLength(4);
    const { status, stderr } = spawnSync('bash', ['-e'], { cwd: folder, input: making.join('\n') });
    expect(`${stderr}`).not.toMatch(/error/i);
    expect(status).toBe(0);
    const look = ['x509', '-in', 'route-certificate.pem', '-noout', '-checkhost', 'one.example.com'];
    expect(spawnSync('openssl', look, { cwd: folder, encoding: 'utf8' }).stdout).toContain('does match');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is understood by nats-server; the word of newer ones by none of 2.9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-config-'));
  try {
    const check = (config: ServerConfig) => {
      const file = join(folder, 'nats.conf');
      // What it names must be there: no files of keys here.
      const text = (setUpSteps(config) + serverConfig(config))
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
