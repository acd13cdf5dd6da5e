import type { Page } from './harness/index.ts';

export interface OverlayState {
  readonly page: string;
  readonly folded: boolean;
  readonly tally: {
    readonly pass: number;
    readonly fail: number;
    readonly confirm: number;
    readonly unreadable: number;
  } | null;
  /** State of each check by id, with the reason behind a colon where it could not be read. */
  readonly checks: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What the overlay shows, through the contract's attributes; null while there is none. */
export function overlayState(page: Page): Promise<OverlayState | null> {
  return page.evaluate(() => {
    const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
    const panel = root?.querySelector<HTMLElement>('[data-page]');
    if (!root || !panel) return null;
    const summary = root.querySelector<HTMLElement>('[data-summary]');
    const number = (name: string) => Number(summary?.dataset[name]);
    return {
      page: panel.dataset.page ?? '',
      folded: panel.dataset.folded === 'true',
      tally: summary && {
        pass: number('pass'),
        fail: number('fail'),
        confirm: number('confirm'),
        unreadable: number('unreadable'),
      },
      checks: Object.fromEntries(
        [...root.querySelectorAll<HTMLElement>('[data-check]')].map(({ dataset }) => [
          dataset.check,
          dataset.reason ? `${dataset.state}:${dataset.reason}` : dataset.state,
        ]),
      ),
      text: panel.innerText,
    };
  });
}

/** Waits until the checks named are in the states given. */
export async function seeChecks(page: Page, wanted: Readonly<Record<string, string>>): Promise<OverlayState> {
  const seen = page.waitFor(
    (states: Record<string, string>) => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      return Object.entries(states).every(([id, state]) => {
        const line = root?.querySelector<HTMLElement>(`[data-check="${id}"]`);
        const shown = line?.dataset.reason
          ? `${line.dataset.state}:${line.dataset.reason}`
          : line?.dataset.state;
        return shown === state;
      });
    },
    wanted,
    { what: `checks ${JSON.stringify(wanted)}` },
  );
  await seen.catch(async (error) => {
    const checks = (await overlayState(page))?.checks;
    throw new Error(`${error.message} Shown: ${JSON.stringify(checks)}.`);
  });
  return (await overlayState(page)) as OverlayState;
}

/** Waits for the overlay on a page of this kind. */
export async function seeOverlay(page: Page, kind: string): Promise<OverlayState> {
  await page.waitFor(
    (wanted: string) =>
      document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector(`[data-page="${wanted}"]`) !==
        null && document.querySelector('claimcheck-overlay') !== null,
    kind,
    { what: `the overlay on a ${kind} page` },
  );
  return (await overlayState(page)) as OverlayState;
}

/** Says in the panel which products are in the selection chosen. */
export async function listProducts(page: Page, products: string): Promise<void> {
  await page.click({ css: '[data-check="max-order-quantity"] summary' });
  // What was unfolded comes into sight by itself.
  await page.waitFor(() => {
    const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
    const button = root?.querySelector('[data-products]')?.getBoundingClientRect();
    const list = root?.querySelector('.body')?.getBoundingClientRect();
    return button && list && button.height > 0 && button.bottom <= list.bottom;
  });
  await page.type({ css: '[data-check="max-order-quantity"] textarea' }, products);
  await page.click('[data-products]');
}
