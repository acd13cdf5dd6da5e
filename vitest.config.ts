import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long; left to the end, one would run alone while the other cores rest. */
const long = /\/(linear|huge|drawings|generated-sets|package)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** One browser's share of the tests of the whole extension: each file runs once per browser, beside the others. */
function wholeExtension(browser: 'chromium' | 'firefox', exclude: string[] = []) {
  return {
    test: {
      name: browser,
      include: ['test/browser/**/*.test.ts'],
      exclude,
      env: { TEST_BROWSER: browser },
      ...(browser === 'firefox' && { globalSetup: 'test/browser/harness/firefox/profiles.ts' }),
      // Loading a browser's driver anew for each file takes longer than many a test.
      isolate: false,
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  };
}

/** Files whose tests leave nothing behind in what they share: pure functions, and pages read in a Chromium of their worker. */
const sharing = [
  'test/{domain,drawings,files,seller-central}/**/*.test.ts',
  'test/page/{dom,locate,readers,values}/**/*.test.ts',
  'test/page/{buttons/way-back,site/store-switcher}.test.ts',
];

/** Files about what is stored: each finds no database of another. The team's have workers of their own, since a log's clock is not the computer's. */
const ofLedger = ['test/ledger/**/*.test.ts'];
const ofTeam = ['test/team/**/*.test.ts'];
/** Files that put something else in the place of a module: it would stay for the next. */
const alone = ['test/ledger/{model,codes/one-identity}.test.ts', 'test/team/pages/tell-waiting.test.ts'];

/** The units: all but the whole extension. */
function units(name: string, share: boolean, include: string[], exclude: string[]) {
  return {
    test: {
      name,
      include,
      exclude: ['test/browser/**', ...exclude],
      environment: 'node',
      // Where nothing is left behind, a worker takes the next file as it is.
      isolate: !share,
      setupFiles: ['test/speak.ts', 'test/locks.ts', ...(share ? ['test/fresh-databases.ts'] : [])],
      // Generous, for a machine that does other things too.
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    // A browser test waits more than it computes, so that one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    projects: [
      units('unit', false, ['test/**/*.test.{ts,tsx}'], [...sharing, ...ofLedger, ...ofTeam]),
      units('unit-alone', false, alone, []),
      units('unit-shared', true, sharing, []),
      units('unit-ledger', true, ofLedger, alone),
      units('unit-team', true, ofTeam, alone),
      wholeExtension('chromium', ['test/browser/**/*.firefox.test.ts']),
      wholeExtension('firefox', ['test/browser/**/*.chromium.test.ts']),
    ],
  },
});
