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
  const named = pages();
  // One after the other: mostly the first is allowed, and the rest need not be asked.
  for (const page of named) if (await browser.permissions.contains({ origins: [page] })) return false;
  return named.length > 0;
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
