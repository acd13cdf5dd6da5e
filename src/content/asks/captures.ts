import type { PageReading } from '../../page/read-page';
import type { CodeGroup } from '../../page/readers/code-group';
import { say } from '../../words/say';
import { captureGroup } from './download';

export interface CaptureState {
  readonly busy: boolean;
  readonly done: boolean;
  readonly message: string;
}

/** A group as the panel lists it. Its name tells it from no other: two may share one, or have none. */
export interface CaptureRow {
  /** Stays the same for as long as the page shows this group. */
  readonly key: number;
  readonly group: CodeGroup;
  readonly state: CaptureState | null;
}

/** What is remembered of a row from one reading to the next. */
interface Known {
  readonly key: number;
  readonly group: CodeGroup;
  readonly el: HTMLElement | null;
  /** No other row had its name. */
  readonly alone: boolean;
}

/** What became of each row's capture on this page; `changed` is called at every step. */
export class Captures {
  readonly #states = new Map<number, CaptureState>();
  readonly #changed: () => void;
  #known: readonly Known[] = [];
  #next = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The page's groups, each with what became of it. */
  rows(reading: PageReading): CaptureRow[] {
    const named = new Map<string, number>();
    for (const { name } of reading.groups) named.set(name, (named.get(name) ?? 0) + 1);
    const seen = reading.groups.map((group) => ({
      group,
      el: reading.inventory.controls[group.target ?? -1]?.el ?? null,
      alone: group.name !== '' && named.get(group.name) === 1,
    }));
    const left = new Set(this.#known);
    const found = new Map<(typeof seen)[number], number>();
    // The surest first, over all rows: one that is less sure must not take another's.
    for (const isSame of [isSameRow, isMadeAnew, isSameName])
      for (const row of seen) {
        if (found.has(row)) continue;
        const before = [...left].find((each) => isSame(each, row));
        if (!before) continue;
        left.delete(before);
        found.set(row, before.key);
      }
    const known = seen.map((row) => ({ ...row, key: found.get(row) ?? this.#next++ }));
    // A row that went for a moment, as while a list is drawn anew, comes back with what became of it.
    this.#known = [...known, ...[...left].filter(({ key }) => this.#states.has(key))];
    return known.map(({ key, group }) => ({ key, group, state: this.#states.get(key) ?? null }));
  }

  /** Another page: what was captured before says nothing about it. */
  reset(): void {
    this.#states.clear();
    this.#known = [];
  }

  async capture(key: number, group: CodeGroup, reading: PageReading): Promise<void> {
    this.#tell(key, { busy: true, done: false, message: '' });
    const result = await captureGroup(group, reading).catch((error: unknown) => ({
      done: false,
      message: say('captureFailed', error instanceof Error ? error.message : String(error)),
    }));
    this.#tell(key, { busy: false, ...result });
  }

  #tell(key: number, state: CaptureState): void {
    this.#states.set(key, state);
    this.#changed();
  }
}

type Row = Omit<Known, 'key'>;
type IsSame = (before: Known, row: Row) => boolean;

/** The same button; a page that sorts may use it for another group. */
const isSameRow: IsSame = (before, row) =>
  row.el !== null && before.el === row.el && isAlike(before.group, row.group);

/** Drawn anew, with the same link. */
const isMadeAnew: IsSame = (before, row) =>
  row.group.downloadUrl !== null && isAlike(before.group, row.group);

/** A name that no other row had or has. */
const isSameName: IsSame = (before, row) => before.alone && row.alone && before.group.name === row.group.name;

function isAlike(one: CodeGroup, other: CodeGroup): boolean {
  return one.name === other.name && one.quantity === other.quantity && one.downloadUrl === other.downloadUrl;
}
