import { confirmedQuantitiesKey, confirmedWordsKey, taughtKey } from '../domain/taught';
import { browser } from '../platform/browser';
import { defaultSettings, settingsKey } from '../platform/settings';

/** One thing that the browser's storage keeps beside the ledger. Whoever reads it there judges it. */
export interface KeptRow {
  readonly key: string;
  readonly value: unknown;
}

/** What the seller decided or taught once: it goes into a saved copy, too. */
const keys = [settingsKey, taughtKey, confirmedWordsKey, confirmedQuantitiesKey];

/** The seller's settings and lessons, for a saved copy. */
export async function keptRows(): Promise<KeptRow[]> {
  const stored = await browser.storage.local.get(keys);
  return keys.flatMap((key) => (stored[key] === undefined ? [] : [{ key, value: stored[key] }]));
}

/** Takes settings and lessons of a saved copy over, each only where nothing was decided here; whether any was. */
export async function bringKept(rows: readonly KeptRow[]): Promise<boolean> {
  const stored = await browser.storage.local.get(keys);
  const news: Record<string, unknown> = {};
  for (const { key, value } of rows) {
    if (!keys.includes(key)) continue;
    const merged = filledUp(stored[key], value, key === settingsKey ? defaultSettings : {});
    if (JSON.stringify(merged) !== JSON.stringify(stored[key])) news[key] = merged;
  }
  const any = Object.keys(news).length > 0;
  if (any) await browser.storage.local.set(news);
  return any;
}

/** Lists and whole values stay as they are here; in an object each field that still is as it began comes from the copy. */
function filledUp(here: unknown, copy: unknown, began: object): unknown {
  if (here === undefined || (Array.isArray(here) && here.length === 0)) return copy;
  if (!isObject(here) || !isObject(copy)) return here;
  const first = new Map(Object.entries(began).map(([key, value]) => [key, JSON.stringify(value)]));
  const decided = Object.entries(here).filter(([key, value]) => JSON.stringify(value) !== first.get(key));
  return { ...here, ...copy, ...Object.fromEntries(decided) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
