// What every command needs before it can work. Plain Node without packages: it may run before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookForBrowser } from '../test/browser/harness/find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const debianPackages = { chromium: 'chromium', firefox: 'firefox-esr' };
/** The oldest versions that the extension can be put into. */
const oldest = { chromium: 128, firefox: 142 };

/**
 * Installs what is missing: npm's packages, and with `browsers` Chromium and Firefox (on Debian as root;
 * elsewhere it says what to install). Says nothing when all is there; ends the process with one line when it can't go on.
 */
export async function setup({ browsers = true } = {}) {
  checkNode();
  installPackages();
  if (browsers) installBrowsers();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
}

function installPackages() {
  const folder = join(root, 'node_modules');
  const installed = join(folder, '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const others = existsSync(folder) ? realpathSync(folder) : 'a folder that is gone';
    stop(
      `node_modules is a link to ${others}, and its packages are not those of package-lock.json. npm would empty that folder: remove the link, and run this again.`,
    );
  }
  say('Installing npm packages …');
  run(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed; its output is above.',
  );
}

function installBrowsers() {
  const missing = missingBrowsers();
  if (missing.length === 0) return;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say(`Installing ${missing.join(' and ')} …`);
    const failed = 'apt-get could not install the browsers; its output is above.';
    run('apt-get', ['-qq', 'update'], failed);
    const packages = missing.map((name) => debianPackages[name]);
    run(
      'apt-get',
      ['-qq', 'install', '-y', '--no-install-recommends', ...packages, 'fonts-liberation'],
      failed,
    );
  }
  const still = missingBrowsers();
  if (still.length > 0) {
    stop(
      `Missing or too old: ${still.map((name) => `${name} (${oldest[name]} or newer)`).join(' and ')}. Install with your system's packages, or set CHROMIUM_PATH and FIREFOX_PATH.`,
    );
  }
}

/**
 * Installs nats-server, which the tests of a team's pool start (on Debian as root; elsewhere it says what to
 * install). Says nothing when it is there; ends the process with one line when it can't go on.
 */
export function installNatsServer() {
  if (hasNatsServer()) return;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('Installing nats-server …');
    const failed = 'apt-get could not install nats-server; its output is above.';
    run('apt-get', ['-qq', 'update'], failed);
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'nats-server'], failed);
  }
  if (!hasNatsServer()) stop("Missing: nats-server (2.9 or newer). Install with your system's packages.");
}

function hasNatsServer() {
  return spawnSync('nats-server', ['--version']).status === 0;
}

function missingBrowsers() {
  try {
    return ['chromium', 'firefox'].filter((name) => {
      const program = lookForBrowser(name);
      return program === null || versionOf(program) < oldest[name];
    });
  } catch (error) {
    return stop(error.message);
  }
}

/** The first number of a program's version; beyond all where it tells none, as on Windows. */
function versionOf(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)\./.exec(stdout ?? '')?.[1] ?? Infinity);
}

/** Runs a program, its output only where it fails. */
function run(program, args, failed) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // npm is a script on Windows.
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
  stop(failed);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
