import { browser } from '../platform/browser';
import { welcomeAddress } from '../platform/self';

/** Greets whoever has just installed the extension; an update or the browser's own comes without. */
export function greet(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs
      .create({ url: welcomeAddress() })
      .catch((error: unknown) => console.warn('The welcome page did not open:', error));
  });
}
