import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface VirtualList<Element> {
  readonly list: RefObject<Element | null>;
  readonly items: readonly VirtualItem[];
  /** Height of the whole list, and where it begins on the page. */
  readonly height: number;
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
}

/** Rows drawn beyond what is seen, so that scrolling and the Tab key find them there. */
const overscan = 8;

/**
 * Draws of a long list in a page only the rows that are seen, and the one that has the focus. Each row carries
 * `data-index` and `ref={measure}`. All rows are gone through again whenever `keyOf` is another function.
 */
export function useVirtualList<Element extends HTMLElement>(
  count: number,
  keyOf: (index: number) => string,
  estimate: (index: number) => number,
): VirtualList<Element> {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const list = useRef<Element>(null);
  const top = useRef(0);
  const focused = useRef<number | null>(null);
  const made = useRef<Virtualizer<Window, HTMLElement> | null>(null);
  const options = {
    ...{ count, overscan, measureElement, scrollMargin: top.current },
    getScrollElement: () => window,
    estimateSize: estimate,
    getItemKey: keyOf,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    rangeExtractor: (range: Range) => withOne(defaultRangeExtractor(range), focused.current, count),
    onChange: () => draw(undefined),
  };
  const virtual = made.current ?? new Virtualizer<Window, HTMLElement>(options);
  made.current = virtual;
  virtual.setOptions(options);
  useLayoutEffect(() => {
    const note = ({ type, target }: FocusEvent) => {
      const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null;
      focused.current = type === 'focusin' && row ? Number(row.dataset.index) : null;
    };
    const own = list.current;
    own?.addEventListener('focusin', note);
    own?.addEventListener('focusout', note);
    const stop = virtual._didMount();
    return () => {
      own?.removeEventListener('focusin', note);
      own?.removeEventListener('focusout', note);
      stop();
    };
  }, [virtual]);
  useLayoutEffect(() => {
    // What stands above may have grown.
    const now = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (now !== top.current) {
      top.current = now;
      draw(undefined);
    }
    virtual._willUpdate();
  });
  return {
    list,
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    top: top.current,
    measure: virtual.measureElement,
  };
}

function withOne(indexes: number[], one: number | null, count: number): number[] {
  if (one === null || one >= count || indexes.includes(one)) return indexes;
  return [...indexes, one].sort((a, b) => a - b);
}
