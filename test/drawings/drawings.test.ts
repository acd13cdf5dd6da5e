import { beforeAll, describe, expect, it } from 'vitest';
import { placeOf, tally } from '../bench/reading/drawings';
import { readDrawings } from '../bench/reading/lab';
import { codesDrawings } from './claim-codes';
import { formDrawings } from './forms';
import { blockers, type Judged } from './judge';
import { knownMisreads } from './known-misreads';

let judged: Judged[];
beforeAll(async () => {
  judged = await readDrawings();
}, 300_000);

describe('the drawings themselves', () => {
  it('have names of their own', () => {
    const names = [...formDrawings, ...codesDrawings].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('mark the one control of each group that downloads its codes', () => {
    for (const { html, groups } of codesDrawings)
      for (const { download } of groups)
        if (download !== null) expect(html.split(`data-row="${download}"`)).toHaveLength(2);
  });
});

describe('pages drawn without knowing the reader', () => {
  it('are never read wrong', () => {
    const wrong = judged
      .filter((row) => row.outcome === 'wrong' && !knownMisreads.includes(placeOf(row)))
      .map(({ drawing, setting, truth, read }) => `${drawing} ${setting}: ${read} for ${truth}`);
    expect(wrong).toEqual([]);
  });

  it('are listed as misread only where they are', () => {
    const wrong = new Set(judged.filter(({ outcome }) => outcome === 'wrong').map(placeOf));
    expect(knownMisreads.filter((place) => !wrong.has(place))).toEqual([]);
  });

  it('are read at all', () => {
    const { right } = tally(judged.filter(({ setting }) => blockers.includes(setting)));
    expect(right).toBeGreaterThan(1000);
  });
});
