import { labelsOf } from '../../page/dom/control-labels';
import {
  attr,
  boxesOf,
  boxOf,
  findAll,
  isAttached,
  isDrawn,
  make,
  matches,
  parentOf,
  rootOf,
} from '../../page/dom/dom';
import { focusOn } from './root/focus';
import type { OverlayHost } from './root/host';

const shownFor = 2500;

/**
 * Scrolls a control of the page into view, draws a ring around it and puts the focus on it; Escape there
 * leads back to where the focus was in the panel.
 */
export function pointAt(el: HTMLElement, { root, change }: OverlayHost, signal: AbortSignal): void {
  const drawn = drawnFor(el);
  const places = placesOf(el);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  Element.prototype.scrollIntoView.call(drawn, { block: 'center', behavior: calm ? 'auto' : 'smooth' });
  const from = root.activeElement as HTMLElement | null;
  HTMLElement.prototype.focus.call(el, { preventScroll: true });
  if (from) leadBack(el, from, root, signal);
  change(() => root.querySelector('.ring')?.remove());
  const ring = make('div');
  ring.className = 'ring';
  change(() => root.append(ring));
  const end = performance.now() + shownFor;
  function follow(): void {
    if (signal.aborted || performance.now() > end || !isAttached(drawn)) {
      change(() => ring.remove());
      return;
    }
    const boxes = places.map((place) => boxOf(place)).filter(({ width }) => width > 0);
    const top = Math.min(...boxes.map((box) => box.top));
    const left = Math.min(...boxes.map((box) => box.left));
    change(() => {
      ring.style.inset = `${top - 6}px auto auto ${left - 6}px`;
      ring.style.width = `${Math.max(...boxes.map((box) => box.right)) - left + 12}px`;
      ring.style.height = `${Math.max(...boxes.map((box) => box.bottom)) - top + 12}px`;
    });
    requestAnimationFrame(follow);
  }
  follow();
}

/** Hears Escape while the focus is on the control or a radio of its choice; keeps nothing from the page. */
function leadBack(el: HTMLElement, from: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  const over = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, over.signal]) };
  const choice = matches(el, '[type=radio]') ? attr(el, 'name') : null;
  const isThere = (event: Event) => {
    const at = event.composedPath()[0];
    return at === el || (choice !== null && at instanceof Element && attr(at, 'name') === choice);
  };
  window.addEventListener('focusin', (event) => !isThere(event) && over.abort(), options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || !isThere(event)) return;
      over.abort();
      focusOn(from, root);
    },
    options,
  );
}

/** What the ring goes around: the control, or every choice beside a radio, for the one chosen is the wrong one. */
function placesOf(el: HTMLElement): HTMLElement[] {
  const name = matches(el, '[type=radio]') ? attr(el, 'name') : null;
  if (!name) return [drawnFor(el)];
  const within = (el as HTMLInputElement).form ?? rootOf(el);
  const choices = findAll<HTMLInputElement>(within, `[type=radio][name="${CSS.escape(name)}"]`);
  return [...choices].flatMap((each) => [drawnFor(each), ...labelsOf(each)]);
}

/** What the seller sees of a control: the styled widget over a native one, or what a folded section leaves visible. */
function drawnFor(el: HTMLElement): HTMLElement {
  const box = boxOf(el);
  if (box.width > 4 && box.height > 4 && isDrawn(el, { opacityProperty: true })) return el;
  let drawn: HTMLElement | null = labelsOf(el)[0] ?? parentOf(el);
  while (drawn && boxesOf(drawn).length === 0) drawn = parentOf(drawn);
  return drawn ?? el;
}
