const shownFor = 2500;

/** Scrolls a control of the page into view, draws a ring around it and puts the focus on it. */
export function pointAt(el: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  const drawn = drawnFor(el);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawn.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  el.focus({ preventScroll: true });
  root.querySelector('.ring')?.remove();
  const ring = document.createElement('div');
  ring.className = 'ring';
  root.append(ring);
  const end = performance.now() + shownFor;
  function follow(): void {
    if (signal.aborted || performance.now() > end || !drawn.isConnected) {
      ring.remove();
      return;
    }
    const box = drawn.getBoundingClientRect();
    ring.style.inset = `${box.top - 6}px auto auto ${box.left - 6}px`;
    ring.style.width = `${box.width + 12}px`;
    ring.style.height = `${box.height + 12}px`;
    requestAnimationFrame(follow);
  }
  follow();
}

/** What the seller sees of a control: the styled widget over a native one, or what a folded section leaves visible. */
function drawnFor(el: HTMLElement): HTMLElement {
  const box = el.getBoundingClientRect();
  if (box.width > 4 && box.height > 4 && el.checkVisibility({ opacityProperty: true })) return el;
  let drawn: HTMLElement | null = (el as HTMLInputElement).labels?.[0] ?? el.parentElement;
  while (drawn && drawn.getClientRects().length === 0) drawn = drawn.parentElement;
  return drawn ?? el;
}
