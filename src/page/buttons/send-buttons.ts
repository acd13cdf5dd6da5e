import { wordsOfAction } from '../dom/control-label';
import { roleOf } from '../dom/control-role';
import { isComponent, localNameOf, matches } from '../dom/dom';
import type { Terms } from '../labels';
import { labelMatch } from '../values/text';

/** Whether a press on these elements may do anything but choose: a button, a link, or a component that is one. */
export function isAction(path: readonly EventTarget[]): boolean {
  return path.some(
    (el) =>
      el instanceof HTMLElement &&
      (roleOf(el) === 'action' || (isComponent(el) && localNameOf(el).includes('button'))),
  );
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

/** The form that a button belongs to, also from elsewhere on the page. */
export function formOf(el: HTMLElement): HTMLFormElement | null {
  return el instanceof HTMLButtonElement || el instanceof HTMLInputElement ? el.form : null;
}

function isSubmit(el: HTMLElement): boolean {
  return matches(el, 'button:not([type]), [type=submit], [type=image]');
}
