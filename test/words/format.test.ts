import { expect, it } from 'vitest';
import { duration } from '../../src/words/format';

it.each([
  [190 * 60_000, '3 hr 10 min'],
  [-59 * 60_000, '59 min'],
  [12 * 24 * 3_600_000, '12 days'],
])('%i ms is %s', (length, words) => expect(duration(length)).toBe(words));
