import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import { type Entry, textOf } from './src/words/entry';

type Browser = 'chrome' | 'firefox';

/** The manifest for one browser: `manifest.json` with the version of package.json and Firefox's few differences. */
export function manifestFor(browser: Browser) {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const { key, minimum_chrome_version, background, ...shared } = { ...manifest, version };
  if (browser === 'chrome') return { ...shared, key, minimum_chrome_version, background };
  return {
    ...shared,
    // Firefox runs the background as an event page, not as a service worker.
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'claimcheck@claimcheck.app',
        // Below this version the next key is refused.
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/**
 * In a page's document a field's name may stand in the way of a method; what preact makes nodes with is taken
 * from the prototype. The content script is built apart from these plugins, so that it is seen only here.
 */
const documentMethods: Plugin = {
  name: 'document-methods',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.iife.js')) continue;
        const text = String(file.source);
        file.source = text.replace(
          /\b([\w$]+)\.(createElementNS|createTextNode)\(/g,
          'Document.prototype.$2.call($1,',
        );
        if (file.source === text) this.error('The content script makes no nodes as it used to.');
      }
    },
  },
};

const sentences = new URL('public/_locales/en/messages.json', import.meta.url);

/**
 * Of the catalogue the pages need what is said, not what is told to translators; parsed as data, it costs their
 * opening less than as code.
 */
const sentencesOnly: Plugin = {
  name: 'sentences-only',
  transform(_, id) {
    if (!id.endsWith('/src/words/catalogue.ts')) return;
    const all = Object.entries<Entry>(JSON.parse(readFileSync(sentences, 'utf8')));
    const said = Object.fromEntries(all.map(([key, entry]) => [key, { message: textOf(entry) }]));
    return `export const catalogue = JSON.parse(${JSON.stringify(JSON.stringify(said))});`;
  },
};

export default defineConfig(() => {
  const browser: Browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
  return {
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome128',
      modulePreload: false,
      // The licenses of what is bundled go along with it.
      license: { fileName: 'THIRD-PARTY-LICENSES.md' },
      sourcemap: false,
      rollupOptions: { input: { workspace: 'src/workspace/index.html' } },
    },
    plugins: [
      sentencesOnly,
      crx({ manifest: manifestFor(browser) as ManifestV3Export, browser }),
      documentMethods,
    ],
  };
});
