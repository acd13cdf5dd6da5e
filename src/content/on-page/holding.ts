import { type CheckId, type Checklist, type CheckResult, checkIds } from '../../domain/checks';

/**
 * What a press is held for, remembered from reading to reading and never asked of the page's nodes. A blocker
 * that failed holds until it was read as right, or the seller took it on; what is unread holds once.
 */
export class Holding {
  readonly #failed = new Map<CheckId, CheckResult>();
  readonly #asked = new Set<CheckId>();
  #unread: readonly CheckResult[] = [];

  see({ results, notApplicable, fixed }: Checklist): void {
    for (const id of [...notApplicable, ...fixed]) this.#failed.delete(id);
    for (const result of results) {
      if (result.severity !== 'blocker' || isSettled(result)) this.#failed.delete(result.id);
      else if (result.state === 'fail') this.#failed.set(result.id, result);
    }
    this.#unread = results.filter(
      ({ id, severity, state, after }) =>
        severity === 'blocker' && state === 'unreadable' && after === null && !this.#failed.has(id),
    );
  }

  /** What failed and was not made right since. */
  get failed(): readonly CheckResult[] {
    return checkIds.flatMap((id) => this.#failed.get(id) ?? []);
  }

  /** What could not be read and was not asked about on this form. */
  get unread(): readonly CheckResult[] {
    return this.#unread.filter(({ id }) => !this.#asked.has(id));
  }

  /** The seller was told of these: what is unread among them holds no other press. */
  askedAbout(results: readonly CheckResult[]): void {
    for (const { id, state } of results) if (state === 'unreadable') this.#asked.add(id);
  }
}

/** Read as right, or taken on by the seller. */
function isSettled({ state, confirmed, accepted }: CheckResult): boolean {
  return state === 'pass' || (state === 'confirm' && (confirmed !== null || accepted !== ''));
}
