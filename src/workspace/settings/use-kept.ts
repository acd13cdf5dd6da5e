import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a field that is kept once it is left: it shows what is kept, also when another page changes that; but whatever
 * else draws the page anew takes away nothing that is being typed.
 */
export function useKept(kept: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement | null>(null);
  useLayoutEffect(() => {
    if (field.current) field.current.value = kept;
  }, [kept]);
  return field;
}
