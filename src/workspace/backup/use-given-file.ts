import { useLayoutEffect, useRef } from 'preact/hooks';

/** Takes a file that was dropped somewhere else, once, and brings the part of the page it is for into view. */
export function useGivenFile(given: File | null, take: (file: File) => void, onTaken: () => void) {
  const part = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!given) return;
    onTaken();
    take(given);
    part.current?.focus({ preventScroll: true });
    part.current?.scrollIntoView({ block: 'start' });
  }, [given]);
  return part;
}
