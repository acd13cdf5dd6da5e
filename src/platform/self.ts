import { browser } from './browser';

/** The version that is installed, as the store shows it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

const welcomePage = 'src/welcome/index.html';

/** The address of the page for those who have just installed the extension. */
export function welcomeAddress(): string {
  return browser.runtime.getURL(welcomePage);
}
