import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsOf } from './jobs';
import { type ReadingLab, startReadingLab } from './lab';
import { settings } from './page/base';
import type { MutantResult } from './page/main';
import { blockers, rightShare, score } from './score';

/** How many changed pages are read; `READING_PAGES=5000` for the long run. */
const pages = Number(process.env.READING_PAGES ?? 400);

let lab: ReadingLab;
let results: MutantResult[];
beforeAll(async () => {
  lab = await startReadingLab();
  results = await lab.run(jobsOf(pages, 2026));
}, 300_000);
afterAll(() => lab?.close());

const main = (severity: number) =>
  results.filter((row) => row.severity === severity && (row.language === 'en' || row.language === 'ja'));

describe('mutated pages', () => {
  it('never reads a blocker wrong, at any severity', () => {
    const wrong = results.flatMap((row) =>
      blockers
        .filter((setting) => row.outcomes.claimcheck[setting] === 'wrong')
        .map((setting) => `${row.seed} ${row.severity} ${row.language} ${setting}: ${row.missed[setting]}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    [1, 99],
    [2, 99],
    [3, 90],
  ])('at severity %i reads at least %i %% right in English and Japanese', (severity, share) => {
    expect(rightShare(score(main(severity), 'claimcheck', settings))).toBeGreaterThanOrEqual(share);
  });

  it('leaves both baselines behind', () => {
    const ours = score(results, 'claimcheck');
    for (const rival of ['fixed selectors', 'first label'] as const) {
      const theirs = score(results, rival);
      expect(ours.right).toBeGreaterThan(theirs.right);
      expect(ours.wrong * 20).toBeLessThan(theirs.wrong);
    }
  });
});
