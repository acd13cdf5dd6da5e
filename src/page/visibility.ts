import { labelsOf } from './control-labels';
import type { Control } from './controls';
import { boxOf, closest, isComponent, isDrawn, matches, parentOf } from './dom';
import { oncePer } from './once';
import { closestAcross } from './shadow';

const drawn = { visibilityProperty: true } as const;

/**
 * Whether the seller can see a control. A styled widget hides its native control, so an invisible
 * control counts as shown where what is drawn for it is.
 */
export const isShown = oncePer(({ el, face, role }: Pick<Control, 'el' | 'face' | 'role'>): boolean => {
  if (isDrawn(el, drawn) && onPage(el)) return true;
  if (face && isDrawn(face, drawn) && onPage(face)) return true;
  // A widget hides its native control, never what that stands in: that is a folded part of the page.
  const parent = parentOf(el);
  if (parent && !(isDrawn(parent, drawn) && onPage(parent))) return false;
  const stands = [
    // A label is drawn as the control only where it can be clicked instead of it.
    role === 'radio' || role === 'checkbox' ? labelsOf(el)[0] : null,
    closest<HTMLElement>(el, '.a-dropdown-container, .a-radio, .a-checkbox'),
    isComponent(parent) ? parent : null,
  ];
  return stands.some((each) => each && isDrawn(each, drawn) && onPage(each));
});

/** False for what was pushed over the page's left or upper edge, where nobody can scroll. */
function onPage(el: HTMLElement): boolean {
  const box = boxOf(el);
  return box.right + window.scrollX >= 0 && box.bottom + window.scrollY >= 0;
}

/** Whether a text is drawn; those for screen readers only are. */
export function isSaid(node: Node): boolean {
  const el = node instanceof HTMLElement ? node : parentOf(node);
  return el ? isDrawn(el, drawn) : true;
}

/** Whether a control can't be used: itself, or all around it. */
export const isDisabled = oncePer(
  ({ el }: Pick<Control, 'el'>): boolean =>
    matches(el, ':disabled') || closestAcross(el, '[aria-disabled=true], [inert]') !== null,
);
