import {
  attr,
  byId,
  classOf,
  closest,
  find,
  findAll,
  hasAttr,
  idOf,
  isComponent,
  matches,
  nextElementOf,
  parentOf,
  rootOf,
  tagOf,
} from './dom';
export type ControlRole = 'text' | 'select' | 'radio' | 'checkbox' | 'action';

/** What kind of control an element is, by tag, by ARIA or by how it is drawn; null for anything else. */
export function roleOf(el: HTMLElement): ControlRole | null {
  switch (tagOf(el)) {
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
      return ariaRole(el) ?? (hasAttr(el, 'href') ? 'action' : null);
    default:
      return ariaRole(el) ?? (isDrawnDropdown(el) ? 'select' : null);
  }
}

function ariaRole(el: HTMLElement): ControlRole | null {
  if (hasAttr(el, 'aria-pressed')) return pressedRole(el);
  switch (attr(el, 'role')) {
    case 'radio':
      return hasAttr(el, 'aria-checked') ? 'radio' : null;
    // Tabs that show no part of the page are a choice.
    case 'tab':
      return hasAttr(el, 'aria-selected') && !hasAttr(el, 'aria-controls') ? 'radio' : null;
    case 'checkbox':
    case 'switch':
      return hasAttr(el, 'aria-checked') ? 'checkbox' : null;
    case 'combobox':
      return find(el, 'input, select') ? null : 'select';
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
  for (let around = parentOf(el), up = 0; around && up < 2; around = parentOf(around), up++) {
    if (findAll(around, pressed).length < 2) continue;
    return find(around, 'input, select, textarea') ? 'checkbox' : 'radio';
  }
  return 'checkbox';
}

/** An input that shows what was picked from a list. */
function isPickedFrom(el: HTMLElement): boolean {
  if (attr(el, 'role') === 'combobox' || attr(el, 'aria-haspopup') === 'listbox') return true;
  return closest(el, '[role=combobox]') !== null;
}

/** A list that is drawn open, with its chosen option marked, and that no other control opens. */
function isOpenList(el: HTMLElement): boolean {
  if (!find(el, '[role=option][aria-selected]')) return false;
  const id = CSS.escape(idOf(el));
  const opener = id === '' ? null : `[aria-controls~="${id}"], [aria-owns~="${id}"]`;
  const root = rootOf(el);
  if (opener && find(root, opener)) return false;
  return !find(parentOf(el), '[role=combobox], [aria-haspopup]');
}

function isDropdownFace(el: HTMLElement): boolean {
  const opens = attr(el, 'aria-haspopup');
  if (opens === 'listbox' || closest(el, '.a-button-dropdown') !== null) return true;
  return (opens === 'true' || opens === 'menu') && hasListBeside(el);
}

const lists = 'ul, ol, [role=listbox], [role=menu]';

/** Whether a list to pick from hangs on a button: in the same small block, with nothing else in it. */
function hasListBeside(el: HTMLElement): boolean {
  const controls = attr(el, 'aria-controls') ?? attr(el, 'aria-owns') ?? '';
  const root = rootOf(el);
  if (controls !== '' && byId(root, controls)) return true;
  const around = parentOf(el);
  return Boolean(find(around, lists)) && !find(around, 'input, select, textarea, form');
}

/** A block that can be reached by key, shows one text and holds or precedes its list of choices. */
function isDrawnDropdown(el: HTMLElement): boolean {
  if (!hasAttr(el, 'tabindex') || hasAttr(el, 'role') || isComponent(el)) return false;
  if (find(el, 'input, select, textarea, button, a, [tabindex], form')) return false;
  const next = nextElementOf(el);
  const list = find(el, lists) ?? (next && matches(next, lists) ? next : null);
  const named = /select|dropdown|combo|picker/i.test(classOf(el)) || hasAttr(el, 'aria-expanded');
  return Boolean(list) || named;
}
