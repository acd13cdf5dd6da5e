import { type Area, clipped, isMaskedAway, isThin, shared, thinnest } from './cut';
import { bodyOf, boxOf, scrollerOf, slottedIn, topOf, viewOf } from './dom';
import { oncePerLook } from './once';
import { outer } from './shadow';

/**
 * Whether a person can bring a thing before their eyes: it is of some size, and no box around it cuts it off
 * for good. `box` is where it stands, if not all of the element. What is scrolled out of a box or of the window can be scrolled back; what lies where no
 * scroll bar leads can't.
 */
export function isReachable(el: Element, box: Area = boxOf(el)): boolean {
  let area: Area = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  const own = frameOf(el);
  if (own.clip !== 'none') area = shared(area, clipped(own.clip, boxOf(el)));
  if (isThin(area) || own.gone || own.masked) return false;
  let position = own.position;
  for (let at = parentOf(el); at; at = parentOf(at)) {
    if (at === bodyOf(document) || at === topOf(document)) break;
    const frame = frameOf(at);
    if (frame.faded || frame.masked) return false;
    if (frame.clip !== 'none') {
      area = shared(area, clipped(frame.clip, boxOf(at)));
      if (isThin(area)) return false;
    }
    // A box cuts off what is laid out within it; what was lifted out of it belongs to a box farther out.
    if (position === 'fixed' ? !frame.holdsFixed : position === 'absolute' && !frame.holdsAbsolute) continue;
    position = frame.position;
    if (frame.gone) return false;
    if (!frame.cuts) continue;
    const seen = seenThrough(at, area);
    if (!seen) return false;
    area = seen;
  }
  return isInPage(area, position === 'fixed');
}

interface Frame {
  readonly position: string;
  readonly holdsAbsolute: boolean;
  readonly holdsFixed: boolean;
  /** Whether it cuts off what doesn't fit. */
  readonly cuts: boolean;
  /** Whether it is cut down to nothing itself. */
  readonly gone: boolean;
  /** Whether nothing can be seen of what is in it. A native control alone may be so, under one drawn for it. */
  readonly faded: boolean;
  readonly masked: boolean;
  /** The shape that it and all in it is cut to. */
  readonly clip: string;
}

/** How a box treats what doesn't fit on one axis; `backward` where it scrolls from its end to its start. */
interface Axis {
  readonly overflow: string;
  readonly backward: boolean;
}

const viewIn = oncePerLook(viewOf);

const frameOf = oncePerLook((el: Element): Frame => {
  const style = getComputedStyle(el);
  // Each member asked of it is worked out anew.
  const { position, filter } = style;
  const lifts = filter !== 'none' || style.transform !== 'none' || style.perspective !== 'none';
  return {
    position,
    holdsAbsolute: lifts || position !== 'static',
    holdsFixed: lifts,
    cuts: style.overflowX !== 'visible' || style.overflowY !== 'visible',
    gone: (position === 'absolute' || position === 'fixed') && isCutAway(style),
    faded: Number(style.opacity) < 0.1 || /opacity\(0%?\)|contrast\(0%?\)|blur\((?:[89]|\d\d)/.test(filter),
    masked: isMaskedAway(style),
    clip: style.clipPath || 'none',
  };
});

/** Asked of the few boxes that cut something off. */
const axesOf = oncePerLook((el: Element): { readonly x: Axis; readonly y: Axis } => {
  const { display, direction, flexDirection, overflowX, overflowY } = getComputedStyle(el);
  const isFlex = display.includes('flex');
  return {
    x: {
      overflow: overflowX,
      backward: (direction === 'rtl') !== (isFlex && flexDirection === 'row-reverse'),
    },
    y: { overflow: overflowY, backward: isFlex && flexDirection === 'column-reverse' },
  };
});

/** Cut down by `clip`, which is for what is lifted out of the flow, as what only screen readers shall find. */
function isCutAway({ clip }: CSSStyleDeclaration): boolean {
  const [top, right, bottom, left] = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  return top !== undefined && (Number(bottom) - top < thinnest || Number(right) - Number(left) < thinnest);
}

/** Where a thing can be seen through a box around it; null where it can't. */
function seenThrough(box: Element, { left, top, right, bottom }: Area): Area | null {
  const { x, y } = axesOf(box);
  const around = boxOf(box);
  const view = viewIn(box);
  const edge = { left: around.left + view.left, top: around.top + view.top };
  const across = through(
    [left, right],
    [edge.left, edge.left + view.width],
    x,
    view.x,
    view.wholeWidth - view.width,
  );
  const down = through(
    [top, bottom],
    [edge.top, edge.top + view.height],
    y,
    view.y,
    view.wholeHeight - view.height,
  );
  if (!across || !down) return null;
  const seen = { left: across[0], right: across[1], top: down[0], bottom: down[1] };
  return isThin(seen) ? null : seen;
}

type Span = readonly [from: number, to: number];

/** The part of a thing that a box shows on one axis, wherever a person may scroll it. */
function through(thing: Span, box: Span, axis: Axis, scrolled: number, most: number): Span | null {
  if (axis.overflow === 'visible') return thing;
  if (axis.overflow === 'auto' || axis.overflow === 'scroll') {
    const [least, farthest] = axis.backward || scrolled < 0 ? [-most, 0] : [0, most];
    // Scrolled to one end it lies as far to one side as it gets; to the other end, to the other.
    const meets = thing[1] + scrolled - least > box[0] && thing[0] + scrolled - farthest < box[1];
    return meets ? box : null;
  }
  const seen: Span = [Math.max(thing[0], box[0]), Math.min(thing[1], box[1])];
  return seen[1] - seen[0] < thinnest ? null : seen;
}

/** False for what was pushed out of the page where nobody can scroll. */
function isInPage({ left, top, right, bottom }: Area, fixed: boolean): boolean {
  const root = viewIn(scrollerOf(document) ?? topOf(document));
  const [width, height] = [root.width || window.innerWidth, root.height || window.innerHeight];
  if (fixed) return right > 0 && bottom > 0 && left < width && top < height;
  // A page locked under a dialog is still one that scrolls.
  const backward = [topOf(document), bodyOf(document)].some((each) => each && axesOf(each).x.backward);
  const most = root.wholeWidth - width;
  const [least, farthest] = backward ? [-most, 0] : [0, most];
  const { x, y } = root;
  return (
    right + x - least > 0 &&
    left + x - farthest < width &&
    bottom + y > 0 &&
    top + y < Math.max(root.wholeHeight, height)
  );
}

function parentOf(el: Element): Element | null {
  const parent = slottedIn(el) ?? outer(el);
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}
