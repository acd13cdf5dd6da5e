import { confirmedQuantitiesKey, confirmedWordsKey } from '../domain/taught';
import { guideFolded } from './guide';
import { change, isRecord, kept, textsIn } from './local';

/** A limit confirmed longer ago may have been overwritten by a feed since. */
const confirmationLasts = 30 * 24 * 3_600_000;

/** When each max order quantity was confirmed by hand, ISO, by store and product selection; those that still count. */
const quantities = kept(confirmedQuantitiesKey, (stored): Record<string, string> => {
  const all = Object.entries(isRecord(stored) ? stored : {});
  const counts = (at: unknown): at is string =>
    typeof at === 'string' && Date.now() - Date.parse(at) < confirmationLasts;
  return Object.fromEntries(all.flatMap(([key, at]) => (counts(at) ? [[key, at]] : [])));
});

/** The words of Amazon's pages that the seller confirmed on this computer. */
export const confirmedWords = kept(confirmedWordsKey, textsIn);

/** Whether the seller folded the overlay. */
const folded = kept('overlayFolded', (stored) => stored === true);

/** All that is kept from page to page. */
export async function loadKept() {
  const [confirmations, keys, isFolded, isGuideFolded] = await Promise.all([
    quantities.read(),
    confirmedWords.read(),
    folded.read(),
    guideFolded.read(),
  ]);
  return { confirmations, confirmedWords: new Set(keys), folded: isFolded, guideFolded: isGuideFolded };
}

/** Sets or takes back (null) a confirmation; all of them then. Content scripts ask the background for it. */
export function saveConfirmation(key: string, at: string | null): Promise<Record<string, string>> {
  return change(quantities, ({ [key]: _, ...others }) => (at === null ? others : { ...others, [key]: at }));
}

/** Adds to the words confirmed; all of them then. Content scripts ask the background for it. */
export function saveConfirmedWords(keys: readonly string[]): Promise<string[]> {
  return change(confirmedWords, (now) => [...new Set([...now, ...keys])]);
}

export function saveFolded(isFolded: boolean): Promise<void> {
  return folded.write(isFolded);
}
