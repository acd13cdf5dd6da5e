import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikeForm } from '../../../src/domain/codes/claim-code';
import { crc32OfText } from '../../../src/domain/text/crc32';
import {
  codeHash,
  forEachCollision,
  forEachCommon,
  indexCodes,
  positionsOf,
  renumbered,
} from '../../../src/ledger/codes/code-index';
import { codes } from '../helpers';

const someCodes = fc.array(fc.stringMatching(/^[A0OI1]{1,3}$/), { maxLength: 40 });

describe('code index', () => {
  it('finds every position of a code and of its look-alikes, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(someCodes, fc.stringMatching(/^[A0OI1]{1,3}$/), async (list, wanted) => {
        const expected = list.flatMap((code, i) =>
          lookAlikeForm(code) === lookAlikeForm(wanted) ? [i] : [],
        );
        expect(positionsOf(await indexCodes(list), codeHash(wanted))).toEqual(expected);
      }),
    );
  });

  it('pairs what two indexes share, and groups what one holds twice', async () => {
    await fc.assert(
      fc.asyncProperty(someCodes, someCodes, async (a, b) => {
        const [left, right] = [await indexCodes(a), await indexCodes(b)];
        const pairs = new Set<string>();
        forEachCommon(left, right, (i, j) => pairs.add(`${i},${j}`));
        const expected = a.flatMap((one, i) =>
          b.flatMap((two, j) => (lookAlikeForm(one) === lookAlikeForm(two) ? [`${i},${j}`] : [])),
        );
        expect([...pairs].sort()).toEqual(expected.sort());
        const groups: number[][] = [];
        forEachCollision(left, (positions) => groups.push(positions));
        expect(groups.flat().sort()).toEqual(
          a
            .flatMap((one, i) =>
              a.filter((two) => lookAlikeForm(two) === lookAlikeForm(one)).length > 1 ? [i] : [],
            )
            .sort(),
        );
      }),
    );
  });

  it('leaps over a long index to the few that agree', async () => {
    const [many, few] = [await indexCodes(codes(20_000)), await indexCodes(codes(3, 'AAAA', 19_999))];
    const pairs: number[][] = [];
    forEachCommon(few, many, (i, j) => pairs.push([i, j]));
    forEachCommon(many, few, (i, j) => pairs.push([j, i]));
    expect(pairs).toEqual([
      [0, 19_999],
      [0, 19_999],
    ]);
  });

  it('drops positions and stays sorted', async () => {
    const list = codes(1000);
    const keep = list.map((_, i) => i % 3 === 0);
    let next = 0;
    const to = Int32Array.from(keep, (kept) => (kept ? next++ : -1));
    expect(renumbered(await indexCodes(list), to, next)).toEqual(
      await indexCodes(list.filter((_, i) => keep[i])),
    );
  });

  it('spreads codes well: none of 100,000 consecutive ones share a hash', async () => {
    let collisions = 0;
    forEachCollision(await indexCodes(codes(100_000)), () => collisions++);
    expect(collisions).toBe(0);
  });
});

describe('checksum', () => {
  it('is CRC-32', () => {
    expect(crc32OfText('123456789')).toBe(0xcbf43926);
    expect(crc32OfText('')).toBe(0);
  });
});
