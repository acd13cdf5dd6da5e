import { browser } from './native';

/** What the seller decides once, kept in this browser. */
export interface Settings {
  /** The highest discount this seller ever means to give, percent. */
  maxPercentOff: number;
  /** The longest run of a promotion, days. */
  maxRunDays: number;
  /** The highest max order quantity of a product, units. */
  maxOrderQuantity: number;
  /** Whether Review and Submit are held while a blocker is open. */
  guard: boolean;
  /** Kept in every entry of the ledger; empty when not given. */
  yourName: string;
  /** Short name of the store used last (`US`); readers must judge it, since it was stored as text. */
  lastMarketplace: string;
  /** Channels and platforms typed before, newest first. */
  channels: string[];
  /** Platforms that got lots of codes, newest first. */
  platforms: string[];
  /** True once the seller was asked for a name, given or not. */
  nameAsked: boolean;
}

export const defaultSettings: Settings = {
  maxPercentOff: 50,
  maxRunDays: 30,
  maxOrderQuantity: 1,
  guard: true,
  yourName: '',
  lastMarketplace: 'US',
  channels: [],
  platforms: [],
  nameAsked: false,
};

/** Where `storage.local` keeps them. */
export const settingsKey = 'settings';

/** The settings, with the default in place of anything missing or of the wrong kind. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(settingsKey);
  return settingsFrom(stored[settingsKey]);
}

/** Writes the fields given and leaves the others. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: { ...(await loadSettings()), ...patch } });
}

/** Calls back with the new settings whenever any page of the extension saves them. Returns the way to stop. */
export function onSettingsChange(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[settingsKey]) listener(settingsFrom(changes[settingsKey].newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

function settingsFrom(stored: unknown): Settings {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const whole = (name: 'maxPercentOff' | 'maxRunDays' | 'maxOrderQuantity') => {
    const value = given[name];
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : defaultSettings[name];
  };
  const text = (name: 'yourName' | 'lastMarketplace') =>
    typeof given[name] === 'string' ? given[name] : defaultSettings[name];
  const texts = (name: 'channels' | 'platforms') => {
    const list = given[name];
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  };
  return {
    maxPercentOff: whole('maxPercentOff'),
    maxRunDays: whole('maxRunDays'),
    maxOrderQuantity: whole('maxOrderQuantity'),
    guard: given.guard !== false,
    yourName: text('yourName'),
    lastMarketplace: text('lastMarketplace'),
    channels: texts('channels'),
    platforms: texts('platforms'),
    nameAsked: given.nameAsked === true,
  };
}
