import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const parts = 'li, form, fieldset, details, section, article, search, main';

/**
 * Keeps the keyboard's place on a page: where the control that has the focus goes away or is switched off,
 * the nearest part of the page around it takes the focus, until that control can have it again. Never
 * another control: a key pressed twice must not do something else.
 */
export function useSteadyFocus<Root extends HTMLElement>(): RefObject<Root | null> {
  const root = useRef<Root>(null);
  useEffect(() => {
    const page = root.current;
    if (!page) return;
    let lost: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    let standIn: HTMLElement | null = null;

    const noted = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === standIn) return;
      lost = target;
      standIn = null;
      around = [];
      for (let at = target.parentElement; at && page.contains(at); at = at.parentElement)
        if (at.matches(parts)) around.push(at);
    };
    const mend = () => {
      const now = document.activeElement;
      if (!lost || (now !== document.body && now !== lost && now !== standIn)) return;
      if (lost.isConnected && !lost.matches(':disabled')) {
        if (standIn) lost.focus({ preventScroll: true });
        return;
      }
      if (now === standIn && standIn?.isConnected) return;
      standIn = around.find((part) => part.isConnected) ?? null;
      if (!standIn) return;
      standIn.tabIndex = -1;
      standIn.focus({ preventScroll: true });
    };
    page.addEventListener('focusin', noted);
    const changes = new MutationObserver(mend);
    changes.observe(page, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      page.removeEventListener('focusin', noted);
      changes.disconnect();
    };
  }, []);
  return root;
}
