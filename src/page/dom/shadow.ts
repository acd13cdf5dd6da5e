import { closest, holds, isComponent, openRootOf, parentNodeOf, rootOf } from './dom';

interface Opener {
  readonly dom?: { openOrClosedShadowRoot?(element: HTMLElement): ShadowRoot | null };
}

/**
 * The shadow root of an element, closed ones too: browsers show those to extensions, Chromium by
 * `chrome.dom`, Firefox as a property.
 */
export function shadowOf(el: Element): ShadowRoot | null {
  const open = openRootOf(el);
  if (open) return open;
  if (!isComponent(el)) return null;
  const firefox = (el as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  const { chrome } = globalThis as { chrome?: Opener };
  return chrome?.dom?.openOrClosedShadowRoot?.(el as HTMLElement) ?? null;
}

/** The parent of a node in the page as drawn, out of shadow roots too. */
export function outer(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : parentNodeOf(node);
}

/** `closest` that sees out of shadow roots. */
export function closestAcross(el: Element, selector: string): Element | null {
  for (let at: Element | null = el; at; ) {
    const found = closest(at, selector);
    if (found) return found;
    const root = rootOf(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** `contains` that sees through shadow roots. */
export function contains(container: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; ) {
    if (holds(container, node)) return true;
    const root = rootOf(node);
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}
