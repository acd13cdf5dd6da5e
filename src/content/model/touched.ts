import type { CheckId, CheckResult } from '../../domain/checks';

/** Which settings the seller has touched on this form, so that an untouched one isn't called a mistake. */
export class Touched {
  private readonly ids = new Set<CheckId>();
  private readonly first = new Map<CheckId, string>();
  private everything = false;

  /** Notes what changed since it was first read, which may be later than the form: sections unfold. */
  see(results: readonly CheckResult[]): void {
    for (const { id, have, state } of results) {
      if (state === 'unreadable') continue;
      const before = this.first.get(id);
      if (before === undefined) this.first.set(id, have);
      else if (before !== have) this.ids.add(id);
    }
  }

  /** The seller has been in this control. */
  add(id: CheckId): void {
    this.ids.add(id);
  }

  /** The seller pressed Review: nothing is "not set yet" any more. */
  addAll(): void {
    this.everything = true;
  }

  has(id: CheckId): boolean {
    return this.everything || this.ids.has(id);
  }
}
