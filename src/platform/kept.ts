import { browser } from './native';

/** What the extension's local storage keeps under keys that begin so, as it lies there: readers must judge it. */
export async function keptUnder(prefix: string): Promise<unknown[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .map(([, value]) => value);
}

/** Calls back whenever something under such a key is written or removed. Returns the way to stop. */
export function onKeptChange(prefix: string, listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
