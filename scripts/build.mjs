// Builds dist/chrome (Chrome and Edge) and dist/firefox, each loadable unpacked.
import { setup } from './setup.mjs';

await setup({ browsers: false });
const { build } = await import('vite');
for (const browser of ['chrome', 'firefox']) {
  process.env.BROWSER = browser;
  await build({ logLevel: 'warn' });
  process.stdout.write(`built dist/${browser}\n`);
}
