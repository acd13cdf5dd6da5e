import { expect, test } from 'vitest';
import { FileProblem } from '../../src/files';
import { sentenceOf } from '../../src/words/problem-words';
import { Chance, seedFrom } from '../chance';
import { codeNumber } from './helpers';

/*
 * Runs for files and texts put together by chance. By hand for as long as one likes: `npm run fuzz -- 60 [seed]`. A
 * failure tells its seed; the same seed goes the same way.
 */

export const seed = seedFrom('FUZZ_SEED');
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);

/** Does a job again and again, each time with chance of its own, until the time of its part or the count is over. */
export function fuzz(
  name: string,
  { parts, runs }: { readonly parts: number; readonly runs: number },
  job: (chance: Chance) => Promise<void> | void,
): void {
  const length = minutes > 0 ? (minutes * 60_000) / parts : Number.POSITIVE_INFINITY;
  test(
    name,
    async () => {
      const end = performance.now() + length;
      for (let run = 0; minutes > 0 ? performance.now() < end : run < runs; run++) {
        const own = (seed + run * 7919) >>> 0;
        try {
          await job(new Chance(own));
        } catch (error) {
          throw new Error(`FUZZ_SEED=${own} (first run): ${String(error)}`, { cause: error });
        }
      }
    },
    minutes > 0 ? length + 120_000 : undefined,
  );
}

/** A code by chance. */
export function anyCode(chance: Chance): string {
  return codeNumber(chance.below(1e9));
}

/** Bytes with some of them changed, and mostly whole. */
export function spoiled(chance: Chance, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice(0, chance.oneIn(4) ? chance.below(bytes.length + 1) : bytes.length);
  for (const at of chance.times(6, () => chance.below(Math.max(1, copy.length))))
    if (copy.length > 0) copy[at] = chance.below(256);
  return copy;
}

/** What came of reading, or null where it was refused in words. */
export async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    expect(sentenceOf(error).length).toBeGreaterThan(20);
    return null;
  }
}
