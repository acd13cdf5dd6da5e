import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserName } from './types.ts';

const page = `<!doctype html><title>A page</title><meta charset="utf-8">
<button id="add">Add</button> <output id="count"></output>
<input id="name"> <select id="choice"><option>One</option><option value="two">Two</option><option>Three</option></select>
<input type="file" id="file" hidden> <output id="read"></output>
<a id="save" download="codes.csv">Save</a>
<script src="page.js"></script>`;

/** Keeps a count in IndexedDB, reads a file, copies, saves a file. */
const script = `
const open = indexedDB.open('counts', 1);
open.onupgradeneeded = () => open.result.createObjectStore('counts');
const show = (text) => { document.getElementById('count').textContent = text; };
const store = (mode) => open.result.transaction('counts', mode).objectStore('counts');
open.onsuccess = () => {
  const get = store('readonly').get('clicks');
  get.onsuccess = () => show(String(get.result ?? 0));
};
document.getElementById('add').addEventListener('click', async (event) => {
  const next = Number(document.getElementById('count').textContent) + 1;
  const put = store('readwrite').put(next, 'clicks');
  put.onsuccess = () => show(String(next));
  await navigator.clipboard.writeText(next + ' ' + event.isTrusted);
});
document.getElementById('file').addEventListener('change', async (event) => {
  document.getElementById('read').textContent = await event.target.files[0].text();
});
document.getElementById('choice').addEventListener('change', (event) => {
  document.getElementById('read').textContent = event.target.value + ' ' + event.isTrusted;
});
document.getElementById('save').href = URL.createObjectURL(new Blob(['code\\nA\\n'], { type: 'text/csv' }));
`;

/** Marks the page and puts a button in a shadow root that has the background open the workspace. */
const contentScript = `
const host = document.createElement('throw-away');
const button = document.createElement('button');
button.textContent = 'Open';
button.addEventListener('click', (event) => {
  host.dataset.trusted = String(event.isTrusted);
  chrome.runtime.sendMessage('open');
});
host.attachShadow({ mode: 'open' }).append(button);
document.documentElement.append(host);
document.documentElement.dataset.throwAway = 'here';
`;

const background = `
chrome.runtime.onMessage.addListener(() => {
  chrome.tabs.create({ url: chrome.runtime.getURL('src/workspace/index.html#/inbox/1') });
});
`;

/** Writes the smallest extension that uses what the harness must be able to drive; returns its folder. */
export function writeThrowAwayExtension(folder: string, browser: BrowserName): string {
  const manifest = {
    manifest_version: 3,
    name: 'Throw-away',
    version: '1',
    content_scripts: [{ matches: ['https://sellercentral.amazon.com/promotions*'], js: ['content.js'] }],
    background: browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    content_security_policy: { extension_pages: "default-src 'none'; script-src 'self'; connect-src 'none'" },
    ...(browser === 'firefox' && { browser_specific_settings: { gecko: { id: 'throw-away@example.org' } } }),
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'content.js': contentScript,
    'background.js': background,
    'src/popup/index.html': page,
    'src/popup/page.js': script,
    'src/workspace/index.html': page,
    'src/workspace/page.js': script,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
