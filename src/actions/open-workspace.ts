import { browser } from '../platform/browser';

/** Opens the workspace in a tab, at a route such as `/promotion/…`, and closes the popup that asked for it. */
export async function openWorkspace(route = '/'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/workspace/index.html#${route}`) });
  // Firefox leaves a popup standing over the new tab.
  for (const popup of browser.extension.getViews({ type: 'popup' })) popup.close();
}
