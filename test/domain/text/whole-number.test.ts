import { expect, it } from 'vitest';
import { plainDigits, wholeNumber } from '../../../src/domain/text/whole-number';

it.each([
  ['3', 3],
  [' 20 ', 20],
  ['３', 3],
  ['１２０', 120],
  ['٣٥', 35],
  ['४२', 42],
  ['\u200e7\u200f', 7],
  ['0', 0],
])('reads “%s”', (typed, value) => expect(wholeNumber(typed)).toBe(value));

it.each(['', ' ', '1,000', '1.000', '1 000', '-3', '3.0', 'x', '1e3', '³', '9'.repeat(16)])(
  'takes “%s” for none',
  (typed) => expect(wholeNumber(typed)).toBeNull(),
);

it('reads a price in any keyboard’s digits', () => expect(plainDigits(' ４９．９０ ')).toBe('49.90'));
