import { expect, it } from 'vitest';
import { type Attempt, type Copy, isClean, judge } from './team/race/attempts';

const shown = (to: string, ...codes: string[]): Attempt => ({
  to,
  wanted: codes.length,
  end: 'shown',
  codes,
});
const copy = (to: Record<string, string>, more: Partial<Copy> = {}): Copy => ({
  ...{ member: 'Olga', checksum: 'a', faults: [], to },
  ...more,
});
const unsure: Attempt = { to: 'c', wanted: 1, end: 'unsure', codes: [] };
const to = { A1: 'a', A2: 'a', A3: 'b', A4: 'c', A5: '' };
const attempts = [shown('a', 'A1', 'A2'), shown('b', 'A3'), unsure];

it('finds nothing wrong with a race that went well', () => {
  const verdict = judge(attempts, [copy(to), copy(to, { member: 'Ben' })]);
  expect(verdict).toMatchObject({ shown: 3, distinct: 3, unsureDone: 1, unsureNot: 0 });
  expect(isClean(verdict)).toBe(true);
});

it('takes an act that nobody was told of as not done, too', () => {
  const verdict = judge(attempts, [copy({ ...to, A4: '' })]);
  expect(verdict).toMatchObject({ unsureDone: 0, unsureNot: 1 });
  expect(isClean(verdict)).toBe(true);
});

it.each([
  ['doubles', [shown('a', 'A1', 'A2'), shown('b', 'A2')], copy({ A1: 'a', A2: 'a', A3: 'b' }), ['A2']],
  ['lost', [shown('a', 'A1')], copy({ A1: '' }), ['A1']],
  ['lost', [shown('a', 'A1'), shown('b', 'A2')], copy({ A1: 'b', A2: 'a' }), ['A1', 'A2']],
  ['strays', [], copy({ A1: 'x' }), ['A1 to x']],
  ['strays', [{ ...unsure, end: 'refused' } as Attempt], copy({ A1: 'c' }), ['A1 to c']],
  // The same act, done twice.
  ['strays', [unsure], copy({ A1: 'c', A2: 'c' }), ['A1 to c', 'A2 to c']],
  ['gaps', [shown('a', 'A2')], copy({ A1: '', A2: 'a', A3: '' }), ['A1']],
] as const)('finds %s', (what, tried, one, found) => {
  const verdict = judge(tried as readonly Attempt[], [one]);
  expect(verdict[what]).toEqual(found);
  expect(isClean(verdict)).toBe(false);
});

it('finds copies that differ, and such that find faults with themselves', () => {
  const others = [copy(to, { member: 'Ben', checksum: 'b' }), copy(to, { member: 'Cleo', faults: ['bad'] })];
  expect(judge(attempts, [copy(to), ...others]).unlike).toEqual(['Ben', 'Cleo: bad']);
});
