import type { Control, Word } from '../dom/controls';
import { bodyOf, boxOf, boxOfContents, shownHeightOf, topOf, wholeHeightOf } from '../dom/dom';
import { oncePerLook } from '../dom/once';
import { outer } from '../dom/shadow';
import { canBeSeen, standIns } from '../dom/visibility';

/** Farther apart than any two things in one box that scrolls. */
const apart = 1_000_000;
/** More boxes that scroll than any page has. */
const mostShifts = 100_000;

/** Where a control stands, or what is drawn for it. */
export const placeOf = oncePerLook((control: Control): DOMRect => {
  const seen = [control.el, ...(control.face ? [control.face] : []), ...standIns(control)].find(canBeSeen);
  return boxInPage(seen ?? control.el);
});

/** Where a text stands: its letters, not the block around them. */
export const boxOfText = oncePerLook((word: Word): DOMRect => shifted(boxOfLetters(word), word.node));

/** The same, in the window. */
export function boxOfLetters({ node }: Word): DOMRect {
  const box = boxOfContents(node);
  return isNothing(box) && node instanceof Element ? boxOf(node) : box;
}

/** Where an element stands among others. */
export function boxInPage(el: Element): DOMRect {
  return shifted(boxOf(el), el);
}

/**
 * What is scrolled out of one box lies, by its numbers, in the midst of what stands below that box: each box
 * that scrolls is a page of its own, and nothing in it stands in a row with anything outside.
 */
function shifted(box: DOMRect, node: Node): DOMRect {
  const scroller = scrollerAround(node);
  if (!scroller || isNothing(box)) return box;
  return new DOMRect(box.x, box.y + shiftOf(scroller), box.width, box.height);
}

let shifts = 0;

const shiftOf = oncePerLook((_scroller: Element): number => {
  shifts = (shifts % mostShifts) + 1;
  return shifts * apart;
});

function scrollerAround(node: Node): Element | null {
  for (let at = outer(node); at; at = outer(at)) if (at instanceof Element && scrolls(at)) return at;
  return null;
}

/** Whether a box holds more, one above the other, than it shows at once. */
const scrolls = oncePerLook((el: Element): boolean => {
  const isPage = el === bodyOf(document) || el === topOf(document);
  return !isPage && wholeHeightOf(el) > shownHeightOf(el) + 1 && getComputedStyle(el).overflowY !== 'visible';
});

/** Whether two things stand on one line, for the most part. */
export function sharesRow(one: DOMRect, two: DOMRect): boolean {
  if (isNothing(one) || isNothing(two)) return false;
  const shared = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
  return shared * 2 > Math.min(one.height, two.height);
}

export function isNothing({ width, height }: DOMRect): boolean {
  return width === 0 || height === 0;
}
