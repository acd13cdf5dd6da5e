import { strToU8, zipSync } from 'fflate';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Text of made-up codes in the shape of Amazon's, one per line, all different; the same on every run. */
export function codesText(count: number): string {
  const random = startRandom(count);
  const codes = new Set<string>();
  while (codes.size < count) {
    let code = '';
    for (let i = 0; i < 16; i++) {
      if (i === 4 || i === 10) code += '-';
      code += letters[random() % letters.length];
    }
    codes.add(code);
  }
  return `${[...codes].join('\n')}\n`;
}

/** The same as Amazon hands it out: a ZIP with one text file. */
export function codesZip(count: number): Uint8Array {
  return zipSync({ 'codes.txt': strToU8(codesText(count)) });
}

/** Whole numbers from a seed, by xorshift (Marsaglia, 2003). */
function startRandom(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    // The lowest bits are the weakest.
    return state >>> 8;
  };
}
