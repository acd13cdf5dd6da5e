/** So long at a time, milliseconds: a page's own work never waits for more. */
const turn = 12;

/**
 * Runs work that pauses, one turn after another; the first at once, so that little work is done at once. A new
 * run ends the one before. `took` hears how long all turns of a run were.
 */
export function createRunner(took: (time: number) => void) {
  let run = 0;

  return {
    /** Ends what is running. */
    stop(): void {
      run++;
    },
    run<T>(parts: Generator<void, T>, done: (result: T) => void, failed: (error: unknown) => void): void {
      const mine = ++run;
      let spent = 0;
      /** Whether the work is at its end. */
      function work(until: number): boolean {
        try {
          do {
            const { done: isOver, value } = parts.next();
            if (!isOver) continue;
            done(value);
            return true;
          } while (performance.now() < until);
          return false;
        } catch (error) {
          failed(error);
          return true;
        }
      }
      function next(): void {
        if (mine !== run) return;
        const begun = performance.now();
        const isOver = work(begun + turn);
        spent += performance.now() - begun;
        if (isOver) took(spent);
        else setTimeout(next);
      }
      next();
    },
  };
}
