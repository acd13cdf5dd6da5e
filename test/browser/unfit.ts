import type { Page } from './harness/index.ts';

/** What does not fit: parts that stand beside the page, and words that are cut off. */
export function unfit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (each) => each.checkVisibility() && !each.closest('.cc-unseen'),
    );
    // A long chart or table is scrolled in a box of its own.
    const inBox = (each: Element) => {
      for (let box = each.parentElement; box && box !== document.body; box = box.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
      return false;
    };
    const beside = seen.filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1 && !inBox(each),
    );
    const cut = seen.filter((each) => {
      const { overflowX, display } = getComputedStyle(each);
      const words = each.matches('button, a, label, p, b, span, h1, h2, h3, summary, code, li');
      return (
        words && overflowX !== 'visible' && display !== 'inline' && each.scrollWidth > each.clientWidth + 1
      );
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} px`] : []),
      ...beside.map((each) => `beside the page: ${each.outerHTML.slice(0, 120)}`),
      ...cut.map((each) => `cut off: ${each.outerHTML.slice(0, 120)}`),
    ];
  });
}
