// Makes the ZIPs for the stores in out/package: Chrome and Edge, Firefox, and the sources Firefox's reviewers build from.
// With `--built` of what `dist` holds, for a test that has just built it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setup } from './setup.mjs';

await setup({ browsers: false });
const { zipSync } = await import('fflate');
const folder = 'out/package';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
// ZIP keeps a time for each file; a fixed one makes the same sources give the same bytes, in any time zone.
const date = new Date(1980, 0, 1);

if (!process.argv.includes('--built'))
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const browser of ['chrome', 'firefox'])
  write(`claimcheck-${version}-${browser}`, [...filesUnder(`dist/${browser}`), ['LICENSE', 'LICENSE']]);
write(`claimcheck-${version}-sources`, tracked());

/** Every file below a folder, by its path in it. */
function filesUnder(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path), path]);
}

/** The project's own files: what git tracks, or, without git, what a sources ZIP holds. */
function tracked() {
  if (existsSync('.git')) {
    const list = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
    return list
      .split('\0')
      .filter(Boolean)
      .filter(existsSync)
      .map((path) => [path, path]);
  }
  const out = /^(node_modules|dist|out)(\/|$)/;
  return filesUnder('.').filter(([path]) => !out.test(path));
}

/** The bytes of a file as a store takes it: the Chrome Web Store refuses a manifest with a `key` of one's own. */
function bytesOf(path, from) {
  const bytes = readFileSync(from);
  if (path !== 'manifest.json' || !from.startsWith('dist')) return bytes;
  const { key: _, ...manifest } = JSON.parse(bytes.toString());
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

function write(name, files) {
  const sorted = files
    .map(([path, from]) => [path.split('\\').join('/'), from])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const zip = zipSync(
    Object.fromEntries(sorted.map(([path, from]) => [path, [bytesOf(path, from), { mtime: date }]])),
    { level: 9 },
  );
  const file = join(folder, `${name}.zip`);
  writeFileSync(file, zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  process.stdout.write(`${file}  ${Math.ceil(zip.length / 1024)} kB  sha256 ${hash}\n`);
}
