interface Opener {
  readonly dom?: { openOrClosedShadowRoot?(element: HTMLElement): ShadowRoot | null };
}

/**
 * The shadow root of an element, closed ones too: browsers show those to extensions, Chromium by
 * `chrome.dom`, Firefox as a property.
 */
export function shadowOf(el: Element): ShadowRoot | null {
  if (el.shadowRoot) return el.shadowRoot;
  if (!el.tagName.includes('-')) return null;
  const firefox = (el as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  const { chrome } = globalThis as { chrome?: Opener };
  return chrome?.dom?.openOrClosedShadowRoot?.(el as HTMLElement) ?? null;
}

/** The parent of a node in the page as drawn, out of shadow roots too. */
export function outer(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** `closest` that sees out of shadow roots. */
export function closestAcross(el: Element, selector: string): Element | null {
  for (let at: Element | null = el; at; ) {
    const found = at.closest(selector);
    if (found) return found;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** `contains` that sees through shadow roots. */
export function contains(container: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = outer(node)) if (node === container) return true;
  return false;
}
