export { sentenceOf } from '../words/problem-words';

/** A number of codes in words: "1 code", "1,200 codes". */
export function codes(count: number): string {
  return `${number(count)} ${count === 1 ? 'code' : 'codes'}`;
}

/** A whole number in the user's own way of writing. */
export function number(value: number): string {
  return new Intl.NumberFormat().format(value);
}

/** " to Anna", " to Anna through Instagram", or nothing where nobody was named. */
export function toWhom(given: { to: string; channel: string }): string {
  const through = given.channel && given.channel !== given.to ? ` through ${given.channel}` : '';
  return (given.to ? ` to ${given.to}` : '') + through;
}

/** Enough of a code to tell it from others, too little to use it: `7GM3…ZZZ`. */
export function masked(code: string): string {
  return code.length < 10 ? `${code.slice(0, 2)}…` : `${code.slice(0, 4)}…${code.slice(-3)}`;
}

/** " for Vipon", or nothing where nobody was named: whom a whole lot leaves the list for. */
export function forWhom(given: { to: string; channel: string }): string {
  const whom = given.to || given.channel;
  return whom ? ` for ${whom}` : '';
}
