import { describe, expect, it } from 'vitest';
import { codeLives, farthest, isFarther, lifeOfRow } from '../../../src/domain/codes/code-life';
import { plainRow } from '../../../src/files/history/history-row';

describe('where two lists tell of one code', () => {
  // Each line: what the farther of this and each life in order is.
  it.each([
    ['available', ['available', 'held', 'moved', 'issued', 'void', 'used']],
    ['held', ['held', 'held', 'moved', 'issued', 'void', 'used']],
    ['moved', ['moved', 'moved', 'moved', 'issued', 'void', 'used']],
    ['issued', ['issued', 'issued', 'issued', 'issued', 'void', 'used']],
    ['void', ['void', 'void', 'void', 'void', 'void', 'used']],
    ['used', ['used', 'used', 'used', 'used', 'used', 'used']],
  ] as const)('%s only moves forward', (life, expected) => {
    expect(codeLives.map((other) => farthest(life, other))).toEqual(expected);
    expect(codeLives.map((other) => farthest(other, life))).toEqual(expected);
    expect(codeLives.map((other) => isFarther(other, life))).toEqual(expected.map((each) => each !== life));
  });
});

describe('a row of a history', () => {
  const row = plainRow('AAAA-BBBBBB-CCCCCC');
  it.each([
    [{}, 'available'],
    [{ state: 'held' }, 'held'],
    [{ issuedAt: '2026-05-01T00:00:00Z' }, 'issued'],
    [{ issuedTo: 'Anna' }, 'issued'],
    [{ state: 'moved', issuedTo: 'Anna' }, 'issued'],
    [{ state: 'void', issuedTo: 'Anna' }, 'void'],
    [{ state: 'void', orderId: '111-1' }, 'used'],
    [{ redeemedAt: '2026-05-01T00:00:00Z' }, 'used'],
  ] as const)('%j tells that its code is %s', (told, life) => {
    expect(lifeOfRow({ ...row, ...told })).toBe(life);
  });
});
