import { boxOf, findAll, make, parentOf, topOf } from '../../../page/dom/dom';
import { markOwn } from '../../../page/dom/own';
import tokens from '../../../ui/tokens.css?inline';
import { direction, language } from '../../../words/say';
import css from '../overlay.css?inline';
import { openGate } from './gate';

const mostReturns = 5;
const returnWindow = 5000;

/** What a repainted, moved or made-up part of the panel would change; ours change it only within `change`. */
const painted =
  'data-state data-reason data-severity data-quiet data-confirmed data-accepted data-tone data-page data-pass data-fail data-confirm data-unreadable data-blocker data-answer hidden class style'.split(
    ' ',
  );

/** The element that holds the overlay, and where it stands. */
export interface OverlayHost {
  readonly root: ShadowRoot;
  /**
   * Puts the element back when the page removed it; gives up for a while when the page keeps doing so. False
   * where the whole document was made anew: then our own listeners are gone, and another host is needed.
   */
  keepAttached(): boolean;
  /** Every change of ours to what stands in the root; `spoiled` is called for any other. */
  change(work: () => void): void;
  /** Moves the panel where it covers none of these. */
  keepClearOf(buttons: readonly HTMLElement[]): void;
  remove(): void;
}

/** Adds the overlay's element under `<html>`, out of the page's own tree and styles. */
export function createHost(spoiled: () => void): OverlayHost {
  for (const old of findAll(document, 'html > claimcheck-overlay, html > [data-claimcheck-overlay]'))
    old.remove();
  let element = make('claimcheck-overlay');
  // A page that has defined an element of our name would run its code in it.
  if (element.matches(':defined')) element = make('div');
  element.setAttribute('data-claimcheck-overlay', '');
  element.setAttribute('translate', 'no');
  // The page's own language and direction may be others.
  element.setAttribute('lang', language());
  element.setAttribute('dir', direction());
  markOwn(element);
  const root = element.attachShadow({ mode: 'open' });
  const sheet = sheetOfOurs();
  root.adoptedStyleSheets = [sheet];
  // The page's shortcuts are not for what is typed into our panel.
  for (const event of ['keydown', 'keyup', 'keypress', 'input', 'change']) {
    root.addEventListener(event, (happening) => happening.stopPropagation());
  }
  const place = topOf(document);
  place.append(element);
  const returns: number[] = [];
  let asDrawn = true;

  function heed(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    // What was moved into the page doesn't stay there.
    for (const { removedNodes } of records)
      for (const node of removedNodes) if (!root.contains(node)) (node as ChildNode).remove();
    if (asDrawn) spoiled();
    asDrawn = false;
  }
  const observer = new MutationObserver(heed);
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: painted,
  });

  function isAsDrawn(): boolean {
    heed(observer.takeRecords());
    const [only, second] = root.adoptedStyleSheets;
    // Nothing of ours moves; an animation changes how a part looks or where it stands, and no attribute of it.
    const moving = root.getAnimations();
    for (const each of moving) each.cancel();
    return (
      asDrawn &&
      moving.length === 0 &&
      parentOf(element) === place &&
      only === sheet &&
      !second &&
      textOfSheet(sheet) === ownStyle()
    );
  }
  openGate(root, isAsDrawn);

  return {
    root,
    keepAttached() {
      if (parentOf(element) === topOf(document)) return true;
      if (topOf(document) !== place) return false;
      const now = performance.now();
      while (returns[0] !== undefined && now - returns[0] > returnWindow) returns.shift();
      if (returns.length >= mostReturns) return true;
      returns.push(now);
      place.append(element);
      return true;
    },
    change(work) {
      heed(observer.takeRecords());
      try {
        work();
      } finally {
        observer.takeRecords();
      }
    },
    keepClearOf(buttons) {
      putClear(element, root, buttons);
    },
    remove() {
      observer.disconnect();
      element.remove();
    },
  };
}

function sheetOfOurs(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens + css);
  return sheet;
}

let style: string | undefined;

/** What our style sheet says, of one that no page has seen; made at the first press, since that is slow. */
function ownStyle(): string {
  style ??= textOfSheet(sheetOfOurs());
  return style;
}

function textOfSheet({ cssRules }: CSSStyleSheet): string {
  return Array.from(cssRules, ({ cssText }) => cssText).join('');
}

const edge = 12;
const smallest = 180;
/** The panel grows no taller than this, whatever room there is. */
const tallest = 640;
/** So tall a strip holds the panel well. */
const comfortable = 240;

/**
 * Puts the panel into a strip of the window's right edge (else of its left) in which none of the page's own
 * buttons stands, and lets it grow no taller than that.
 */
function putClear(element: HTMLElement, root: ShadowRoot, buttons: readonly HTMLElement[]): void {
  const panel = root.querySelector<HTMLElement>('[data-panel]');
  if (!panel) return;
  // The window without its scrollbars, which is what the element fills.
  const room = { width: element.clientWidth, height: element.clientHeight };
  const width = panel.offsetWidth;
  const boxes = buttons.map((button) => boxOf(button)).filter((box) => box.width > 0);
  const right = bestGap(boxes, room.width - width - 2 * edge, room.width, room.height);
  const left = right.height < smallest ? bestGap(boxes, 0, width + 2 * edge, room.height) : right;
  const [side, gap] = left.height > right.height ? (['left', left] as const) : (['right', right] as const);
  // Writing it anew, all observers of the page hear of it (ours among them, which would read the page again for
  // ever).
  if (element.dataset.side !== side) element.dataset.side = side;
  // On the panel itself: what all parts of it inherit, the browser would work out anew for each of them.
  panel.style.bottom = `${Math.round(room.height - gap.bottom)}px`;
  panel.style.maxHeight = `min(${Math.round(gap.height)}px, ${tallest}px)`;
}

interface Gap {
  readonly bottom: number;
  readonly height: number;
}

/** The lowest free strip between two x positions that holds the panel well; where none does, the tallest. */
function bestGap(boxes: readonly DOMRect[], fromX: number, toX: number, height: number): Gap {
  const inWay = boxes
    .filter((box) => box.left < toX && box.right > fromX && box.bottom > 0 && box.top < height)
    .map((box) => ({ top: box.top - edge, bottom: box.bottom + edge }))
    .sort((a, b) => a.top - b.top);
  let best: Gap = { bottom: height - edge, height: 0 };
  let from = edge;
  for (const box of [...inWay, { top: height - edge, bottom: height }]) {
    const room = box.top - from;
    if (room >= Math.min(best.height, comfortable)) best = { bottom: box.top, height: room };
    from = Math.max(from, box.bottom);
  }
  return best;
}
