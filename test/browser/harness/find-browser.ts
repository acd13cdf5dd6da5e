import { existsSync } from 'node:fs';
import type { BrowserName } from './types.ts';

const places: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/**
 * Where a browser's program is: `CHROMIUM_PATH` or `FIREFOX_PATH`, else a well-known place. Google
 * Chrome itself is not looked for: since version 137 it loads no unpacked extension from the command line.
 */
export function findBrowser(name: BrowserName): string {
  const variable = name === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH';
  const told = process.env[variable];
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`${variable} names ${told}, but there is no such file.`);
  }
  const found = places[name].find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    `${name === 'chromium' ? 'Chromium' : 'Firefox'} was not found. Install it, or set ${variable} to its program.`,
  );
}
