// Builds dist/chrome (Chrome and Edge) and dist/firefox, and the same for teams, each loadable unpacked.
import { spawn } from 'node:child_process';
import { setup } from './setup.mjs';

await setup({ browsers: false });
const browsers = ['chrome', 'firefox'];
const results = await Promise.all(browsers.map((browser) => build(browser, 'own')));
// A made-up language is for looking at the ordinary pages.
if (!process.env.LOCALE)
  results.push(...(await Promise.all(browsers.map((browser) => build(browser, 'team')))));
process.exit(results.every(Boolean) ? 0 : 1);

/** One build in a process of its own; its output is shown only when it fails. */
async function build(browser, edition) {
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    // Another NODE_ENV of the caller's would put this computer's paths into what is built.
    env: { ...process.env, NODE_ENV: 'production', BROWSER: browser, EDITION: edition },
  });
  let output = '';
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text) => (output += text));
  const status = await new Promise((resolve) => vite.on('close', resolve));
  const name = [process.env.LOCALE, edition === 'team' ? 'team' : '', browser].filter(Boolean).join('-');
  const folder = `dist/${name}`;
  process.stdout.write(status === 0 ? `Built ${folder}\n` : `${output}\nCould not build ${folder}.\n`);
  return status === 0;
}
