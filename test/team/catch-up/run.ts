/**
 * How fast a browser that comes back follows what it missed: `npx tsx test/team/catch-up/run.ts [acts]`, over a log in
 * memory: in Node with fake-indexeddb, and in Chromium with its own storage.
 */
import 'fake-indexeddb/auto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { catchUp, longLog } from './catching-up.ts';
import { codes } from './codes.ts';
import { openPage } from './open-page.ts';

const acts = Number(process.argv[2] ?? 1000);
const only = process.argv[3];

function tell(where: string, { ms, tells }: { ms: number; tells: number }): void {
  console.log(
    `${where}: ${acts} acts in ${Math.round(ms)} ms, ${Math.round((acts / ms) * 1000)} a second; told ${tells} times`,
  );
}

if (only === undefined || only === 'node') {
  const { log, seat } = await longLog(acts, codes);
  tell('Node', await catchUp(log, seat));
}
if (only !== 'node') {
  const built = await build({
    ...{ configFile: false, logLevel: 'error' },
    build: {
      ...{ write: false, target: 'chrome128' },
      rollupOptions: {
        input: fileURLToPath(new URL('in-page.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The page was not built.');
  const { page, close } = await openPage(chunk.code);
  try {
    if (only === 'join') console.log(await page.evaluate(`joining(${acts}, ${Math.round(acts / 10)})`));
    else tell('Chromium', (await page.evaluate(`catchingUp(${acts})`)) as never);
  } finally {
    await close();
  }
}
process.exit(0);
