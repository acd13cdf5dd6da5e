import type { CodeGroup } from '../page/claim-codes-page';
import type { PageReading } from '../page/read-page';
import { say } from '../words/say';
import { captureGroup } from './capture';

export interface CaptureState {
  readonly busy: boolean;
  readonly done: boolean;
  readonly message: string;
}

/** What became of each group's capture on this page; `changed` is called at every step. */
export class Captures {
  readonly #states = new Map<string, CaptureState>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get states(): ReadonlyMap<string, CaptureState> {
    return this.#states;
  }

  /** The groups that were handed over on this page. */
  get done(): ReadonlySet<string> {
    return new Set([...this.#states].flatMap(([name, { done }]) => (done ? [name] : [])));
  }

  /** Another page: what was captured before says nothing about it. */
  reset(): void {
    this.#states.clear();
  }

  async capture(group: CodeGroup, reading: PageReading): Promise<void> {
    this.#tell(group, { busy: true, done: false, message: '' });
    const result = await captureGroup(group, reading).catch((error: unknown) => ({
      done: false,
      message: say('captureFailed', error instanceof Error ? error.message : String(error)),
    }));
    this.#tell(group, { busy: false, ...result });
  }

  #tell(group: CodeGroup, state: CaptureState): void {
    this.#states.set(group.name, state);
    this.#changed();
  }
}
