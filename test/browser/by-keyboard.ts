import type { Page } from './harness/index.ts';

/** What a seller without a mouse does and sees: keys alone, and where the focus is. */

interface Focus {
  /** Its test id, else its tag. */
  readonly at: string;
  /** Why it could not be seen, or empty. */
  readonly unseen: string;
}

/** Where the focus is, and whether that can be seen. */
export function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body)
      return { at: 'body', unseen: 'nothing has the focus' };
    // The file control lies unseen over its label, which shows the focus for it.
    const shows = at.matches('.drop-input') ? (at.nextElementSibling as HTMLElement) : at;
    const { outlineStyle, outlineWidth } = getComputedStyle(shows);
    const { top, bottom, width } = shows.getBoundingClientRect();
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    const unseen =
      (outlined ? '' : 'no outline ') + (width > 0 && bottom > 0 && top < innerHeight ? '' : 'out of view');
    return { at: at.dataset.testid ?? at.tagName.toLowerCase(), unseen };
  });
}

/** Waits until the focus can be seen, at `wanted` where given. Fails where it stays lost or elsewhere. */
export async function seeFocus(page: Page, wanted: string | null = null): Promise<void> {
  let focus = await focusNow(page);
  const isThere = () => !focus.unseen && (wanted === null || focus.at === wanted);
  for (const end = Date.now() + 10_000; !isThere() && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    focus = await focusNow(page);
  }
  if (focus.unseen) throw new Error(`The focus at ${focus.at} can't be seen: ${focus.unseen}.`);
  if (!isThere()) throw new Error(`The focus is at ${focus.at}, not at ${wanted}.`);
}

/** Goes with the Tab key to the control with this test id; each stop on the way must be seen. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if ((await focusNow(page)).at === id) return;
    await page.press('Tab');
    if ((await focusNow(page)).at !== 'body') await seeFocus(page);
    // Firefox scrolls a frame later; the next stop must not be passed before that.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`The Tab key does not reach ${id}.`);
}

/** Types a text key by key where the focus is. */
export async function typeKeys(page: Page, text: string): Promise<void> {
  for (const key of text) await page.press(key === '\n' ? 'Enter' : key);
}
