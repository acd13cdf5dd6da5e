import * as z from 'zod/mini';
import { checkIds } from '../../domain/checks';
import { mostOfLimits, type StoreLimits } from '../../domain/checks/limits';
import { isMarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import { confirmedQuantitiesKey, confirmedWordsKey, isSameTaught, taughtKey } from '../../domain/taught';
import { alertSwitches, switchesKey } from '../../stored/alerts/alert-switches';
import { changeTogether, readTogether } from '../../stored/local';
import {
  defaultSettings,
  loadSettings,
  mostPerDay,
  type Settings,
  settingsKey,
  type Theme,
  themes,
} from '../../stored/settings';
import { mostPlans, plansIn, plansKey } from '../../stored/stock-plans';
import { taughtFrom } from '../../stored/taught';
import { listed } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { themeWords } from '../../words/theme-words';
import type { KeptValue } from '../pool';
import { alertItems } from './kept-alerts';
import type { KeptItem } from './kept-item';

/** What the seller decided or taught once: it goes into a saved copy, too. */
const keys = [settingsKey, switchesKey, plansKey, taughtKey, confirmedWordsKey, confirmedQuantitiesKey];

const name = z.string().check(z.maxLength(500));
const names = z.array(name).check(z.maxLength(500));
const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

type Wording = readonly [
  shape: z.ZodMiniType,
  text: (value: never) => string,
  weakens?: (value: never, here: never) => boolean,
];
const higher = (value: number, here: number) => value > here;

const storeLimits = z.object({
  maxPercentOff: upTo(mostOfLimits.maxPercentOff),
  maxRunDays: upTo(mostOfLimits.maxRunDays),
  maxOrderQuantity: upTo(mostOfLimits.maxOrderQuantity),
});

/** The settings that a copy may bring, each in words. */
const wordings: Record<keyof Settings, Wording> = {
  maxPercentOff: [
    upTo(mostOfLimits.maxPercentOff),
    (value: number) => say('keptMaxPercent', { percent: value }),
    higher,
  ],
  maxRunDays: [upTo(mostOfLimits.maxRunDays), (value: number) => sayCount('keptMaxDays', value), higher],
  maxOrderQuantity: [
    upTo(mostOfLimits.maxOrderQuantity),
    (value: number) => sayCount('keptMaxQuantity', value),
    higher,
  ],
  limitsByStore: [
    z.partialRecord(z.enum(marketplaceCodes), z.partial(storeLimits)),
    (value: StoreLimits) => say('keptStoreLimits', { stores: listed(Object.keys(value)) }),
    () => true,
  ],
  guard: [z.boolean(), () => say('keptNoGuard'), (value: boolean) => !value],
  yourName: [name, (value: string) => say('keptName', { name: value })],
  lastMarketplace: [
    name.check(z.refine(isMarketplaceCode)),
    (value: string) => say('keptStore', { store: value }),
  ],
  channels: [names, (value: string[]) => say('keptChannels', { names: listed(value) })],
  platforms: [names, (value: string[]) => say('keptPlatforms', { names: listed(value) })],
  nameAsked: [z.boolean(), () => say('keptNameAsked')],
  dailyTarget: [upTo(mostPerDay), (value: number) => sayCount('keptTarget', value)],
  theme: [z.enum(themes), (value: Theme) => say('keptTheme', { theme: say(themeWords[value]) })],
};

/** The seller's settings and lessons, for a saved copy. */
export async function keptRows(): Promise<KeptValue[]> {
  const stored = await readTogether(keys);
  return keys.flatMap((key) => (stored[key] === undefined ? [] : [{ key, value: stored[key] }]));
}

/** What of a copy's settings and lessons is sound and not decided here, one by one. */
export async function keptItems(rows: readonly KeptValue[]): Promise<KeptItem[]> {
  const stored = await readTogether(keys);
  const told = new Map(rows.map(({ key, value }) => [key, value]));
  return [
    ...settingItems(fieldsOf(told.get(settingsKey)), await loadSettings()),
    ...alertItems(told.get(switchesKey), await alertSwitches.read()),
    ...planItems(told.get(plansKey), stored[plansKey]),
    ...taughtItems(told.get(taughtKey), stored[taughtKey]),
    ...wordItems(told.get(confirmedWordsKey), stored[confirmedWordsKey]),
    ...quantityItems(told.get(confirmedQuantitiesKey), stored[confirmedQuantitiesKey]),
  ];
}

/** Takes these over; how many. */
export async function bringKept(items: readonly KeptItem[]): Promise<number> {
  if (items.length === 0) return 0;
  await changeTogether(keys, (now) => {
    const next: Record<string, unknown> = { ...now };
    for (const { key, taken } of items) next[key] = taken(next[key]);
    return next;
  });
  return items.length;
}

function settingItems(told: Record<string, unknown>, here: Settings): KeptItem[] {
  return (Object.keys(wordings) as (keyof Settings)[]).flatMap((field) => {
    const [shape, text, weakens] = wordings[field] as Wording;
    const parsed = shape.safeParse(Object.hasOwn(told, field) ? told[field] : undefined);
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    const decided = !same(here[field], defaultSettings[field]);
    if (!parsed.success || decided || same(parsed.data, here[field])) return [];
    const value = parsed.data as never;
    return {
      id: `setting ${field}`,
      text: text(value),
      weakens: weakens?.(value, here[field] as never) ?? false,
      key: settingsKey,
      taken: (stored: unknown) => ({ ...fieldsOf(stored), [field]: value }),
    };
  });
}

function planItems(told: unknown, stored: unknown): KeptItem[] {
  const here = plansIn(stored);
  const news = plansIn(told).filter(({ id }) => !here.some((plan) => plan.id === id));
  return news.slice(0, Math.max(0, mostPlans - here.length)).map((plan) => ({
    id: `plan ${plan.id}`,
    text: say('keptPlan', { name: plan.name }),
    weakens: false,
    key: plansKey,
    taken: (now: unknown) => [...plansIn(now), plan],
  }));
}

function taughtItems(told: unknown, stored: unknown): KeptItem[] {
  const here = taughtFrom(stored);
  const news = taughtFrom(told).filter((each) => !here.some((known) => isSameTaught(known, each)));
  return news.map((each) => ({
    id: `taught ${each.page} ${each.language} ${each.setting}`,
    text: say('keptShown', {
      setting: each.setting,
      page: each.page,
      language: each.language,
      label: each.description.label || each.description.before,
    }),
    weakens: true,
    key: taughtKey,
    taken: (now: unknown) => [...taughtFrom(now), each],
  }));
}

function wordItems(told: unknown, stored: unknown): KeptItem[] {
  const here = names.safeParse(stored);
  const known = new Set(here.success ? here.data : []);
  const parsed = names.safeParse(told);
  return (parsed.success ? [...new Set(parsed.data)] : []).flatMap((word) => {
    const check = checkIds.find((id) => word.startsWith(`${id} `));
    if (!check || known.has(word)) return [];
    return {
      id: `word ${word}`,
      text: say('keptWord', { check, word: word.slice(check.length + 1) }),
      weakens: true,
      key: confirmedWordsKey,
      taken: (now: unknown) => [...(names.safeParse(now).data ?? []), word],
    };
  });
}

function quantityItems(told: unknown, stored: unknown): KeptItem[] {
  const here = fieldsOf(stored);
  const at = z.iso.datetime();
  return Object.entries(fieldsOf(told)).flatMap(([product, when]) => {
    const parsed = at.safeParse(when);
    if (!parsed.success || !name.safeParse(product).success || Object.hasOwn(here, product)) return [];
    return {
      id: `quantity ${product}`,
      text: say('keptQuantity', { product }),
      weakens: true,
      key: confirmedQuantitiesKey,
      taken: (now: unknown) => ({ ...fieldsOf(now), [product]: parsed.data }),
    };
  });
}

function fieldsOf(value: unknown): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}
