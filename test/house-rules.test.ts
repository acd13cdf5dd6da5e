import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../vite.config';

const src = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));
const code = files.filter((file) => /\.tsx?$/.test(file));

function read(file: string): string {
  return readFileSync(join(src, file), 'utf8');
}

/** Which folder may use which: data flows one way. */
const allowed: Record<string, readonly string[]> = {
  domain: [],
  page: ['domain'],
  files: ['domain'],
  ledger: ['domain'],
  messaging: ['words', 'domain', 'stored'],
  platform: [],
  words: ['domain', 'platform/native'],
  // The one place for `storage.local`.
  stored: ['domain', 'platform'],
  // Of `page` only where links to Amazon lead.
  ui: ['domain', 'words', 'page/site/addresses', 'stored'],
  content: ['page', 'messaging', 'ui', 'words', 'platform', 'domain', 'stored'],
  actions: ['ledger', 'files', 'messaging', 'words', 'platform', 'domain', 'stored'],
  // One pool for several people: acts go to a log, and come from it into this computer's ledger.
  team: ['ledger', 'actions', 'ui', 'words', 'platform', 'domain', 'stored'],
  // Codes only through the pool that `actions` opens.
  welcome: ['ui', 'words', 'platform'],
  popup: ['actions', 'messaging', 'ui', 'words', 'platform', 'domain', 'stored'],
  workspace: ['actions', 'files', 'messaging', 'ui', 'words', 'platform', 'domain', 'stored'],
  // Of `page` only the words, plain data that it hands to pages in their language; of `actions` only what the icon says and what is announced.
  background: [
    'ledger',
    'messaging',
    'words',
    'platform',
    'domain',
    'page/labels',
    'stored',
    'actions/attention',
    'actions/alerts',
  ],
};

const packagesOf: Record<string, readonly string[]> = {
  'webextension-polyfill': ['platform/browser.ts'],
  idb: ['ledger', 'team'],
  'zod/mini': ['messaging', 'files', 'ledger', 'actions', 'stored', 'team'],
};

/** What is written into files, rows and reports, and Amazon's own words in each language. */
const wordsThatAreData = [
  'content/on-page/drift.ts',
  'page',
  'files/sealed',
  'domain/messages',
  'ledger/codes/lives.ts',
  'ledger/copies/precaution.ts',
  'ledger/store/written-twice.ts',
  'ledger/views/history.ts',
  'words/sentences.ts',
].map((place) => place.split('/').join(sep));

/** A field called so stands in its form's way; `page/dom/dom.ts` has each. */
const nodeMembers =
  /[\w)\]]\??\.(children|childNodes|childElementCount|(first|last)(Element)?Child|(next|previous)(Element)?Sibling|assignedSlot|(client|scroll)(Left|Top|Width|Height)|scrollingElement|createRange|parentNode|parentElement|tagName|className|classList|localName|nodeType|nodeName|nodeValue|textContent|innerText|closest|matches|[gs]etAttribute|hasAttribute|querySelector(All)?|getRootNode|shadowRoot|isConnected|ownerDocument|checkVisibility|getBoundingClientRect|getClientRects|contains|slot)\b(?!:)/;

function imports(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => found[1] as string);
}

describe.each(code)('%s', (file) => {
  const folder = file.split(sep)[0] as string;

  it('uses only what its folder may', () => {
    for (const source of imports(file)) {
      // The sentences themselves come in by one file; their names are a type for everyone.
      if (source.endsWith('/_locales/en/messages.json')) {
        expect(file).toBe(join('words', 'catalogue.ts'));
      } else if (source.endsWith('/words/sentences')) {
        expect(read(file)).toMatch(new RegExp(`(import|export) type \\{[^}]*\\} from '${source}'`));
      } else if (folder === 'ui' && /\/actions\//.test(source)) {
        // What a view shows and can do is declared once, where it is done.
        expect(read(file)).toMatch(new RegExp(`(import|export) type \\{[^}]*\\} from '${source}'`));
      } else if (source.startsWith('.')) {
        const path = relative(src, join(src, file, '..', source))
          .split(sep)
          .join('/');
        const may = [folder, ...(allowed[folder] ?? [])].some((place) => `${path}/`.startsWith(`${place}/`));
        expect(may, `${file} imports ${source}`).toBe(true);
      } else if (packagesOf[source]) {
        expect(
          packagesOf[source].some((place) => file === place || folder === place),
          `${file} imports ${source}`,
        ).toBe(true);
      }
    }
  });

  it('is small', () => {
    // Made from the catalogue.
    if (file === join('words', 'sentences.ts')) return;
    expect(read(file).split('\n').length).toBeLessThanOrEqual(300);
  });

  it('sends nothing and runs no text as code', () => {
    const text = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(text).not.toMatch(
      /XMLHttpRequest|WebSocket|sendBeacon|EventSource|innerHTML|\beval\(|new Function/,
    );
    // The one request there is: Amazon's own download link, on the seller's click.
    if (file !== join('content', 'asks', 'download.ts')) expect(text).not.toMatch(/\bfetch\(/);
  });

  it('leaves Amazon’s pages and the browser’s APIs to those who know them', () => {
    const text = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    if (folder !== 'page') expect(text).not.toMatch(/sellercentral|\bkat-|a-native-dropdown/);
    if (folder !== 'platform') expect(text).not.toMatch(/\bchrome\.(runtime|storage|tabs)/);
    if (folder !== 'stored') expect(text).not.toMatch(/storage\.local\b/);
  });

  it('takes the members of a page’s nodes from their prototypes', () => {
    if (file === join('page', 'dom', 'dom.ts')) return;
    const text = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    if (folder === 'page' || folder === 'content') expect(text).not.toMatch(/\bdoc(ument)?\??\.\w/);
    if (folder === 'page') expect(text).not.toMatch(nodeMembers);
  });

  it('has no sentence of its own: the catalogue has them', () => {
    if (wordsThatAreData.some((place) => file.startsWith(place))) return;
    const lines = read(file)
      .replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
      .split('\n')
      .filter(
        (line) => !/^\s*(import|export) |console\.|\.test\(|RegExp|Error\('The (page|clipboard)/.test(line),
      );
    const found = lines.filter(
      (line) =>
        /'[A-Z][^']*[a-z]+ [a-z]+ [a-z]+[^']*'|`[A-Z][^`$]*\b[a-z]{2,} [a-z]{2,}[^`]*`/.test(line) ||
        /^\s*[A-Z][a-z’]+( [a-z’]+){2,}[^;{}()=]*$/.test(line) ||
        (file.endsWith('.tsx') && /(aria-label|placeholder|title|label|hint)="[A-Z]/.test(line)),
    );
    expect(found).toEqual([]);
  });

  it('clicks and fills nothing on Amazon’s pages', () => {
    if (folder !== 'page' && folder !== 'content') return;
    expect(read(file)).not.toMatch(
      /\.click\(|\.submit\(|requestSubmit|\.value\s*=[^=]|\.checked\s*=[^=]|dispatchEvent\(new (Mouse|Keyboard|Input|Pointer)?Event/,
    );
  });
});

/** The files of ours that a file imports. */
function ownImports(file: string): string[] {
  return imports(file)
    .filter((source) => source.startsWith('.'))
    .map((source) => join(file, '..', source))
    .flatMap((path) =>
      ['.ts', '.tsx', `${sep}index.ts`].map((end) => path + end).filter((at) => code.includes(at)),
    );
}

describe('the house', () => {
  it('has no circle of imports', () => {
    const done = new Set<string>();
    const way: string[] = [];
    const walk = (file: string): void => {
      if (done.has(file)) return;
      const at = way.indexOf(file);
      expect(at < 0 ? [] : [...way.slice(at), file]).toEqual([]);
      way.push(file);
      for (const next of ownImports(file)) walk(next);
      way.pop();
      done.add(file);
    };
    for (const file of code) walk(file);
  });

  it('keeps the messages to shoppers out of Amazon’s pages', () => {
    const met = new Set<string>();
    const walk = (file: string): void => {
      if (met.has(file)) return;
      met.add(file);
      for (const next of ownImports(file)) walk(next);
    };
    walk(join('content', 'main.iife.ts'));
    expect(met).toContain(join('content', 'app.ts'));
    // Of these rooms the list of languages may be a type for a promotion.
    expect(met).not.toContain(join('domain', 'messages', 'index.ts'));
  });

  it('has every file that its pages name', () => {
    for (const page of files.filter((file) => file.endsWith('.html')))
      for (const [, named = ''] of read(page).matchAll(/(?:href|src)="([^"#:/][^"#:]*)"/g))
        expect(files, page).toContain(join(page, '..', named));
  });

  it('has no room in which a file is hard to find', () => {
    const rooms = new Map<string, number>();
    for (const file of files) rooms.set(join(file, '..'), (rooms.get(join(file, '..')) ?? 0) + 1);
    for (const [room, count] of rooms) expect(count, room).toBeLessThanOrEqual(16);
  });

  it('has its colors in one place', () => {
    for (const file of files.filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css')))
      expect(read(file).match(/#[\da-f]{3,8}\b(?![\w-]*\s*\{)/gi) ?? [], file).toEqual([]);
  });

  it('has the unit tests in the same rooms as what they test', () => {
    const rooms = new Set(files.map((file) => join(file, '..')));
    for (const room of readdirSync(src)) rooms.add(room);
    const tests = new URL('.', import.meta.url).pathname;
    const tested = readdirSync(tests, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.test\.tsx?$/.test(file) && rooms.has(file.split(sep)[0] ?? ''))
      .map((file) => join(file, '..'));
    for (const room of tested) expect(rooms, room).toContain(room);
  });
});

describe('the project’s text', () => {
  it('asks for no permission but those it uses', () => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const manifest = manifestFor(browser);
      // `sidePanel` is Chromium's and warns of nothing; Firefox's sidebar needs no permission.
      const panel = browser === 'chrome' ? ['sidePanel'] : [];
      // `alarms` warns of nothing in either, and Firefox can't ask for it later.
      expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', ...panel]);
      // Asked for once the seller switches notifications on.
      expect(manifest.optional_permissions).toEqual(['notifications']);
      expect(Object.keys(manifest)).not.toContain('optional_host_permissions');
      expect(Object.keys(manifest)).not.toContain('host_permissions');
      expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
      expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
    }
  });

  it('has its popup in the browser’s panel too, which nobody has opened for them', () => {
    const { side_panel, ...chrome } = manifestFor('chrome');
    expect(side_panel).toEqual({ default_path: 'src/popup/index.html' });
    expect(chrome).not.toHaveProperty('sidebar_action');
    const { sidebar_action, ...firefox } = manifestFor('firefox');
    expect(sidebar_action).toMatchObject({ default_panel: 'src/popup/index.html', open_at_install: false });
    expect(firefox).not.toHaveProperty('side_panel');
    expect(Object.keys(chrome.commands)).toEqual(['_execute_action', 'open-panel']);
    expect(Object.keys(firefox.commands)).toEqual(['_execute_action', '_execute_sidebar_action']);
  });

  it('runs on Amazon’s promotion, offer and claim-code pages only', () => {
    const paths = new Set(
      (manifestFor('chrome').content_scripts[0].matches as string[]).map((match) =>
        match.replace(/^https:\/\/[^/]+/, ''),
      ),
    );
    expect([...paths].sort()).toEqual([
      '/abis/listing/*',
      '/abis/product/*',
      '/promotion-central*',
      '/promotions*',
    ]);
  });
});
