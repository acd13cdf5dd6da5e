import type { Page, Target } from './harness/index.ts';

/** What a seller does with hand and eye, each act counted; what is typed into a field that is clicked counts with that click. */
export interface Counted {
  readonly acts: () => number;
  click(target: string | Target): Promise<void>;
  /** Clicks a field and types. */
  type(target: string | Target, text: string): Promise<void>;
  /** Clicks a field (one act) and pastes (another). */
  paste(target: string | Target, text: string): Promise<void>;
  /** Opens a native list (one act) and chooses (another). */
  select(target: string | Target, option: string): Promise<void>;
  /** Drops a file onto the page. */
  drop(name: string, text: string): Promise<void>;
}

/** Counts from here on. */
export function counted(page: Page): Counted {
  let acts = 0;
  return {
    acts: () => acts,
    async click(target) {
      acts++;
      await page.click(target);
    },
    async type(target, text) {
      acts++;
      await page.type(target, text);
    },
    async paste(target, text) {
      acts += 2;
      await page.type(target, text);
    },
    async select(target, option) {
      acts += 2;
      await page.select(target, option);
    },
    async drop(name, text) {
      acts++;
      await page.evaluate(
        (file: string[]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([file[1] ?? ''], file[0] ?? ''));
          const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
          for (const type of ['dragenter', 'dragover', 'drop'])
            at.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        },
        [name, text],
      );
    },
  };
}
