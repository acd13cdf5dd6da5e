import { listen } from '../../on-page/ears';

/** Runs `settle` at most once a frame: when asked to, and as the page scrolls, is resized, or moves its focus. */
export function eachFrame(settle: () => void, signal: AbortSignal): () => void {
  let asked = false;
  function ask(): void {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      settle();
    });
  }
  listen(['scroll', 'resize', 'focusin'], ask, signal);
  return ask;
}
