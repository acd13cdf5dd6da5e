import { findTarget, focusTarget, selectAll, stepsTo, targetSpot, targetText } from './deep.ts';
import type { Found, Page, Target } from './types.ts';

/** What one browser's library does for a tab; everything else is shared. */
export interface Driver {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression; promises are waited for. */
  evaluate(expression: string): Promise<unknown>;
  clickAt(x: number, y: number): Promise<void>;
  typeText(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Gives files to the element that `globalThis.__target` is. */
  setFiles(paths: readonly string[]): Promise<void>;
  screenshot(path: string, fullPage: boolean): Promise<void>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  bringToFront(): Promise<void>;
  accessibility?(): Promise<string[]>;
  close(): Promise<void>;
}

const patience = 30_000;
const pause = (ms = 50) => new Promise((resolve) => setTimeout(resolve, ms));
/** Milliseconds between two looks: what comes soon is seen soon, and what takes long costs little. */
const [firstPause, longestPause] = [20, 150];

/** A call of the function, as text for the page. */
function expression<Argument>(run: (argument: Argument) => unknown, argument?: Argument): string {
  const given = argument === undefined ? '' : JSON.stringify(argument);
  // Loaders such as tsx put calls of `__name` into functions; the page has none.
  return `(() => { const __name = (it) => it; return (${run.toString()})(${given}); })()`;
}

/** One tab, driven through `driver`. */
export function makePage(driver: Driver): Page {
  async function evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    return (await driver.evaluate(expression(run, argument))) as Result;
  }

  async function waitFor<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
    { timeout = patience, what = run.toString() }: { timeout?: number; what?: string } = {},
  ): Promise<Found<Result>> {
    const end = Date.now() + timeout;
    let last: unknown;
    let next = firstPause;
    do {
      try {
        // An element can't leave the page; that it is there is enough.
        last = await driver.evaluate(
          `Promise.resolve(${expression(run, argument)}).then((it) => it instanceof Node || it)`,
        );
        if (last) return last as Found<Result>;
      } catch (error) {
        // While the page changes there is nothing to run in; any other error is told at the end.
        last = error;
      }
      await pause(next);
      next = Math.min(longestPause, next * 1.4);
    } while (Date.now() < end);
    throw new Error(
      `Waited ${timeout} ms on ${await driver.url()} for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
    );
  }

  /** Waits for a target and keeps it in the page. */
  async function keep(target: string | Target, visible = true): Promise<string> {
    const wanted = typeof target === 'string' ? { css: target } : target;
    const what = `${wanted.css}${wanted.text === undefined ? '' : ` with "${wanted.text}"`}`;
    const end = Date.now() + patience;
    let count = { found: 0, visible: 0 };
    do {
      count = await waitFor(findTarget, { ...wanted, visible }, { what });
      if (visible ? count.visible > 0 : count.found > 0) return what;
      await pause();
    } while (Date.now() < end);
    throw new Error(`No ${what} on ${await driver.url()}: ${count.found} found, ${count.visible} visible.`);
  }

  async function click(target: string | Target): Promise<void> {
    await driver.bringToFront();
    const what = await keep(target);
    let spot = await evaluate(targetSpot);
    // A page that is loaded anew has none yet; one that still scrolls or moves things would make us hit something else.
    for (const end = Date.now() + 3000; Date.now() < end; ) {
      const before = spot;
      await pause();
      await keep(target);
      spot = await evaluate(targetSpot);
      if (spot?.covered === null && spot.x === before?.x && spot.y === before.y) break;
    }
    if (!spot) throw new Error(`${what} on ${await driver.url()} went while it was to be clicked.`);
    const { x, y, covered } = spot;
    if (covered !== null) throw new Error(`${what} on ${await driver.url()} is covered by ${covered}.`);
    await driver.clickAt(x, y);
  }

  async function focus(target: string | Target): Promise<string> {
    await driver.bringToFront();
    const what = await keep(target);
    if (!(await evaluate(focusTarget)))
      throw new Error(`${what} on ${await driver.url()} does not take the focus.`);
    return what;
  }

  return {
    url: () => driver.url(),
    goto: (url) => driver.goto(url),
    reload: () => driver.reload(),
    evaluate,
    waitFor,
    see: async (target) => void (await keep(target)),
    click,
    async type(target, text) {
      await focus(target);
      await evaluate(selectAll);
      if (text === '') await driver.press('Delete');
      else await driver.typeText(text);
    },
    bringToFront: () => driver.bringToFront(),
    press: (key) => driver.press(key),
    async select(target, option) {
      const what = await focus(target);
      const steps = await evaluate(stepsTo, option);
      if (steps === null) throw new Error(`${what} on ${await driver.url()} has no option "${option}".`);
      for (let step = 0; step < Math.abs(steps); step++)
        await driver.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      await waitFor(
        (wanted: string) => {
          const el = (globalThis as { __target?: HTMLSelectElement }).__target;
          return el?.value === wanted || el?.selectedOptions[0]?.text.trim() === wanted;
        },
        option,
        { what: `${what} to show "${option}"` },
      );
    },
    async text(target) {
      await keep(target);
      return evaluate(targetText);
    },
    async setFiles(target, paths) {
      await keep(target, false);
      await driver.setFiles(paths);
    },
    screenshot: (path, { fullPage = false } = {}) => driver.screenshot(path, fullPage),
    setViewport: (size) => driver.setViewport(size),
    accessibility() {
      if (!driver.accessibility) throw new Error('This browser hands its accessibility tree to nobody.');
      return driver.accessibility();
    },
    close: () => driver.close(),
  };
}
