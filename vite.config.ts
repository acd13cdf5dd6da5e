import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';

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
    plugins: [crx({ manifest: manifestFor(browser) as ManifestV3Export, browser })],
  };
});
