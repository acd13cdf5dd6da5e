/**
 * Draws the panel and keeps the keyboard's place in it: where the control that has the focus goes away,
 * its line takes the focus, else the panel. Never another control: a key pressed twice must not do
 * something else.
 */
export function drawKeepingFocus(root: ShadowRoot, draw: () => void): void {
  const before = root.activeElement as HTMLElement | null;
  const line = before?.closest<HTMLElement>('[data-check]')?.dataset.check;
  draw();
  // A dialog that closes gives the focus back by itself.
  if (!before || before.closest('dialog')) return;
  const now = root.activeElement as HTMLElement | null;
  if (now && takesFocus(now)) return;
  const places = [before, root.querySelector<HTMLElement>(`[data-check="${line}"]`)];
  focusOn(places.find((each) => each && takesFocus(each)) ?? null, root);
}

/** Gives the focus to a part of the panel; where that is gone, to the panel. */
export function focusOn(part: HTMLElement | null, root: ShadowRoot): void {
  const place = part && takesFocus(part) ? part : root.querySelector<HTMLElement>('[data-panel]');
  if (!place) return;
  if (place.matches('li, [data-panel]')) place.tabIndex = -1;
  place.focus({ preventScroll: place.hasAttribute('data-panel') });
}

function takesFocus(el: HTMLElement): boolean {
  return el.isConnected && el.checkVisibility({ visibilityProperty: true }) && !el.matches(':disabled');
}
