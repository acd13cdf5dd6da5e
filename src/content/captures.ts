import type { CodeGroup } from '../page/claim-codes-page';
import type { PageReading } from '../page/read-page';
import { captureGroup } from './capture';

interface Capture {
  readonly busy: boolean;
  readonly done: boolean;
  readonly message: string;
}

/** What became of each group's capture on this page, by the group's name. */
export class Captures {
  #all = new Map<string, Capture>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get all(): ReadonlyMap<string, Capture> {
    return this.#all;
  }

  /** Another page begins. */
  reset(): void {
    this.#all = new Map();
  }

  /** Captures one group. A failure is told beside it. */
  async run(group: CodeGroup, page: PageReading): Promise<void> {
    const all = this.#all;
    all.set(group.name, { busy: true, done: false, message: '' });
    this.#changed();
    const result = await captureGroup(group, page).catch((error: unknown) => ({
      done: false,
      message: `Capture failed (${error instanceof Error ? error.message : error}). Reload the page and try again.`,
    }));
    all.set(group.name, { busy: false, ...result });
    this.#changed();
  }
}
