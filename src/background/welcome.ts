import { rulesVersion } from '../domain/checks/rule-book';
import { browser } from '../platform/browser';
import { welcomeAddress } from '../platform/self';
import { rulesSeen } from '../stored/rules-seen';

/** Greets whoever has just installed the extension; an update or the browser's own comes without. */
export function greet(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    // These are the first rules that they work by: no change of them is news.
    rulesSeen
      .write(rulesVersion)
      .catch((error: unknown) => console.warn('Which rules were seen first could not be kept:', error));
    browser.tabs
      .create({ url: welcomeAddress() })
      .catch((error: unknown) => console.warn('The welcome page did not open:', error));
  });
}
