import { attr, closest, find, hasAttr, tagOf } from './dom';
export type ControlRole = 'text' | 'select' | 'radio' | 'checkbox' | 'action';

/** What kind of control an element is, by tag or by ARIA; null for anything else. */
export function roleOf(el: HTMLElement): ControlRole | null {
  switch (tagOf(el)) {
    case 'INPUT': {
      const type = (el as HTMLInputElement).type;
      if (type === 'radio' || type === 'checkbox') return type;
      if (type === 'submit' || type === 'button' || type === 'image' || type === 'reset') return 'action';
      if (type === 'hidden' || type === 'file' || type === 'password') return null;
      return attr(el, 'role') === 'combobox' ? 'select' : 'text';
    }
    case 'TEXTAREA':
      return 'text';
    case 'SELECT':
      return 'select';
    case 'BUTTON':
      return ariaRole(el) ?? 'action';
    case 'A':
      return hasAttr(el, 'href') ? 'action' : ariaRole(el);
    default:
      return ariaRole(el);
  }
}

function ariaRole(el: HTMLElement): ControlRole | null {
  switch (attr(el, 'role')) {
    case 'radio':
      return hasAttr(el, 'aria-checked') ? 'radio' : null;
    case 'checkbox':
    case 'switch':
      return hasAttr(el, 'aria-checked') ? 'checkbox' : null;
    case 'combobox':
      return find(el, 'input, select') ? null : 'select';
    case 'button':
      return isDropdownFace(el) ? 'select' : 'action';
    default:
      return isDropdownFace(el) ? 'select' : null;
  }
}

function isDropdownFace(el: HTMLElement): boolean {
  return attr(el, 'aria-haspopup') === 'listbox' || closest(el, '.a-button-dropdown') !== null;
}
