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

/**
 * Changes what is kept, from what lies there at that moment: whichever pages and background change something, one
 * does after the other, so that none writes over what another has just written. The same value again writes nothing.
 * Not in content scripts, where locks are the site's own: they ask the background.
 */
export function change<Value>(of: Kept<Value>, next: (now: Value) => Value): Promise<Value> {
  return alone(async () => {
    const now = await of.read();
    const value = next(now);
    if (value !== now) await of.write(value);
    return value;
  });
}

/** The same for several things at once: all of them are written, or none. */
export function changeTogether(
  keys: readonly string[],
  next: (now: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Promise<void> {
  return alone(async () => browser.storage.local.set(next(await readTogether(keys))));
}

/** One lock for all of it: a change takes milliseconds, and the browser lets it go when its page or worker dies. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('claimcheck-kept', work);
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

export function removeTogether(keys: Iterable<string>): Promise<void> {
  return browser.storage.local.remove([...keys]);
}
