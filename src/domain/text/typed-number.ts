import { unseen } from './unseen';

const marks = new RegExp(`[${unseen}]`, 'gu');
const digit = /\p{Nd}/u;
const digits = /\p{Nd}/gu;

/**
 * The whole number that was typed, in the digits of any script, or null. With a point, a comma or a blank in it
 * a number can be read in two ways, so it is none.
 */
export function wholeNumber(typed: string): number | null {
  const plain = plainDigits(typed);
  return /^[0-9]{1,15}$/.test(plain) ? Number(plain) : null;
}

/**
 * The number with at most two decimals that was typed, in the digits of any script, with a point or a comma before
 * them, or null. "1,500" can be read in two ways, so it is none.
 */
export function decimalNumber(typed: string): number | null {
  const plain = plainDigits(typed).replace(',', '.');
  return /^(?:[0-9]{1,7}(?:\.[0-9]{1,2})?|\.[0-9]{1,2})$/.test(plain) ? Number(plain) : null;
}

/** A typed number with its digits, point and comma as every keyboard has them, blanks around gone. */
export function plainDigits(typed: string): string {
  return typed
    .slice(0, 100)
    .replace(marks, '')
    .trim()
    .replace(digits, (each) => String(digitValue(each)))
    .replace(/[．٫]/g, '.')
    .replace(/，/g, ',');
}

/** Each script's ten digits stand in a row, zero first. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (digit.test(String.fromCodePoint(zero - 1))) zero--;
  return (point - zero) % 10;
}
