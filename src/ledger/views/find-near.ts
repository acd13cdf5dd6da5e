import { lookAlikeForm } from '../../domain/codes/claim-code';
import { oneSlipAway, twoSlipsAway } from '../../domain/codes/near-codes';
import { nearlyCodes } from '../../domain/text/asked-text';
import { breathe } from '../codes/code-index';
import { locate, type Place } from '../codes/lookup';
import type { Db } from '../store/schema';
import { read } from '../store/transact';
import { describedAt, type Found } from './find';

/** Looked up in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 2000;
/** Near ones shown of each: more would be no help. */
const most = 3;

/**
 * Codes that were probably meant where a text holds something like a code that is none here: one slip of the keyboard
 * away, and only where there is none, two. Each is asked of the index: no code is gone through, however many there are.
 * `stop` gives it up: something else is looked for.
 */
export async function findNear(db: Db, text: string, stop?: AbortSignal): Promise<Found[]> {
  const places = new Map<string, Place>();
  for (const typed of nearlyCodes(text).map(lookAlikeForm)) {
    const near =
      (await firstOf(db, oneSlipAway(typed), stop)) ?? (await firstOf(db, twoSlipsAway(typed), stop)) ?? [];
    for (const place of near) places.set(`${place.batch}/${place.position}`, place);
  }
  return places.size === 0 ? [] : describedAt(db, [...places.values()]);
}

async function firstOf(db: Db, candidates: Iterable<string>, stop?: AbortSignal): Promise<Place[] | null> {
  let lot = new Set<string>();
  const look = async () => {
    const { exact, alike } = await read(db, ['batches', 'blocks', 'hashes', 'spans'], (tx) =>
      locate(tx, [...lot]),
    );
    lot = new Set();
    await breathe();
    const found = [...exact.values(), ...alike.values()].slice(0, most);
    return found.length > 0 ? found : null;
  };
  for (const candidate of candidates) {
    lot.add(candidate);
    if (lot.size < atOnce) continue;
    const found = await look();
    if (found) return found;
    if (stop?.aborted) return null;
  }
  return lot.size === 0 ? null : look();
}
