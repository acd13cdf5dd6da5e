import axe from 'axe-core';
import type { Page } from './harness/index.ts';

// As a function's text it runs through the driver, where the page's own policy would refuse it as a script.
const inject = new Function(axe.source) as () => void;

interface Found {
  readonly id: string;
  readonly where: readonly string[];
}

/** What axe finds wrong with the page as it stands, or with what is `inside` it: rule and places. */
export async function axeFinds(page: Page, inside: string | null = null): Promise<Found[]> {
  await page.evaluate(inject);
  return page.evaluate(async (selector: string | null) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    // A color on its way to another is none to judge.
    for (const each of document.getAnimations()) each.finish();
    const { violations } = await axe.run(selector ?? document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }));
  }, inside);
}
