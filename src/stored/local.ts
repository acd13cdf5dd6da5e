import { browser } from '../platform/native';

/** One thing that `storage.local` keeps. */
export interface Kept<Value> {
  readonly read: () => Promise<Value>;
  readonly write: (value: Value) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** What is kept under this key; `from` judges what lies there, which may be anything. */
export function kept<Value>(key: string, from: (stored: unknown) => Value): Kept<Value> {
  return {
    read: async () => from((await browser.storage.local.get(key))[key]),
    write: (value) => browser.storage.local.set({ [key]: value }),
    remove: () => browser.storage.local.remove(key),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list, without what is none. */
export function textsIn(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
}

/** What the extension's local storage keeps under keys that begin so, as it lies there: readers must judge it. */
export async function keptUnder(prefix: string): Promise<[key: string, value: unknown][]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  return Object.entries(stored).filter(([key]) => key.startsWith(prefix));
}

/** Calls back whenever something under such a key is written or removed. Returns the way to stop. */
export function onKeptChange(prefix: string, listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(prefix))) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** What lies under these keys, as it lies there. */
export function readTogether(keys: readonly string[]): Promise<Record<string, unknown>> {
  return browser.storage.local.get([...keys]);
}

/** Writes several things at once: all of them or none. */
export function writeTogether(values: Readonly<Record<string, unknown>>): Promise<void> {
  return browser.storage.local.set(values);
}

export function removeTogether(keys: Iterable<string>): Promise<void> {
  return browser.storage.local.remove([...keys]);
}
