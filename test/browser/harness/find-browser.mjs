import { existsSync } from 'node:fs';

const variables = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/**
 * Well-known places. Google Chrome itself is not looked for: since version 137 it loads no unpacked
 * extension from the command line.
 */
const places = {
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
 * Where a browser's program is: `CHROMIUM_PATH` or `FIREFOX_PATH`, else a well-known place; null where there is none.
 * Plain JavaScript, since it also runs before anything is installed.
 */
export function lookForBrowser(name) {
  const told = process.env[variables[name]];
  if (told && !existsSync(told))
    throw new Error(`${variables[name]} names ${told}, but there is no such file.`);
  return told || (places[name].find((place) => existsSync(place)) ?? null);
}

/** As `lookForBrowser`, but throws where there is none. */
export function findBrowser(name) {
  const found = lookForBrowser(name);
  if (found !== null) return found;
  const title = name === 'chromium' ? 'Chromium' : 'Firefox';
  throw new Error(`${title} was not found. Install it, or set ${variables[name]} to its program.`);
}
