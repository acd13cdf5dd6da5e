import { isHidden, isLoading, topOf } from '../../page/dom/dom';
import { listen, listenAgain } from './ears';

const quiet = 100;
const ceiling = 1000;
/** So many times as long as it took, until a page that keeps changing is looked at again. */
const restsFor = 50;
const longestRest = 5000;

const events = ['input', 'change', 'click', 'toggle'] as const;

export interface Watch {
  /** Also watch these roots, beside the document; those already watched are passed over. */
  add(roots: readonly (Document | ShadowRoot)[]): void;
  /** Whether no node has changed since `walked`, as far as an observer sees it. */
  isUnchanged(): boolean;
  /** All nodes were looked at just now. */
  walked(): void;
  /** Reads for the first time: once the page stands. */
  begin(): void;
  /**
   * A look took so long, milliseconds: the longer, the later comes the next of our own accord. `asked`: another
   * one was asked for meanwhile; at once where the seller did something, else after the rest.
   */
  took(time: number, asked: boolean): void;
  /** Nothing seen before counts any more. */
  distrust(): void;
}

/**
 * Calls `readAgain` after the page has changed and was quiet for a moment, but at least once a second
 * while it keeps changing; and every second anyway while the page is visible, since a value set by script
 * changes nothing that an observer sees.
 */
export function watch(readAgain: () => void, signal: AbortSignal): Watch {
  const watched = new WeakSet<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  /** No look of our own accord comes before this time. */
  let restsUntil = 0;
  let changed = true;
  /** The seller did something since a look ended last. */
  let sellerActed = false;

  function run(): void {
    clearTimeout(timer);
    timer = undefined;
    due = 0;
    if (!signal.aborted && !isHidden(document) && !isLoading(document)) readAgain();
  }

  function soon(): void {
    const now = performance.now();
    if (due === 0) due = now + ceiling;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(quiet, due - now)));
  }

  function sellerActs(): void {
    sellerActed = true;
    soon();
  }

  /** For what a page does by itself, however much that is. */
  function later(): void {
    const rest = restsUntil - performance.now();
    if (rest <= quiet) soon();
    else timer ??= setTimeout(run, rest);
  }

  let top = topOf(document);
  const observer = new MutationObserver(() => {
    changed = true;
    if (top === topOf(document)) return later();
    // Written anew, the page took our ears off: a press may come before the next look.
    top = topOf(document);
    listenAgain();
    soon();
  });
  // An observer doesn't see a shadow root come.
  const beat = setInterval(() => {
    changed = true;
    if (timer === undefined) later();
  }, ceiling);
  listen([...events, 'visibilitychange' as keyof WindowEventMap, 'popstate'], sellerActs, signal);
  listen(['DOMContentLoaded'], run, signal);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(beat);
    clearTimeout(timer);
  });

  const watching: Watch = {
    add(roots) {
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, {
          childList: true,
          subtree: true,
          attributes: true,
          characterData: true,
        });
        // What happens in the document is heard at the window.
        if (root instanceof Document) continue;
        for (const event of events)
          root.addEventListener(event, sellerActs, { capture: true, passive: true, signal });
      }
    },
    isUnchanged() {
      if (observer.takeRecords().length > 0) changed = true;
      return !changed;
    },
    walked() {
      observer.takeRecords();
      changed = false;
    },
    begin() {
      watching.add([document]);
      if (isLoading(document)) return;
      run();
    },
    took(time, asked) {
      restsUntil = performance.now() + Math.min(longestRest, time * restsFor);
      if (asked && sellerActed) soon();
      else if (asked) later();
      sellerActed = false;
    },
    distrust() {
      changed = true;
    },
  };
  return watching;
}
