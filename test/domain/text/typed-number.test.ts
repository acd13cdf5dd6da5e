import { expect, it } from 'vitest';
import { decimalNumber, plainDigits, wholeNumber } from '../../../src/domain/text/typed-number';

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

it.each([
  ['19.99', 19.99],
  ['19,9', 19.9],
  [' ١٩٫٥ ', 19.5],
  ['.5', 0.5],
  ['0', 0],
  ['1,500', null],
  ['1.234,50', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
])('reads “%s” with decimals as %s', (typed, value) => {
  expect(decimalNumber(typed)).toBe(value);
});
