export type ControlRole = 'text' | 'select' | 'radio' | 'checkbox' | 'action';

/** What kind of control an element is, by tag, by ARIA or by how it is drawn; null for anything else. */
export function roleOf(el: HTMLElement): ControlRole | null {
  switch (el.tagName) {
    case 'INPUT': {
      const type = (el as HTMLInputElement).type;
      if (type === 'radio' || type === 'checkbox') return type;
      if (type === 'submit' || type === 'button' || type === 'image' || type === 'reset') return 'action';
      if (type === 'hidden' || type === 'file' || type === 'password') return null;
      return isPickedFrom(el) ? 'select' : 'text';
    }
    case 'TEXTAREA':
      return 'text';
    case 'SELECT':
      return 'select';
    case 'BUTTON':
      return ariaRole(el) ?? 'action';
    case 'A':
      return ariaRole(el) ?? (el.hasAttribute('href') ? 'action' : null);
    default:
      return ariaRole(el) ?? (isDrawnDropdown(el) ? 'select' : null);
  }
}

function ariaRole(el: HTMLElement): ControlRole | null {
  if (el.hasAttribute('aria-pressed')) return pressedRole(el);
  switch (el.getAttribute('role')) {
    case 'radio':
      return el.hasAttribute('aria-checked') ? 'radio' : null;
    // Tabs that show no part of the page are a choice.
    case 'tab':
      return el.hasAttribute('aria-selected') && !el.hasAttribute('aria-controls') ? 'radio' : null;
    case 'checkbox':
    case 'switch':
      return el.hasAttribute('aria-checked') ? 'checkbox' : null;
    case 'combobox':
      return el.querySelector('input, select') ? null : 'select';
    case 'listbox':
      return isOpenList(el) ? 'select' : null;
    case 'button':
      return isDropdownFace(el) ? 'select' : 'action';
    default:
      return isDropdownFace(el) ? 'select' : null;
  }
}

const pressed = '[aria-pressed]';

/** A button that stays pressed is a tick; several beside each other are one choice. */
function pressedRole(el: HTMLElement): ControlRole {
  for (let around = el.parentElement, up = 0; around && up < 2; around = around.parentElement, up++) {
    if (around.querySelectorAll(pressed).length < 2) continue;
    return around.querySelector('input, select, textarea') ? 'checkbox' : 'radio';
  }
  return 'checkbox';
}

/** An input that shows what was picked from a list. */
function isPickedFrom(el: HTMLElement): boolean {
  if (el.getAttribute('role') === 'combobox' || el.getAttribute('aria-haspopup') === 'listbox') return true;
  return el.closest('[role=combobox]') !== null;
}

/** A list that is drawn open, with its chosen option marked, and that no other control opens. */
function isOpenList(el: HTMLElement): boolean {
  if (!el.querySelector('[role=option][aria-selected]')) return false;
  const opener =
    el.id === '' ? null : `[aria-controls~="${CSS.escape(el.id)}"], [aria-owns~="${CSS.escape(el.id)}"]`;
  const root = el.getRootNode() as Document | ShadowRoot;
  if (opener && root.querySelector(opener)) return false;
  return !el.parentElement?.querySelector('[role=combobox], [aria-haspopup]');
}

function isDropdownFace(el: HTMLElement): boolean {
  const opens = el.getAttribute('aria-haspopup');
  if (opens === 'listbox' || el.closest('.a-button-dropdown') !== null) return true;
  return (opens === 'true' || opens === 'menu') && hasListBeside(el);
}

const lists = 'ul, ol, [role=listbox], [role=menu]';

/** Whether a list to pick from hangs on a button: in the same small block, with nothing else in it. */
function hasListBeside(el: HTMLElement): boolean {
  const controls = el.getAttribute('aria-controls') ?? el.getAttribute('aria-owns') ?? '';
  const root = el.getRootNode() as Document | ShadowRoot;
  if (controls !== '' && root.getElementById(controls)) return true;
  const around = el.parentElement;
  return Boolean(around?.querySelector(lists)) && !around?.querySelector('input, select, textarea, form');
}

/** A block that can be reached by key, shows one text and holds or precedes its list of choices. */
function isDrawnDropdown(el: HTMLElement): boolean {
  if (!el.hasAttribute('tabindex') || el.hasAttribute('role') || el.tagName.includes('-')) return false;
  if (el.querySelector('input, select, textarea, button, a, [tabindex], form')) return false;
  const list =
    el.querySelector(lists) ?? (el.nextElementSibling?.matches(lists) ? el.nextElementSibling : null);
  const named = /select|dropdown|combo|picker/i.test(el.className) || el.hasAttribute('aria-expanded');
  return Boolean(list) || named;
}
