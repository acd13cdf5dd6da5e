import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a script of `page/` with everything it imports, as one script for a page; built as the extension is. */
export async function bundle(entry: 'database' | 'reading'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome128',
      rollupOptions: {
        input: fileURLToPath(new URL(`page/${entry}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  for (const each of Array.isArray(built) ? built : [built])
    for (const chunk of 'output' in each ? each.output : []) if (chunk.type === 'chunk') return chunk.code;
  throw new Error(`test/bench/page/${entry}.ts was not built.`);
}
