import { browser } from '../platform/browser';

const workspace = 'src/workspace/index.html';

/** Opens the workspace in a tab of its own, at a route such as `/promotion/…`. */
export async function openWorkspace(route: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`${workspace}#${route}`) });
}
