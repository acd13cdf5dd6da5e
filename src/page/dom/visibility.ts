import { labelsOf } from './control-labels';
import type { Control } from './controls';
import { closest, isComponent, isDrawn, matches, parentOf } from './dom';
import { oncePer } from './once';
import { isReachable } from './reach';
import { closestAcross } from './shadow';

const drawn = { visibilityProperty: true } as const;

/**
 * Whether the seller can see a control, by scrolling where need be. A styled widget hides its native
 * control, so an invisible control counts as shown where what is drawn for it is.
 */
export const isShown = oncePer((control: Drawn): boolean => {
  const { el, face } = control;
  if (canBeSeen(el) || (face !== null && canBeSeen(face))) return true;
  // A widget hides its native control, never what that stands in: that is a folded part of the page.
  const parent = parentOf(el);
  if (parent && !isDrawn(parent, drawn)) return false;
  return standIns(control).some(canBeSeen);
});

type Drawn = Pick<Control, 'el' | 'face' | 'role'>;

/** What may be drawn instead of a control. */
export function standIns({ el, role }: Drawn): HTMLElement[] {
  const parent = parentOf(el);
  return [
    // A label is drawn as the control only where it can be clicked instead of it.
    ...(role === 'radio' || role === 'checkbox' ? labelsOf(el) : []),
    closest<HTMLElement>(el, '.a-dropdown-container, .a-radio, .a-checkbox'),
    isComponent(parent) ? parent : null,
  ].filter((each): each is HTMLElement => each !== null);
}

/** Whether an element is drawn where a person can get to it. */
export function canBeSeen(el: Element): boolean {
  return isDrawn(el, drawn) && isReachable(el);
}

/** Whether a text is drawn; those for screen readers only are. */
export function isSaid(node: Node): boolean {
  const el = node instanceof HTMLElement ? node : parentOf(node);
  return el ? isDrawn(el, drawn) : true;
}

/** Whether a control is there to be clicked but can't be seen, so that what is seen may be another's. */
export function isTransparent({ el }: Pick<Control, 'el'>): boolean {
  for (let at: Element | null = el; at; at = parentOf(at))
    if (Number(getComputedStyle(at).opacity) < 0.1) return true;
  return false;
}

/** Whether a control can't be used: itself, or all around it. */
export const isDisabled = oncePer(
  ({ el }: Pick<Control, 'el'>): boolean =>
    matches(el, ':disabled') || closestAcross(el, '[aria-disabled=true], [inert]') !== null,
);
