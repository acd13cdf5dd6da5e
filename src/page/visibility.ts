import type { Control } from './controls';
import { oncePer } from './once';
import { closestAcross } from './shadow';

const drawn = { visibilityProperty: true } as const;

/**
 * Whether the seller can see a control. A styled widget hides its native control, so an invisible
 * control counts as shown where what is drawn for it is.
 */
export const isShown = oncePer(({ el, face, role }: Pick<Control, 'el' | 'face' | 'role'>): boolean => {
  if (el.checkVisibility(drawn) && onPage(el)) return true;
  if (face?.checkVisibility(drawn) && onPage(face)) return true;
  // A widget hides its native control, never what that stands in: that is a folded part of the page.
  if (el.parentElement && !(el.parentElement.checkVisibility(drawn) && onPage(el.parentElement)))
    return false;
  const stands = [
    // A label is drawn as the control only where it can be clicked instead of it.
    role === 'radio' || role === 'checkbox' ? (el as HTMLInputElement).labels?.[0] : null,
    el.closest<HTMLElement>('.a-dropdown-container, .a-radio, .a-checkbox'),
    el.parentElement?.tagName.includes('-') ? el.parentElement : null,
  ];
  return stands.some((each) => each?.checkVisibility(drawn) && onPage(each));
});

/** False for what was pushed over the page's left or upper edge, where nobody can scroll. */
function onPage(el: HTMLElement): boolean {
  const box = el.getBoundingClientRect();
  return box.right + window.scrollX >= 0 && box.bottom + window.scrollY >= 0;
}

/** Whether a text is drawn; those for screen readers only are. */
export function isSaid(node: Node): boolean {
  const el = node instanceof HTMLElement ? node : node.parentElement;
  return el?.checkVisibility(drawn) ?? true;
}

/** Whether a control can't be used: itself, or all around it. */
export const isDisabled = oncePer(
  ({ el }: Pick<Control, 'el'>): boolean =>
    el.matches(':disabled') || closestAcross(el, '[aria-disabled=true], [inert]') !== null,
);
