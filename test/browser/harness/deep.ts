/**
 * Functions that run in the page. They are sent as text, so they must not use anything from outside
 * themselves.
 */

import type { Target } from './types.ts';

/** Where a target is. `covered`: what lies over its middle, if that is not part of it. */
export interface Spot {
  x: number;
  y: number;
  covered: string | null;
}

/**
 * Finds targets in the document and all open shadow roots, keeps the first visible one (or, with
 * `visible: false`, the first) as `globalThis.__target` and says how many there are.
 */
export function findTarget({ css, text, visible }: Target & { visible: boolean }): {
  found: number;
  visible: number;
} {
  const found: Element[] = [];
  const search = (root: Document | ShadowRoot) => {
    found.push(...root.querySelectorAll(css));
    for (const el of root.querySelectorAll('*')) if (el.shadowRoot) search(el.shadowRoot);
  };
  search(document);
  const words = (el: Element) => {
    const labels = [...((el as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ');
    const twin = el.getAttribute('aria-labelledby');
    const named = twin ? document.getElementById(twin)?.textContent : '';
    return `${el.textContent} ${el.getAttribute('aria-label') ?? ''} ${(el as HTMLInputElement).value ?? ''} ${labels} ${named}`;
  };
  const matching =
    text === undefined ? found : found.filter((el) => words(el).replace(/\s+/g, ' ').includes(text));
  const seen = matching.filter(
    (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0,
  );
  (globalThis as { __target?: Element | undefined }).__target = visible ? seen[0] : matching[0];
  return { found: matching.length, visible: seen.length };
}

/** Scrolls the kept target into view and says where its middle is; null where the page was loaded anew since. */
export async function targetSpot(): Promise<Spot | null> {
  const el = (globalThis as { __target?: Element }).__target;
  if (!el) return null;
  const middle = () => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  // A page may call a form's field as the member is called.
  const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get;
  const above = (node: Node | null): Node | null =>
    (node && (parent?.call(node) ?? (node as ShadowRoot).host)) || null;
  /** In the window, and not scrolled away in a part of the page that scrolls by itself. */
  const inSight = ({ x, y }: { x: number; y: number }) => {
    for (let node = above(el); node; node = above(node)) {
      if (!(node instanceof HTMLElement) || node === document.documentElement || node === document.body)
        continue;
      if (!/auto|scroll/.test(getComputedStyle(node).overflowY)) continue;
      const clip = node.getBoundingClientRect();
      if (y < clip.top || y > clip.bottom) return false;
    }
    return x > 0 && y > 0 && x < innerWidth && y < innerHeight;
  };
  if (!inSight(middle())) el.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  // Scrolling and layout settle with the next frame; a hidden tab draws none.
  await new Promise((resolve) =>
    document.hidden ? setTimeout(resolve, 20) : requestAnimationFrame(resolve),
  );
  const spot = middle();
  let hit = document.elementFromPoint(spot.x, spot.y);
  while (hit?.shadowRoot) {
    const deeper = hit.shadowRoot.elementFromPoint(spot.x, spot.y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  const holds = (outer: Node, inner: Node | null) => {
    for (let node = inner; node; node = above(node)) if (node === outer) return true;
    return false;
  };
  const label = el.closest('label') ?? (el as HTMLInputElement).labels?.[0];
  // AUI lays a native control or a drawn sign over the other; both belong to one button or label.
  const around = el.closest('.a-button') ?? label ?? el;
  const covered = hit && (holds(around, hit) || holds(hit, el)) ? null : hit;
  return {
    ...spot,
    covered: covered ? `<${covered.tagName.toLowerCase()} class="${covered.className}">` : null,
  };
}

/** Puts the focus into the kept target and says whether it took it. */
export function focusTarget(): boolean {
  const el = (globalThis as { __target?: HTMLElement }).__target as HTMLElement;
  el.focus();
  return (el.getRootNode() as Document | ShadowRoot).activeElement === el;
}

/** Selects all that stands in the kept text field, so that the next keystroke replaces it. */
export function selectAll(): void {
  const el = (globalThis as { __target?: HTMLInputElement }).__target as HTMLInputElement;
  if (typeof el.select === 'function') el.select();
  else getSelection()?.selectAllChildren(el);
}

/** How many steps down (or up) the kept select's wanted option is; null where it has none such. */
export function stepsTo(option: string): number | null {
  const el = (globalThis as { __target?: HTMLSelectElement }).__target as HTMLSelectElement;
  const options = [...el.options].filter((each) => !each.disabled);
  const wanted = options.findIndex((each) => each.value === option || each.text.trim() === option);
  const now = options.findIndex((each) => each.selected);
  return wanted < 0 ? null : wanted - now;
}

/** The text of the kept target: a field's value, else its words. */
export function targetText(): string {
  const el = (globalThis as { __target?: HTMLInputElement }).__target as HTMLInputElement;
  return (typeof el.value === 'string' && el.tagName !== 'BUTTON' ? el.value : (el.textContent ?? '')).trim();
}
