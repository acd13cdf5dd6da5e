import { useCallback, useRef, useState } from 'preact/hooks';
import type { CodeRange } from '../../actions/pool';

/** Codes read at once. */
const atOnce = 1000;

/** Codes by their place, read as they come into sight; empty for one that is on its way. Codes never change. */
export function useCodes(
  read: (ranges: readonly CodeRange[]) => Promise<string[]>,
): (batch: number, at: number) => string {
  const known = useRef(new Map<string, readonly string[] | null>());
  const [, draw] = useState(0);
  return useCallback(
    (batch: number, at: number) => {
      const n = Math.floor(at / atOnce);
      const key = `${batch}/${n}`;
      const codes = known.current.get(key);
      if (codes !== undefined) return codes?.[at - n * atOnce] ?? '';
      known.current.set(key, null);
      read([{ batch, from: n * atOnce, count: atOnce }]).then(
        (found) => {
          known.current.set(key, found);
          draw((times) => times + 1);
        },
        // Asked for again as it comes into sight the next time.
        () => known.current.delete(key),
      );
      return '';
    },
    [read],
  );
}
