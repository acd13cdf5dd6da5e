import type { StoreLimits } from '../domain/checks/limits';
import { browser } from '../platform/native';
import { change, isRecord, kept, textsIn } from './local';
import { storeLimitsFrom } from './store-limits';

/** What the seller decides once, kept in this browser. */
export interface Settings {
  /** The highest discount this seller ever means to give, percent. */
  maxPercentOff: number;
  /** The longest run of a promotion, days. */
  maxRunDays: number;
  /** The highest max order quantity of a product, units. */
  maxOrderQuantity: number;
  /** Limits of single stores, in place of those above. */
  limitsByStore: StoreLimits;
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
  /** How many codes the seller means to give out on a day; 0: none is set. */
  dailyTarget: number;
  /** The colors of popup and workspace. */
  theme: Theme;
}

/** Some of the settings anew, or how to make them of those that are kept by then. */
export type SettingsPatch = Partial<Settings> | ((now: Settings) => Partial<Settings>);

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The most codes that a day's target may be. */
export const mostPerDay = 1_000_000;

export const defaultSettings: Settings = {
  maxPercentOff: 50,
  maxRunDays: 30,
  maxOrderQuantity: 1,
  limitsByStore: {},
  guard: true,
  yourName: '',
  lastMarketplace: 'US',
  channels: [],
  platforms: [],
  nameAsked: false,
  dailyTarget: 0,
  theme: 'system',
};

/** Where `storage.local` keeps them. */
export const settingsKey = 'settings';

const settings = kept(settingsKey, settingsFrom);

/** The settings, with the default in place of anything missing or of the wrong kind. */
export function loadSettings(): Promise<Settings> {
  return settings.read();
}

/** Writes the fields given and leaves the others; what is made of what is kept is given as the way to make it. */
export async function saveSettings(patch: SettingsPatch): Promise<void> {
  await change(settings, (now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) }));
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
  const given = isRecord(stored) ? stored : {};
  const whole = (name: 'maxPercentOff' | 'maxRunDays' | 'maxOrderQuantity') => {
    const value = given[name];
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : defaultSettings[name];
  };
  const text = (name: 'yourName' | 'lastMarketplace') =>
    typeof given[name] === 'string' ? given[name] : defaultSettings[name];
  return {
    maxPercentOff: whole('maxPercentOff'),
    maxRunDays: whole('maxRunDays'),
    maxOrderQuantity: whole('maxOrderQuantity'),
    limitsByStore: storeLimitsFrom(given.limitsByStore),
    guard: given.guard !== false,
    yourName: text('yourName'),
    lastMarketplace: text('lastMarketplace'),
    channels: textsIn(given.channels),
    platforms: textsIn(given.platforms),
    nameAsked: given.nameAsked === true,
    dailyTarget: isTarget(given.dailyTarget) ? given.dailyTarget : defaultSettings.dailyTarget,
    theme: themes.find((theme) => theme === given.theme) ?? defaultSettings.theme,
  };
}

function isTarget(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostPerDay;
}
