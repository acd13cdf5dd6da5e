import { listen } from '../../on-page/ears';

/** The root that the overlay stands in now. */
let own: { readonly root: ShadowRoot; readonly isAsDrawn: () => boolean } | null = null;

/** The keys that press a button. */
const presses = /^(?:Enter| )$/;
/** Whether one of them is down, or was let go just now: what is pressed meanwhile, a key may have pressed. */
let keyIsDown = false;
/** The Tab key while it is down. */
let tab: Event | undefined;
let movedByTab = 0;
/** The part that the seller went to, with the Tab key or the mouse. */
let wentTo: EventTarget | undefined;

/**
 * Hears by which keys the seller moves and presses. By their ups and downs, not by the clock: a page that holds the
 * thread up decides how long a key takes.
 */
export function hearKeys(signal: AbortSignal): void {
  listen(
    ['keydown'],
    (event) => {
      if (!event.isTrusted) return;
      tab = event.key === 'Tab' ? event : undefined;
      movedByTab = 0;
      if (presses.test(event.key)) keyIsDown = true;
    },
    signal,
  );
  listen(
    ['keyup'],
    (event) => {
      if (!event.isTrusted) return;
      tab = undefined;
      // Another key that is let go meanwhile says nothing of this one.
      if (!presses.test(event.key)) return;
      // Space presses when it is let go, after this.
      setTimeout(() => {
        keyIsDown = false;
      });
    },
    signal,
  );
  // A Tab that leaves the page is let go elsewhere.
  listen(
    ['blur'],
    ({ target }) => {
      if (target === window) tab = undefined;
    },
    signal,
  );
  listen(
    ['pointerdown'],
    (event) => {
      if (!event.isTrusted) return;
      keyIsDown = false;
      wentTo = event.composedPath()[0];
    },
    signal,
  );
}

/**
 * Whether a key pressed what the seller never went to: a page can put the focus on a weighty button, and the Enter
 * that was meant for another would press it. A mouse, or a screen reader's own press, comes with no key.
 */
function isLedTo({ detail }: UIEvent, target: EventTarget | undefined): boolean {
  return (
    detail === 0 &&
    keyIsDown &&
    target instanceof HTMLElement &&
    target.dataset.weighty !== undefined &&
    target !== wentTo
  );
}

/** From now on acts come from this root, while it is as we drew it. */
export function openGate(root: ShadowRoot, isAsDrawn: () => boolean): void {
  own = { root, isAsDrawn };
  // Within one root the focus moves unheard outside.
  root.addEventListener('focusin', ({ target }) => {
    if (tab === undefined) return;
    movedByTab += 1;
    // A page that moves the focus itself while Tab is down stops the key, or there are two moves.
    wentTo = movedByTab === 1 && !tab.defaultPrevented ? (target ?? undefined) : undefined;
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
