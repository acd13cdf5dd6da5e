import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCodesMisreads, knownMutantMisreads } from '../../drawings/known-misreads';
import { placeOf } from './drawings';
import { jobsOf } from './jobs';
import { type ReadingLab, readCodesMutants, startReadingLab } from './lab';
import { type Setting, settings } from './page/base';
import type { MutantResult } from './page/main';
import { rightShare, score } from './score';

/** How many changed pages are read; `READING_PAGES=5000` for the long run. */
const pages = Number(process.env.READING_PAGES ?? 480);

let lab: ReadingLab;
let results: MutantResult[];
beforeAll(async () => {
  lab = await startReadingLab();
  results = await lab.run(jobsOf(pages, 2026));
}, 300_000);
afterAll(() => lab?.close());

const main = (severity: number) =>
  results.filter((row) => row.severity === severity && (row.language === 'en' || row.language === 'ja'));

const isWrong = (row: MutantResult, setting: Setting) => row.outcomes.claimcheck[setting] === 'wrong';

/** A misread is known by its setting and a hand that the page is drawn in. */
const knownIn = (row: MutantResult, setting: Setting) =>
  row.hands.map((hand) => `${hand} ${setting}`).filter((place) => knownMutantMisreads.includes(place));

describe('mutated pages', () => {
  it('are never read wrong, at any severity', () => {
    const wrong = results.flatMap((row) =>
      settings
        .filter((setting) => isWrong(row, setting) && knownIn(row, setting).length === 0)
        .map((setting) => `${row.seed} ${row.severity} ${row.language} ${setting}: ${row.missed[setting]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are listed as misread only where they are', () => {
    const seen = results.flatMap((row) =>
      settings.filter((setting) => isWrong(row, setting)).flatMap((setting) => knownIn(row, setting)),
    );
    expect(knownMutantMisreads.filter((place) => !seen.includes(place))).toEqual([]);
  });

  it.each([
    [1, 99],
    [2, 99],
    [3, 90],
  ])('at severity %i are read at least %i percent right in English and Japanese', (severity, share) => {
    expect(rightShare(score(main(severity), 'claimcheck', settings))).toBeGreaterThanOrEqual(share);
  });

  /** Where the mutator itself had told wrongly what can be seen. */
  it.each([
    ['a tick folded within its label stays folded as a switch', 72_019_217_525, 'detailPage'],
    ['a second of the same kind has its field, if in a closed root', 910_004_733_538, 'start'],
  ] as const)('know what is in sight: %s', async (_, seed, setting) => {
    const [row] = await lab.run([[seed, 5, 'en']]);
    expect(row?.outcomes.claimcheck[setting]).toBe('right');
  });

  it('are drawn in every other hand', () => {
    expect(new Set(results.flatMap(({ hands }) => hands)).size).toBe(13);
  });

  it('leave both baselines behind', () => {
    const inOurHand = results.filter(({ hands }) => hands.length === 0);
    const ours = score(inOurHand, 'claimcheck');
    for (const rival of ['fixed selectors', 'first label'] as const) {
      const theirs = score(inOurHand, rival);
      expect(ours.right).toBeGreaterThan(theirs.right);
      expect(ours.wrong * 20).toBeLessThan(theirs.wrong);
    }
  });
});

describe('mutated pages of claim codes', () => {
  it('are never read wrong', async () => {
    const judged = await readCodesMutants(Array.from({ length: pages / 4 }, (_, at) => 2026 + at));
    const wrong = judged.filter(({ outcome }) => outcome === 'wrong');
    const unknown = wrong.filter((row) => !knownCodesMisreads.includes(placeOf(row)));
    expect(unknown.map((row) => `${row.drawing} ${row.setting}: ${row.read} for ${row.truth}`)).toEqual([]);
    const places = wrong.map(placeOf);
    expect(knownCodesMisreads.filter((place) => !places.includes(place))).toEqual([]);
  });
});
