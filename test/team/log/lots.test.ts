import { expect, it } from 'vitest';
import { inLots } from '../../../src/team/log/lots';

async function* counting(to: number, fails = false): AsyncGenerator<number> {
  for (let n = 1; n <= to; n++) yield n;
  if (fails) throw new Error('gone');
}

async function all(lots: AsyncIterable<number[]>): Promise<number[][]> {
  const taken: number[][] = [];
  for await (const lot of lots) {
    taken.push(lot);
    // Whoever takes them in is slower than what comes.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return taken;
}

it('gives everything once and in order, never more at once than asked', async () => {
  const lots = await all(inLots(counting(2000), 64));
  expect(lots.flat()).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1));
  expect(Math.max(...lots.map(({ length }) => length))).toBe(64);
});

it('waits for none where one is there', async () => {
  async function* slow() {
    yield 1;
    await new Promise<void>(() => undefined);
  }
  const lots = inLots(slow(), 64);
  expect((await lots.next()).value).toEqual([1]);
});

it('fails as its source does, after all that came before', async () => {
  const taken: number[] = [];
  const failing = (async () => {
    for await (const lot of inLots(counting(100, true), 64)) taken.push(...lot);
  })();
  await expect(failing).rejects.toThrow('gone');
  expect(taken).toHaveLength(100);
});

it('reads no further ahead than it has to, and lets its source go', async () => {
  let given = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield ++given;
    } finally {
      ended = true;
    }
  }
  for await (const [first] of inLots(endless(), 8)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (first === 1) break;
  }
  const before = given;
  await expect.poll(() => ended).toBe(true);
  expect(before).toBeLessThan(600);
  expect(given).toBe(before);
});
