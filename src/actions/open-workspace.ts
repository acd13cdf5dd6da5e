import { browser } from '../platform/browser';

/** Opens the workspace in a tab, at a route such as `/promotion/…`, and closes the popup that asked for it. */
export function openWorkspace(route = '/'): Promise<void> {
  return openTab(browser.runtime.getURL(`src/workspace/index.html#${route}`));
}

/** Opens an address in a tab, and closes the popup that asked for it. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
  // Firefox leaves a popup standing over the new tab.
  for (const popup of browser.extension.getViews({ type: 'popup' })) popup.close();
}
