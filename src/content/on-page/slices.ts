/** So long at a time, milliseconds: a page's own work never waits for more. */
const turn = 12;
/** The first look may take so long, so that the overlay stands with the page. */
const firstTurn = 40;

/**
 * Runs work that pauses, one turn after another; the first at once, so that little work is done at once. What is
 * asked for meanwhile waits: a page that never rests would else never be read. `took` hears how long all turns of a
 * run were, and whether another one was asked for.
 */
export function createRunner(took: (time: number, asked: boolean) => void) {
  let run = 0;
  let isFirst = true;
  let isBusy = false;
  let asked = false;

  return {
    /** Ends what is running. */
    stop(): void {
      run++;
      isBusy = false;
      asked = false;
    },
    run<T>(parts: Generator<void, T>, done: (result: T) => void, failed: (error: unknown) => void): void {
      if (isBusy) {
        asked = true;
        return;
      }
      isBusy = true;
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
        const isOver = work(begun + (isFirst ? firstTurn : turn));
        isFirst = false;
        spent += performance.now() - begun;
        if (!isOver) {
          setTimeout(next);
          return;
        }
        // Work that was ended from within says nothing.
        if (mine !== run) return;
        const again = asked;
        isBusy = false;
        asked = false;
        took(spent, again);
      }
      next();
    },
  };
}
