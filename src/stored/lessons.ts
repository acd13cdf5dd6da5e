import { checkIds } from '../domain/checks';
import { confirmedWordsKey, isSameTaught, type Taught, taughtKey } from '../domain/taught';
import { confirmedWords } from './confirmed';
import { change, onKeptChange } from './local';
import { taught } from './taught';

/** A word of Amazon's pages that the seller confirmed for one check; `key` is how it is stored. */
export interface ConfirmedWord {
  readonly key: string;
  readonly check: string;
  readonly word: string;
}

/** What the seller taught on Amazon's pages, on this computer. */
export interface Lessons {
  readonly shown: readonly Taught[];
  readonly words: readonly ConfirmedWord[];
}

export async function loadLessons(): Promise<Lessons> {
  const [shown, keys] = await Promise.all([taught.read(), confirmedWords.read()]);
  return {
    shown,
    words: keys.flatMap((key) => {
      const check = checkIds.find((id) => key.startsWith(`${id} `));
      return check ? [{ key, check, word: key.slice(check.length + 1) }] : [];
    }),
  };
}

/** Calls back whenever something was taught or forgotten. Returns the way to stop. */
export function onLessons(listener: () => void): () => void {
  const stops = [onKeptChange(taughtKey, listener), onKeptChange(confirmedWordsKey, listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Forgets one control that was shown; its check reads as before. */
export async function forgetShown(gone: Taught): Promise<void> {
  await change(taught, (now) => now.filter((each) => !isSameTaught(each, gone)));
}

/** Forgets one confirmed word; what it found is to confirm again. */
export async function forgetWord({ key }: ConfirmedWord): Promise<void> {
  await change(confirmedWords, (now) => now.filter((each) => each !== key));
}
