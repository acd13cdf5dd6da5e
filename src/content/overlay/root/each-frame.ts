import { listen } from '../../on-page/ears';

/** Runs `settle` at most once a frame: when asked to, and whenever the page scrolls or is resized. */
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
  listen(['scroll', 'resize'], ask, signal);
  return ask;
}
