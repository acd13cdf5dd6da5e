import type { CheckId, CheckResult } from '../../domain/checks';
import { isAction } from '../../page/buttons/send-buttons';
import { holds } from '../../page/dom/dom';
import { listen } from './ears';

/** What the guard asks of the rest. */
export interface GuardParts {
  /** What holds a press; empty while nothing may be held. */
  readonly held: () => readonly CheckResult[];
  /** Reads the page at this moment, for what follows. */
  readonly look: () => void;
  /** Whether a press on these elements sends the form. */
  readonly sends: (path: readonly EventTarget[]) => boolean;
  /** Whether a button says, in the page's languages, that it leads back. */
  readonly leadsBack: (el: HTMLElement) => boolean;
  /** Whether this form is the promotion's. */
  readonly isForm: (form: HTMLFormElement) => boolean;
  /** Shows the dialog. False where the seller can't see it. */
  readonly ask: (held: readonly CheckResult[]) => boolean;
  /** Whether the dialog still stands. */
  readonly isAsking: () => boolean;
  /** The seller's press goes through; which blockers the seller chose to pass over. */
  readonly passed: (overridden: readonly CheckId[]) => void;
  /** The form was sent in a way that could not be held. */
  readonly escaped: () => void;
}

export interface Guard {
  /** Lets the next press through, for what was asked about. The seller presses; we never do. */
  stepAside(): void;
  /** The seller went back to mend. */
  answered(): void;
  /** The page goes, or became another one in place. */
  left(): void;
  /** Another form begins; `overridden` was passed over for this promotion before. */
  reset(overridden?: readonly CheckId[]): void;
}

/** A script that sends the form on the seller's press does so within this time. */
const onePress = 1000;
/** What a page sent on its own way leads on within this time. */
const followsWithin = 10_000;
/** A page that takes our dialog away so often must not lock the seller in. */
const mostLosses = 2;

const begins = ['pointerdown', 'mousedown', 'touchstart'] as const;

/**
 * Holds whatever sends the form while a blocker fails: a click, a key, or a submit that a person or a script
 * began. What no event tells of (a form that a script submits, a request on pointerdown) can't be held, and is told once seen.
 */
export function createGuard(parts: GuardParts, signal: AbortSignal): Guard {
  /** What the seller passed over, and in which press it is used. */
  let grant: { readonly ids: readonly CheckId[]; press: number | null } = { ids: [], press: null };
  let held: readonly CheckId[] = [];
  let losses = 0;
  let unanswered = false;
  /** Whether the dialog stood when the press came: reading puts back what the page takes away again at once. */
  let stood = false;
  /** The seller's presses are counted; a click, its key and the submits it brings are one. */
  let press = 0;
  let pressedAt = Number.NEGATIVE_INFINITY;
  let pressedOn: readonly EventTarget[] = [];
  let pressedKey = '';
  let judged = -1;
  let passed = -1;
  /** The press let go where no dialog stays: all that it brings goes with it. */
  let letGo = -1;

  function begin(event: Event): void {
    if (!event.isTrusted) return;
    // One press begins with several events.
    if (performance.now() - pressedAt > 50 || event.composedPath()[0] !== pressedOn[0]) press++;
    pressedAt = performance.now();
    pressedOn = event.composedPath();
    pressedKey = event instanceof KeyboardEvent ? event.key : '';
  }

  function judge(event: Event, isSellers: boolean): void {
    const all = parts.held();
    if (isSellers) judged = press;
    if (grant.press !== null && grant.press !== press) grant = { ids: [], press: null };
    const open = all.filter(({ id }) => !grant.ids.includes(id));
    if (unanswered && !stood) losses++;
    if (losses >= mostLosses) letGo = press;
    if (open.length > 0 && letGo !== press && parts.ask(open)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      unanswered = true;
      held = open.map(({ id }) => id);
      return;
    }
    if (open.length > 0) parts.escaped();
    unanswered = false;
    losses = 0;
    if (grant.ids.length > 0) grant.press = press;
    if (!isSellers || passed === press) return;
    passed = press;
    parts.passed(all.filter(({ state }) => state === 'fail').map(({ id }) => id));
  }

  function clicked(event: MouseEvent): void {
    if (!event.isTrusted) return;
    // A key's click, or a label's, comes without a press of its own.
    if (performance.now() - pressedAt > onePress) begin(event);
    const path = event.composedPath();
    if (isAction(path) && sends(path)) judge(event, true);
  }

  function keyed(event: KeyboardEvent): void {
    if (!event.isTrusted || !/^(Enter| )$/.test(event.key)) return;
    begin(event);
    const path = event.composedPath();
    // Native controls turn the key into a click or a submit by themselves.
    if (isAction(path) && !isNative(path[0]) && sends(path)) judge(event, true);
  }

  function submitted(event: SubmitEvent): void {
    const form = event.composedPath()[0];
    if (!event.isTrusted || !(form instanceof HTMLFormElement)) return;
    const { submitter } = event;
    // The way back is free where the seller pressed it; Enter never means it.
    if (submitter && pressedOn.includes(submitter) && parts.leadsBack(submitter)) return;
    look();
    if (!parts.isForm(form)) return;
    const isFresh = performance.now() - pressedAt < onePress;
    // What a script sends by itself is held like the rest, and is no press of the seller's.
    judge(event, isFresh && isPressed(form));
  }

  function look(): void {
    stood = parts.isAsking();
    parts.look();
  }

  function sends(path: readonly EventTarget[]): boolean {
    look();
    return parts.sends(path);
  }

  /** Whether the press just now was Enter in that form, or on a button of it. */
  function isPressed(form: HTMLFormElement): boolean {
    const [on] = pressedOn;
    const mayMean = pressedKey === 'Enter' || isAction(pressedOn);
    return mayMean && on instanceof Node && (holds(form, on) || parts.sends(pressedOn));
  }

  listen(begins, begin, signal);
  listen(['click'], clicked, signal, { passive: false });
  listen(['keydown'], keyed, signal, { passive: false });
  listen(['submit'], submitted, signal, { passive: false });

  const guard: Guard = {
    stepAside() {
      unanswered = false;
      losses = 0;
      grant = { ids: [...new Set([...grant.ids, ...held])], press: null };
    },
    answered() {
      unanswered = false;
      losses = 0;
    },
    left() {
      const isFresh = performance.now() - pressedAt < followsWithin;
      const mayMean = pressedKey === 'Enter' || (isAction(pressedOn) && parts.sends(pressedOn));
      if (unanswered || (isFresh && judged !== press && mayMean)) parts.escaped();
    },
    reset(before = []) {
      unanswered = false;
      losses = 0;
      held = [];
      grant = { ids: before, press: null };
    },
  };
  listen(['pagehide'], guard.left, signal);
  return guard;
}

/** Buttons, links and fields act on keys by themselves. */
function isNative(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLButtonElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLAnchorElement && target.href !== '')
  );
}
