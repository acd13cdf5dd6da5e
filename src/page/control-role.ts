export type ControlRole = 'text' | 'select' | 'radio' | 'checkbox' | 'action';

/** What kind of control an element is, by tag or by ARIA; null for anything else. */
export function roleOf(el: HTMLElement): ControlRole | null {
  switch (el.tagName) {
    case 'INPUT': {
      const type = (el as HTMLInputElement).type;
      if (type === 'radio' || type === 'checkbox') return type;
      if (type === 'submit' || type === 'button' || type === 'image' || type === 'reset') return 'action';
      if (type === 'hidden' || type === 'file' || type === 'password') return null;
      return el.getAttribute('role') === 'combobox' ? 'select' : 'text';
    }
    case 'TEXTAREA':
      return 'text';
    case 'SELECT':
      return 'select';
    case 'BUTTON':
      return ariaRole(el) ?? 'action';
    case 'A':
      return el.hasAttribute('href') ? 'action' : ariaRole(el);
    default:
      return ariaRole(el);
  }
}

function ariaRole(el: HTMLElement): ControlRole | null {
  switch (el.getAttribute('role')) {
    case 'radio':
      return el.hasAttribute('aria-checked') ? 'radio' : null;
    case 'checkbox':
    case 'switch':
      return el.hasAttribute('aria-checked') ? 'checkbox' : null;
    case 'combobox':
      return el.querySelector('input, select') ? null : 'select';
    case 'button':
      return isDropdownFace(el) ? 'select' : 'action';
    default:
      return isDropdownFace(el) ? 'select' : null;
  }
}

function isDropdownFace(el: HTMLElement): boolean {
  return el.getAttribute('aria-haspopup') === 'listbox' || el.closest('.a-button-dropdown') !== null;
}
