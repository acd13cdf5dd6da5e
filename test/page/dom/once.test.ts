import { expect, test } from 'vitest';
import { beginLook, oncePerLook } from '../../../src/page/dom/once';

test('a thing is worked out once in a look, and anew in the next one', async () => {
  let asked = 0;
  const count = oncePerLook((_: object) => ++asked);
  const thing = {};
  expect([count(thing), count(thing)]).toEqual([1, 1]);
  // In the same task: a page's own script may have changed it.
  beginLook();
  expect([count(thing), count(thing)]).toEqual([2, 2]);
  await Promise.resolve();
  expect([count(thing), count(thing)]).toEqual([3, 3]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(count(thing)).toBe(4);
});
