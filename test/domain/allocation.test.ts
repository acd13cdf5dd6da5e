import { expect, it } from 'vitest';
import { reallyGivenOut, rose } from '../../src/domain/allocation';

const told = [
  { issuance: 'a', left: 7, at: '2026-09-01T10:00:00Z', by: '' },
  { issuance: 'b', left: 2, at: '2026-09-02T10:00:00Z', by: '' },
  { issuance: 'a', left: 4, at: '2026-09-03T10:00:00Z', by: '' },
];

it('takes what a platform gave out from the newest number of that lot', () => {
  expect(reallyGivenOut(10, told, 'a')).toBe(6);
  expect(reallyGivenOut(10, told, 'c')).toBeNull();
});

it('doubts a number that rose, against the newest of that lot alone', () => {
  expect(rose(told, 'a', 5)).toBe(told[2]);
  expect(rose(told, 'a', 4)).toBeNull();
  expect(rose(told, 'b', 3)).toBe(told[1]);
  expect(rose(told, 'c', 9)).toBeNull();
});
