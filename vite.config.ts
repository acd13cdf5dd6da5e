import { readFileSync, writeFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import { pseudoLocale } from './scripts/pseudo-locale.ts';
import { type Entry, textOf } from './src/words/entry.ts';

type Browser = 'chrome' | 'firefox';
/** `team` is the only one that connects to anything. */
type Edition = 'own' | 'team';

/** Fixes the id of the unpacked team build, so that its data survives moving the folder. */
const teamKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAs6HeCv/pcP9/7TP9FpbqyF6Zm+A2mgXRq0o7Y2qfrkA1WIO/2KxMSegnMy6/chMp2RP/T5TCXkiohO7TMzx5REn+dxlzKZPAOEcEjxeL4YTE0e+scwx80G3RtDyCYTpMAr6FmkZwTa7IcIdYvGYPuAVJkeA6X/3DB59teJ3m4DbzQ9gzg7jZHqSBvbJ3s13HWI2DjTcKHf0hWllUjeeZikO9GmT0jc8EBBnRemKYjJ0qATuXs/U6f6MfzYkj1bjRL6xjYZoEToa7vdBRMUiLEvR9NW/denPgk3+u370xt3qlUfMyfWbsU13KdKEik4FpBiwDpbmrIcHd2V4YmoW3MwIDAQAB';

/** The team's own name and id, and the engine it may reach; all else is as in the ordinary manifest. */
function teamManifest(manifest: Manifest): Manifest {
  const { extension_pages } = manifest.content_security_policy;
  return {
    ...manifest,
    name: '__MSG_teamName__',
    description: '__MSG_teamDescription__',
    key: teamKey,
    content_security_policy: {
      extension_pages: extension_pages.replace("connect-src 'none'", 'connect-src wss:'),
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the manifest is JSON of our own.
type Manifest = any;

/** The manifest for one browser: `manifest.json` with the version of package.json and Firefox's few differences. */
export function manifestFor(browser: Browser, edition: Edition = 'own') {
  const own = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
  const manifest = edition === 'team' ? teamManifest(own) : own;
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const { key, minimum_chrome_version, background, side_panel, commands, permissions, ...shared } = manifest;
  if (browser === 'chrome') return { ...manifest, version };
  const { 'open-panel': panelCommand, ...otherCommands } = commands;
  return {
    ...shared,
    version,
    permissions: permissions.filter((each: string) => each !== 'sidePanel'),
    // Firefox's sidebar takes the place of the side panel; it stays shut until the seller opens it.
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: shared.action.default_title,
      default_icon: shared.action.default_icon,
      open_at_install: false,
    },
    commands: { ...otherCommands, _execute_sidebar_action: panelCommand },
    // Firefox runs the background as an event page, not as a service worker.
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: edition === 'team' ? 'claimcheck-team@claimcheck.app' : 'claimcheck@claimcheck.app',
        // Below this version the next key is refused.
        strict_min_version: '142.0',
        // What a team shares goes to its engine, sealed: declared all the same.
        data_collection_permissions: {
          required: edition === 'team' ? ['personallyIdentifyingInfo', 'websiteContent'] : ['none'],
        },
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

const locale = '_locales/en/messages.json';

/** What isn't true where codes are shared is said otherwise there: each sentence by the one in its place. */
const teamSentences: Record<string, string> = {
  name: '__MSG_teamName__',
  workspaceFoot: '__MSG_teamFoot__',
  settingsAboutHint: '__MSG_teamAboutHint__',
  helpWhere1: '__MSG_teamWhere1__',
  welcomeNever1: '__MSG_teamNever1__',
  nextCapture: '__MSG_teamNextCapture__',
  startPrivate: '__MSG_teamPopupPromise__',
  saveHint: '__MSG_teamSaveHint__',
  welcomeBackup: '__MSG_teamWelcomeBackup__',
};

/** Said in a team's build alone; the ordinary pages need not open with it. */
const ofTeam = /^team[A-Z]/;

/** The sentences to build with: `LOCALE=pseudo` takes a made-up language in the place of English. */
function catalogue(): Record<string, Entry> {
  const english = JSON.parse(readFileSync(new URL(`public/${locale}`, import.meta.url), 'utf8'));
  if (process.env.EDITION === 'team')
    for (const [key, name] of Object.entries(teamSentences))
      english[key] = english[name.replace(/__(MSG_)?/g, '')];
  else for (const key of Object.keys(english)) if (ofTeam.test(key)) delete english[key];
  return process.env.LOCALE === 'pseudo' ? pseudoLocale(english) : english;
}

/**
 * Of the catalogue the pages need what is said, not what is told to translators; parsed as data, it costs their
 * opening less than as code.
 */
const sentencesOnly: Plugin = {
  name: 'sentences-only',
  transform(_, id) {
    if (!id.endsWith('/src/words/catalogue.ts')) return;
    const all = Object.entries(catalogue());
    const said = Object.fromEntries(all.map(([key, entry]) => [key, { message: textOf(entry) }]));
    return `export const catalogue = JSON.parse(${JSON.stringify(JSON.stringify(said))});`;
  },
  // The content script asks the browser, which reads the file.
  writeBundle({ dir = '' }) {
    writeFileSync(`${dir}/${locale}`, `${JSON.stringify(catalogue(), null, 2)}\n`);
  },
};

/** What the team's build has in the place of the ordinary one's; nothing else differs, and nothing else knows. */
const teamParts: Record<string, string> = {
  'src/actions/open-pool.ts': 'src/team/edition/open-pool.ts',
  'src/background/learning.ts': 'src/team/edition/learning.ts',
  'src/workspace/team/Colleagues.tsx': 'src/team/edition/Colleagues.tsx',
  'src/ui/give/GiveHere.tsx': 'src/team/edition/lease/GiveHere.tsx',
  'src/ui/give/giving-stopped.ts': 'src/team/edition/lease/giving-stopped.ts',
  'src/ui/give/TakenOffline.tsx': 'src/team/edition/lease/TakenOffline.tsx',
  'src/ui/page/PoolNotice.tsx': 'src/team/edition/PoolNotice.tsx',
};

const teamEdition: Plugin = {
  name: 'team-edition',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const root = new URL('.', import.meta.url).pathname;
    const part = found?.id.startsWith(root) ? teamParts[found.id.slice(root.length)] : undefined;
    return part ? root + part : found;
  },
};

export default defineConfig(() => {
  const browser: Browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
  const edition: Edition = process.env.EDITION === 'team' ? 'team' : 'own';
  const folder = [process.env.LOCALE, edition === 'team' ? 'team' : '', browser].filter(Boolean).join('-');
  return {
    build: {
      outDir: `dist/${folder}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome128',
      modulePreload: false,
      // The licenses of what is bundled go along with it.
      license: { fileName: 'THIRD-PARTY-LICENSES.md' },
      sourcemap: false,
      rollupOptions: { input: { workspace: 'src/workspace/index.html', welcome: 'src/welcome/index.html' } },
    },
    plugins: [
      ...(edition === 'team' ? [teamEdition] : []),
      sentencesOnly,
      crx({ manifest: manifestFor(browser, edition) as ManifestV3Export, browser }),
      documentMethods,
    ],
  };
});
