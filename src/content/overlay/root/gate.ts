import { listen } from '../../on-page/ears';

/** The root that the overlay stands in now. */
let own: { readonly root: ShadowRoot; readonly isAsDrawn: () => boolean } | null = null;

let tabbedAt = Number.NEGATIVE_INFINITY;
let keyedAt = Number.NEGATIVE_INFINITY;
/** The part that the seller went to, with the Tab key or the mouse. */
let wentTo: EventTarget | undefined;

/** Hears by which keys the seller moves and presses. */
export function hearKeys(signal: AbortSignal): void {
  listen(
    ['keydown'],
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Tab') tabbedAt = performance.now();
      if (/^(Enter| )$/.test(event.key)) keyedAt = performance.now();
    },
    signal,
  );
  listen(
    ['pointerdown'],
    (event) => {
      if (event.isTrusted) wentTo = event.composedPath()[0];
    },
    signal,
  );
}

const shortly = 500;

/**
 * Whether a key pressed what the seller never went to: a page can put the focus on a weighty button, and the Enter
 * that was meant for another would press it. A mouse, or a screen reader's own press, comes with no key.
 */
function isLedTo({ detail }: UIEvent, target: EventTarget | undefined): boolean {
  return (
    detail === 0 &&
    target instanceof HTMLElement &&
    target.dataset.weighty !== undefined &&
    performance.now() - keyedAt < shortly &&
    target !== wentTo
  );
}

/** From now on acts come from this root, while it is as we drew it. */
export function openGate(root: ShadowRoot, isAsDrawn: () => boolean): void {
  own = { root, isAsDrawn };
  // Within one root the focus moves unheard outside.
  root.addEventListener('focusin', ({ target }) => {
    if (performance.now() - tabbedAt < shortly) wentTo = target ?? undefined;
  });
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
    !isLedTo(event as UIEvent, target) &&
    persons.test(event.type) &&
    own !== null &&
    target instanceof Node &&
    own.root.contains(target) &&
    own.isAsDrawn()
  );
}
