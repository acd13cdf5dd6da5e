import { wordsOfAction } from './control-label';
import { roleOf } from './control-role';
import type { Control } from './controls';
import { holds, isComponent, localNameOf, matches } from './dom';
import type { Terms } from './labels';
import { labelMatch } from './text';
import { isShown } from './visibility';

const back: ReadonlySet<string> = new Set(['back', 'cancel', 'go back', 'previous']);

/** Whether a press on these elements may do anything but choose: a button, a link, or a component that is one. */
export function isAction(path: readonly EventTarget[]): boolean {
  return path.some(
    (el) =>
      el instanceof HTMLElement &&
      (roleOf(el) === 'action' || (isComponent(el) && localNameOf(el).includes('button'))),
  );
}

/**
 * The buttons that send the form: those called Review or Submit; where none is, the last submit button of the
 * form that holds its fields, whatever it is called, unless it leads back.
 */
export function sendButtons(controls: readonly Control[], words: Terms): HTMLElement[] {
  const actions = controls.filter((each) => each.role === 'action');
  const called = actions.filter(({ label }) => words.has(label)).filter(isShown);
  if (called.length > 0) return called.map(({ el }) => el);
  const fields = controls.filter((each) => each.role !== 'action');
  const homes = new Map<Element | null, number>();
  for (const { home } of fields) homes.set(home, (homes.get(home) ?? 0) + 1);
  const [most] = [...homes].sort(([, a], [, b]) => b - a);
  const after = fields.findLast(({ home }) => home === most?.[0])?.index ?? -1;
  const last = actions
    .filter(({ el, label, index }) => index > after && isButton(el) && !back.has(label))
    .filter((each) => (most?.[0] ? holds(most[0], each.el) || formOf(each.el) === most[0] : true))
    .findLast(isShown);
  return last ? [last.el] : [];
}

/** Whether a press on these elements sends the form, also where the page could not be read. */
export function isSending(
  path: readonly EventTarget[],
  buttons: readonly HTMLElement[] | null,
  words: Terms,
): boolean {
  if (buttons) return buttons.some((button) => path.includes(button));
  return path.some(
    (el) =>
      el instanceof HTMLElement &&
      roleOf(el) === 'action' &&
      (isSubmit(el) || labelMatch(wordsOfAction(el), words) > 0),
  );
}

/** Whether a button leads away from sending. */
export function isWayBack(el: HTMLElement): boolean {
  return back.has(wordsOfAction(el));
}

/** The form that a button belongs to, also from elsewhere on the page. */
export function formOf(el: HTMLElement): HTMLFormElement | null {
  return el instanceof HTMLButtonElement || el instanceof HTMLInputElement ? el.form : null;
}

/** No link: those lead elsewhere. */
function isButton(el: HTMLElement): boolean {
  return matches(el, 'button, input, [role=button]') && !matches(el, '[type=reset]');
}

function isSubmit(el: HTMLElement): boolean {
  return matches(el, 'button:not([type]), [type=submit], [type=image]');
}
