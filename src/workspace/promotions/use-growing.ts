import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows of the first picture, more than any window is high. */
const atFirst = 60;
/** So far ahead of what is seen, in pixels, rows are drawn. */
const ahead = 1500;

interface Growing<Rows, Rest> {
  /** How many of the rows are to be drawn. */
  readonly most: number;
  /** What holds the rows, and the empty place behind it that stands for those not drawn yet. */
  readonly body: RefObject<Rows | null>;
  readonly rest: RefObject<Rest | null>;
}

/**
 * Draws of many rows only those down to where somebody scrolled; once drawn they stay, so that no column changes its
 * width on the way back. On paper all of them stand. `total` is how many rows there are.
 */
export function useGrowing<Rows extends HTMLElement, Rest extends HTMLElement>(
  total: number,
): Growing<Rows, Rest> {
  const [most, setMost] = useState(atFirst);
  const body = useRef<Rows>(null);
  const rest = useRef<Rest>(null);
  useEffect(() => {
    const [drawn, end] = [body.current, rest.current];
    if (!drawn || !end) return;
    const left = Math.max(0, total - most);
    const height = drawn.offsetHeight / Math.min(most, total) || 1;
    end.style.blockSize = `${height * left}px`;
    if (left === 0) return;
    const near = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        const missing = innerHeight + ahead - seen.boundingClientRect.top;
        setMost(most + Math.max(atFirst, Math.ceil(missing / height)));
      },
      { rootMargin: `${ahead}px` },
    );
    near.observe(end);
    const all = () => setMost(total);
    window.addEventListener('beforeprint', all);
    return () => {
      near.disconnect();
      window.removeEventListener('beforeprint', all);
    };
  }, [most, total]);
  return { most, body, rest };
}
