import type { CheckId, CheckResult } from '../domain/checks';
import { holds, matches } from '../page/dom';

/** What the guard asks of the rest. */
export interface GuardParts {
  /** Reads the page once more and gives the blockers that hold; empty while nothing may be held. */
  readonly blockers: () => readonly CheckResult[];
  /** The page's own buttons that send the form. */
  readonly buttons: () => readonly HTMLElement[];
  /** Shows the dialog. False where the seller can't see it. */
  readonly ask: (blockers: readonly CheckResult[]) => boolean;
  /** Whether the dialog still stands. */
  readonly isAsking: () => boolean;
  /** A press goes through; which blockers the seller chose to pass over. */
  readonly passed: (overridden: readonly CheckId[]) => void;
}

export interface Guard {
  /** Lets every further press on this form through. The seller presses; we never do. */
  stepAside(): void;
  /** The seller went back to mend. */
  answered(): void;
  /** Another form begins; `overridden` was passed over for this promotion before. */
  reset(overridden?: readonly CheckId[]): void;
}

/** A click, the submit it brings and its keystroke are one press. */
const onePress = 1000;

/**
 * Holds a press on Review or Submit while a blocker fails. Where the page acts before a click can be
 * held (on mousedown, or by script), nothing is held and the overlay's warning must do.
 */
export function createGuard(parts: GuardParts, signal: AbortSignal): Guard {
  let aside = false;
  let overridden: readonly CheckId[] = [];
  let held: readonly CheckId[] = [];
  let unanswered = false;
  let lastPassed = Number.NEGATIVE_INFINITY;
  let lastTrusted = Number.NEGATIVE_INFINITY;

  function press(event: Event): void {
    const now = performance.now();
    if (now - lastPassed < onePress) return;
    const all = parts.blockers();
    const open = all.filter(({ id }) => !overridden.includes(id));
    // A page that takes our dialog away must not lock the seller in: hold only what was answered.
    const lost = unanswered && !parts.isAsking();
    if (open.length > 0 && !aside && !lost && parts.ask(open)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      unanswered = true;
      held = open.map(({ id }) => id);
      return;
    }
    lastPassed = now;
    parts.passed(all.map(({ id }) => id));
  }

  function clicked(event: Event): void {
    if (!event.isTrusted) return;
    lastTrusted = performance.now();
    if (hits(event)) press(event);
  }

  function keyed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    lastTrusted = performance.now();
    const target = event.composedPath()[0];
    // Native buttons and links turn the key into a click by themselves.
    if (!/^(Enter| )$/.test(event.key) || !(target instanceof HTMLElement)) return;
    if (!matches(target, 'button, input, a[href], select, textarea') && hits(event)) press(event);
  }

  function submitted(event: SubmitEvent): void {
    const form = event.composedPath()[0];
    // A submit that a script asked for is no press of the seller's.
    if (!event.isTrusted || performance.now() - lastTrusted > onePress || !(form instanceof HTMLFormElement))
      return;
    const { submitter } = event;
    const sends = submitter
      ? parts.buttons().includes(submitter)
      : parts.buttons().some((button) => holds(form, button));
    if (sends) press(event);
  }

  function hits(event: Event): boolean {
    const path = event.composedPath();
    return parts.buttons().some((button) => path.includes(button));
  }

  const options = { capture: true, signal };
  window.addEventListener('click', clicked, options);
  window.addEventListener('keydown', keyed, options);
  window.addEventListener('submit', submitted, options);

  return {
    stepAside() {
      aside = true;
      unanswered = false;
      overridden = [...overridden, ...held];
    },
    answered() {
      unanswered = false;
    },
    reset(before = []) {
      aside = false;
      unanswered = false;
      held = [];
      overridden = before;
    },
  };
}
