import { browser } from './browser';

/** The pages that the manifest names. */
function pages(): string[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);
}

/**
 * Whether the browser keeps us from every page that the manifest names. A seller may allow some stores and not
 * others, on purpose: where one is allowed, nothing is wrong.
 */
export async function allWithheld(): Promise<boolean> {
  const allowed = await Promise.all(pages().map((page) => browser.permissions.contains({ origins: [page] })));
  return allowed.length > 0 && !allowed.includes(true);
}

/** Has the browser ask the seller to allow them; whether they are allowed then. Only in a click. */
export function askForPages(): Promise<boolean> {
  return browser.permissions.request({ origins: pages() });
}

/** Calls back whenever the seller allowed something or took it away. Returns the way to stop. */
export function onAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** Whose settings the seller has to look at. */
export function settingsOf(): 'firefox' | 'chromium' {
  return browser.runtime.getURL('').startsWith('moz-extension:') ? 'firefox' : 'chromium';
}
