// Builds dist/chrome (Chrome and Edge) and dist/firefox, each loadable unpacked.
import { spawn } from 'node:child_process';
import { setup } from './setup.mjs';

await setup({ browsers: false });
const results = await Promise.all(['chrome', 'firefox'].map(build));
process.exit(results.every(Boolean) ? 0 : 1);

/** One build in a process of its own; its output is shown only when it fails. */
async function build(browser) {
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    // Another NODE_ENV of the caller's would put this computer's paths into what is built.
    env: { ...process.env, NODE_ENV: 'production', BROWSER: browser },
  });
  let output = '';
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text) => (output += text));
  const status = await new Promise((resolve) => vite.on('close', resolve));
  const folder = process.env.LOCALE ? `dist/${process.env.LOCALE}-${browser}` : `dist/${browser}`;
  process.stdout.write(status === 0 ? `Built ${folder}\n` : `${output}\nCould not build ${folder}.\n`);
  return status === 0;
}
