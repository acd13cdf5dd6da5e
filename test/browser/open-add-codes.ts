import type { Page } from './harness/index.ts';

/** Opens what codes are added with, where the workspace does not show it already. */
export async function openAddCodes(page: Page): Promise<void> {
  const way = await page.waitFor(
    () =>
      ['import-codes', 'add-codes'].find((id) => document.querySelector(`[data-testid="${id}"]`) !== null),
    undefined,
    { what: 'the way to add codes' },
  );
  if (way === 'add-codes') await page.click('[data-testid="add-codes"]');
  await page.waitFor(() => document.querySelector('[data-testid="import-codes"]') !== null);
}

/** Adds the codes; what comes next finds the numbers and no longer what added them. */
export async function confirmAdding(page: Page): Promise<void> {
  await page.click('[data-testid="import-confirm"]');
  await page.waitFor(() => document.querySelector('[data-testid="import-confirm"]') === null);
}
