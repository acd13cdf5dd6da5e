import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One browser's share of the tests of the whole extension: each file runs once per browser, beside the others. */
function wholeExtension(browser: 'chromium' | 'firefox', exclude: string[] = []) {
  return {
    test: {
      name: browser,
      include: ['test/browser/**/*.test.ts'],
      exclude,
      env: { TEST_BROWSER: browser },
      // Loading a browser's driver anew for each file takes longer than many a test.
      isolate: false,
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  };
}

export default defineConfig({
  test: {
    // A browser test waits more than it computes, so that one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          environment: 'node',
          setupFiles: ['test/speak.ts', 'test/locks.ts'],
          // Generous, for a machine that does other things too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      wholeExtension('chromium', ['test/browser/**/*.firefox.test.ts']),
      wholeExtension('firefox', ['test/browser/**/*.chromium.test.ts']),
    ],
  },
});
