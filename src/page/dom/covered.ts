import type { Control } from './controls';
import { type Area, isSolid, opacityOf } from './cut';
import {
  boxOf,
  childrenOf,
  closest,
  comesBefore,
  firstElementOf,
  isDrawn,
  matches,
  nextElementOf,
  nodesOf,
  previousElementOf,
  tagOf,
} from './dom';
import { oncePerLook } from './once';
import { isOwn } from './own';
import { contains, outer, shadowOf } from './shadow';
import { canBeSeen, standIns } from './visibility';

/** What comes over a page for a moment, and goes by itself or by a press. */
const passing =
  'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=listbox], [role=menu], [role=tooltip], [popover]';
/** Of one block's parts, so many beside the control's own and at the end are looked at. */
const mostBeside = 40;
/** So many elements are looked at for one control: what lies deeper is no mere block over a field. */
const mostLookedAt = 300;
/** A drawn tick lies over its native one; a block over it is larger than that. */
const largerBy = 8;
/** Edges that differ by less are one. */
const near = 3;

/**
 * Whether another block is drawn over all that is seen of a control, for good. Told by where the two stand and which
 * is painted later, for what is scrolled out of the window too. A bar that stays in its place covers a control for as
 * long as nobody scrolls, and is none.
 */
export function isCovered(control: Pick<Control, 'el' | 'face' | 'role'>): boolean {
  const seen = [control.el, ...(control.face ? [control.face] : []), ...standIns(control)].filter(canBeSeen);
  const [first] = seen;
  if (!first) return false;
  const area = seen.map(boxOf).reduce<Area>(around, boxOf(first));
  const isTick = control.role === 'radio' || control.role === 'checkbox';
  // What lies in the drawn part itself belongs to it.
  const whole = seen.find((each) => seen.every((other) => contains(each, other))) ?? control.el;
  let left = mostLookedAt;

  function covers(el: Element, path: readonly Element[], part: Node): boolean {
    const { area: reach, count } = reachOf(el);
    // Nothing in it is over the control: all of it is passed over as if it had been looked at.
    if (count <= mostLookedAt && !isAround(reach)) {
      left -= count;
      return false;
    }
    if (left-- <= 0 || !mayCover(el)) return false;
    const way = [...path, el];
    if (isOver(el) && isLater(way, part) && staysThere(way)) return true;
    const inside = shadowOf(el);
    if (inside && elementsIn(inside).some((each) => covers(each, way, part))) return true;
    // One after another: of many, only the first are looked at.
    for (let each = firstElementOf(el); each && left > 0; each = nextElementOf(each))
      if (covers(each, way, part)) return true;
    return false;
  }

  /** Whether what is drawn of the control stands in a block or around it; so it does then for all in that block. */
  function isSeens(block: Element): boolean {
    return seen.some((each) => contains(block, each) || contains(each, block));
  }

  /** Whether the whole area lies in another one. */
  function isAround({ left, top, right, bottom }: Area): boolean {
    if (left > area.left + near || top > area.top + near) return false;
    return right >= area.right - near && bottom >= area.bottom - near;
  }

  /** Whether it hides the whole area. */
  function isOver(el: Element): boolean {
    const box = boxInLook(el);
    if (!isAround(box)) return false;
    const { left, top, right, bottom } = box;
    const isLarger =
      right - left > area.right - area.left + largerBy || bottom - top > area.bottom - area.top + largerBy;
    return (isLarger || !isTick) && isOpaque(el);
  }

  /** Whether it is painted after the control: by `z-index`, by position, by the order in the page. */
  function isLater(way: readonly Element[], part: Node): boolean {
    const [mine, its] = [heightOf(wayTo(part, control.el)), heightOf(way)];
    if (its !== mine) return its > mine;
    const isBehind = comesBefore(part, way[0] as Element);
    // In the flow of the page, letters and fields are painted over any ground.
    return isBehind && (its > inFlow || isPicture(way.at(-1) as Element));
  }

  for (let part: Node = whole, at = outer(part); at; part = at, at = outer(at)) {
    const own = part;
    if (at instanceof Document) break;
    if (besides(at, own).some((each) => !isSeens(each) && covers(each, [], own))) return true;
  }
  return false;
}

/** The same blocks lie beside every control of a form. */
const mayCover = oncePerLook((el: Element) => !isOwn(el) && !matches(el, passing) && isDrawn(el, drawn));
/** Each member of the browser's own box is asked for anew. */
const boxInLook = oncePerLook((el: Element): Area => {
  const { left, top, right, bottom } = boxOf(el);
  return { left, top, right, bottom };
});

/** How far an element and all in it that may cover something reach, and how many of them there are to look at. */
interface Reach {
  readonly area: Area;
  readonly count: number;
}

const nowhere: Area = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

/** Gone through once for all controls of a form; of more than are looked at for one of them, no further. */
const reachOf: (el: Element) => Reach = oncePerLook((el: Element): Reach => {
  let count = 1;
  if (!mayCover(el)) return { area: nowhere, count };
  let area = boxInLook(el);
  const inside = shadowOf(el);
  const add = (each: Element) => {
    const reach = reachOf(each);
    area = around(area, reach.area);
    count += reach.count;
  };
  const inShadow = inside ? elementsIn(inside) : [];
  for (const each of inShadow) if (count <= mostLookedAt) add(each);
  for (let each = firstElementOf(el); each && count <= mostLookedAt; each = nextElementOf(each)) add(each);
  return { area, count };
});

const drawn = { visibilityProperty: true, opacityProperty: true } as const;

function around(one: Area, two: Area): Area {
  return {
    left: Math.min(one.left, two.left),
    top: Math.min(one.top, two.top),
    right: Math.max(one.right, two.right),
    bottom: Math.max(one.bottom, two.bottom),
  };
}

function elementsIn(block: Node): readonly Element[] {
  return [...nodesOf(block)].filter((each) => each instanceof Element);
}

/** The parts of a block beside one; of many those next to it and the last. */
function besides(block: Node, part: Node): readonly Element[] {
  if (!(block instanceof Element)) return elementsIn(block).filter((each) => each !== part);
  const all = childrenOf(block);
  if (all.length <= mostBeside * 3) return [...all].filter((each) => each !== part);
  const found = new Set<Element | null>();
  let [before, after] = [part as Element | null, part as Element | null];
  for (let step = 0; step < mostBeside; step++) {
    before = before && previousElementOf(before);
    after = after && nextElementOf(after);
    for (const each of [before, after, all.item(all.length - 1 - step)]) found.add(each);
  }
  return [...found].filter((each) => each !== null && each !== part) as Element[];
}

/** The elements from a part of a block down to one in it. */
function wayTo(part: Node, el: Element): readonly Element[] {
  const way: Element[] = [];
  for (let at: Node | null = el; at; at = outer(at)) {
    if (at instanceof Element) way.unshift(at);
    if (at === part) break;
  }
  return way;
}

/** How high something in the plain flow of a page lies, below all that is lifted out of it. */
const inFlow = -0.5;

/** How high the last of these lies in the block that holds the first. */
function heightOf(way: readonly Element[]): number {
  let height = inFlow;
  for (const el of way) {
    const style = getComputedStyle(el);
    const level = Number.parseInt(style.zIndex, 10);
    const isLifted = style.position !== 'static';
    const parent = outer(el);
    const isItem = parent instanceof Element && /flex|grid/.test(getComputedStyle(parent).display);
    if (!Number.isNaN(level) && (isLifted || isItem)) return level;
    if (style.transform !== 'none' || style.filter !== 'none' || Number(style.opacity) < 1) return 0;
    if (isLifted) height = 0;
  }
  return height;
}

/** Whether nobody can scroll the control out from under it: fixed things cover it for good where they fill the window. */
function staysThere(way: readonly Element[]): boolean {
  if (!way.some((el) => /fixed|sticky/.test(getComputedStyle(el).position))) return true;
  const { width, height } = boxOf(way.at(-1) as Element);
  return width > window.innerWidth * 0.9 && height > window.innerHeight * 0.9;
}

function isPicture(el: Element): boolean {
  return el instanceof SVGElement || /^(?:IMG|VIDEO|CANVAS|IFRAME|EMBED|OBJECT)$/.test(tagOf(el));
}

/** Whether nothing is seen through an element. */
function isOpaque(el: Element): boolean {
  for (let at: Node | null = el; at; at = outer(at))
    if (at instanceof Element && Number(getComputedStyle(at).opacity) < 0.9) return false;
  const { backgroundColor, backgroundImage, fill } = getComputedStyle(el);
  if (opacityOf(backgroundColor) >= 0.9 || isSolid(backgroundImage) || /url\(/.test(backgroundImage))
    return true;
  const isShape =
    el instanceof SVGElement && closest(el, 'svg, defs, symbol') !== null && tagOf(el) !== 'svg';
  return isShape
    ? /^(?:rect|path|polygon|circle|ellipse)$/.test(tagOf(el)) && opacityOf(fill) >= 0.9
    : isPicture(el) && tagOf(el) !== 'svg';
}
