/** The root that the overlay stands in now. */
let own: { readonly root: ShadowRoot; readonly isAsDrawn: () => boolean } | null = null;

/** From now on acts come from this root, while it is as we drew it. */
export function openGate(root: ShadowRoot, isAsDrawn: () => boolean): void {
  own = { root, isAsDrawn };
}

/**
 * The one way from an event to an act: a press or a key of the seller's own, inside our own root, where the
 * overlay stands and looks as it was drawn. A page can call, move, repaint and send what it likes; nothing acts.
 */
export function bySeller<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (isSellers(event)) act(event);
  };
}

/** Events that only a person makes; a submit, a toggle or a cancel is trusted also where a script asked for it. */
const persons = /^(click|keydown|input|change|wheel)$/;

function isSellers(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    event.isTrusted &&
    persons.test(event.type) &&
    own !== null &&
    target instanceof Node &&
    own.root.contains(target) &&
    own.isAsDrawn()
  );
}
