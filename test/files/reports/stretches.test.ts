import { describe, expect, it } from 'vitest';
import { Stretches } from '../../../src/files/reports/stretches';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Everything read in stretches, where `readOf` says how much of each is gone through; and how many there were. */
async function inStretches(pieces: readonly string[], readOf: (text: string, last: boolean) => number) {
  async function* from() {
    for (const piece of pieces) yield encoder.encode(piece);
  }
  const stretches = new Stretches(from());
  let text = '';
  let count = 0;
  for (let next = await stretches.next(new Uint8Array()); next; count++) {
    const bytes = next.bytes.subarray(next.from, next.end);
    const used = readOf(decoder.decode(bytes), next.last);
    text += decoder.decode(bytes.subarray(0, used));
    next = await stretches.next(bytes.subarray(used));
  }
  return { text, count };
}

/** Reads whole lines; at the end of the file, what is there. */
const lines = (text: string, last: boolean) => (last ? text.length : text.lastIndexOf('\n') + 1);

describe('a file in stretches', () => {
  it('hands out every byte once, however it is cut', async () => {
    const whole = Array.from({ length: 60_000 }, (_, n) => `line ${n}`).join('\n');
    for (const size of [1000, 262_144, 300_001, whole.length]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) =>
        whole.slice(n * size, (n + 1) * size),
      );
      expect((await inStretches(pieces, lines)).text === whole).toBe(true);
    }
  });

  it('says at the end that nothing follows, also after the last line feed and for no bytes', async () => {
    const told: boolean[] = [];
    const tell = (text: string, last: boolean) => {
      told.push(last);
      return lines(text, last);
    };
    await inStretches(['one\ntwo\n'], tell);
    await inStretches([], tell);
    expect(told).toEqual([false, true, true]);
  });

  it('asks for a row of very many lines only a few times', async () => {
    const row = 'in quotes\n'.repeat(100_000);
    const { text, count } = await inStretches([row.slice(0, 300_000), row.slice(300_000)], (all, last) =>
      last ? all.length : 0,
    );
    expect(text === row).toBe(true);
    expect(count).toBeLessThan(30);
  });
});
