import { plain } from './text';

export type ControlRole = 'text' | 'select' | 'radio' | 'checkbox' | 'action';

/** One control of the page with the words around it. */
export interface Control {
  readonly el: HTMLElement;
  readonly role: ControlRole;
  /** `id` and `name` of the control and, inside a component, of its host. */
  readonly names: readonly string[];
  /** Its own label: for, wrapping, aria, the text right after a radio or checkbox. Plain text. */
  readonly label: string;
  /** Texts that stand before it, nearest first, with the number of other controls in between. */
  readonly before: readonly Nearby[];
  /** The last heading above it. */
  readonly heading: string;
  /** Position among all controls of the page. */
  readonly index: number;
}

export interface Nearby {
  readonly text: string;
  readonly controlsBetween: number;
}

/** Everything on a page that reading needs, gathered in one walk. */
export interface PageInventory {
  readonly controls: readonly Control[];
  readonly headings: readonly string[];
  /** The document and every open shadow root found, for those who watch for changes. */
  readonly roots: readonly (Document | ShadowRoot)[];
}

interface Word {
  readonly text: string;
  readonly controlsBefore: number;
}

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'OPTION',
  'OPTGROUP',
  'IFRAME',
  'CLAIMCHECK-OVERLAY',
]);
const nearbyWords = 6;

/** Walks a document and its open shadow roots once. */
export function takeInventory(doc: Document): PageInventory {
  const controls: Control[] = [];
  const headings: string[] = [];
  const roots: (Document | ShadowRoot)[] = [doc];
  const words: Word[] = [];
  let heading = '';

  function visit(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = plain(node.nodeValue ?? '');
      if (text !== '') words.push({ text, controlsBefore: controls.length });
      return;
    }
    if (!(node instanceof HTMLElement)) {
      if (node.nodeType === Node.ELEMENT_NODE && (node as Element).shadowRoot) visitChildren(node);
      return;
    }
    if (skipped.has(node.tagName) || node.hasAttribute('data-claimcheck-overlay')) return;
    const role = roleOf(node);
    if (role === 'action') {
      add(node, role, wordsOfAction(node));
      // The text of a button is no label of what stands beside it, but a link may wrap a control.
      if (node.querySelector('input:not([type=submit]):not([type=button]), select, textarea'))
        visitChildren(node);
      return;
    }
    if (role) {
      add(node, role, ownLabel(node, role));
      return;
    }
    if (isButtonFace(node)) {
      // AUI draws a button around a native control; only that control speaks.
      for (const inner of node.querySelectorAll('input, select, button, a[href]')) visit(inner);
      return;
    }
    if (/^H[1-6]$|^LEGEND$/.test(node.tagName) || node.getAttribute('role') === 'heading') {
      const text = plain(node.textContent ?? '');
      if (text !== '') {
        if (node.tagName !== 'LEGEND') {
          headings.push(text);
          heading = text;
        }
        words.push({ text, controlsBefore: controls.length });
      }
      if (node.querySelector('input, select, textarea')) visitChildren(node);
      return;
    }
    if (node.tagName === 'LABEL' && isChoiceLabel(node as HTMLLabelElement)) {
      for (const inner of node.querySelectorAll('input')) visit(inner);
      return;
    }
    const inline = joinedText(node);
    if (inline !== null) {
      if (inline !== '') words.push({ text: inline, controlsBefore: controls.length });
      return;
    }
    visitChildren(node);
  }

  function visitChildren(node: Node): void {
    const shadow = (node as Element).shadowRoot;
    if (shadow) {
      roots.push(shadow);
      const said = hostLabel(node as HTMLElement);
      if (said !== '') words.push({ text: said, controlsBefore: controls.length });
      for (const child of shadow.childNodes) visit(child);
    }
    for (const child of node.childNodes) visit(child);
  }

  function add(el: HTMLElement, role: ControlRole, label: string): void {
    const before: Nearby[] = [];
    for (let at = words.length - 1; at >= 0 && before.length < nearbyWords; at--) {
      const word = words[at] as Word;
      before.push({ text: word.text, controlsBetween: controls.length - word.controlsBefore });
    }
    controls.push({ el, role, names: namesOf(el), label, before, heading, index: controls.length });
  }

  if (doc.body) visitChildren(doc.body);
  return { controls, headings, roots };
}

function roleOf(el: HTMLElement): ControlRole | null {
  switch (el.tagName) {
    case 'INPUT': {
      const type = (el as HTMLInputElement).type;
      if (type === 'radio' || type === 'checkbox') return type;
      if (type === 'submit' || type === 'button' || type === 'image' || type === 'reset') return 'action';
      return type === 'hidden' || type === 'file' || type === 'password' ? null : 'text';
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
      // An AUI dropdown's face: the native select beside it is the truth.
      return el.closest('.a-dropdown-container, [class*="a-button-dropdown"]') ? null : 'action';
    default:
      return null;
  }
}

/** True for the drawn face of an AUI button or dropdown. */
function isButtonFace(el: HTMLElement): boolean {
  return el.classList.contains('a-button') || el.getAttribute('role') === 'listbox';
}

function isChoiceLabel(label: HTMLLabelElement): boolean {
  const control = label.control ?? label.querySelector('input');
  const type = (control as HTMLInputElement | null)?.type;
  return type === 'radio' || type === 'checkbox';
}

/** The whole text of an element that holds nothing but text and plain inline elements; null for any other. */
function joinedText(el: HTMLElement): string | null {
  for (const child of el.children) {
    if (
      child.shadowRoot ||
      child.children.length > 0 ||
      !/^(B|I|EM|STRONG|SPAN|SMALL|SUP|BR|U)$/.test(child.tagName)
    )
      return null;
    if (child.hasAttribute('role')) return null;
  }
  return el.shadowRoot ? null : plain(el.textContent ?? '');
}

function namesOf(el: HTMLElement): string[] {
  const host = hostOf(el);
  const found = [el.id, el.getAttribute('name'), host?.id, host?.getAttribute('name')];
  return found.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** The component that a control belongs to: the host of its shadow root, or the component it is slotted into. */
function hostOf(el: HTMLElement): HTMLElement | null {
  const root = el.getRootNode();
  if (root instanceof ShadowRoot) return root.host as HTMLElement;
  const parent = el.parentElement;
  return parent?.tagName.includes('-') ? parent : null;
}

function hostLabel(host: HTMLElement): string {
  return plain(host.getAttribute('label') ?? host.getAttribute('aria-label') ?? '');
}

function ownLabel(el: HTMLElement, role: ControlRole): string {
  const byIds = el.getAttribute('aria-labelledby');
  if (byIds !== null) {
    const root = el.getRootNode() as Document | ShadowRoot;
    const text = byIds
      .split(/\s+/)
      .map((id) => root.getElementById(id)?.textContent ?? '')
      .join(' ');
    if (plain(text) !== '') return plain(text);
  }
  const named = (el as HTMLInputElement).labels?.[0];
  if (named) {
    const text = plain(textWithoutControls(named));
    if (text !== '') return text;
  }
  const aria = plain(el.getAttribute('aria-label') ?? '');
  if (aria !== '') return aria;
  const host = hostOf(el);
  if (host) {
    const said = hostLabel(host);
    if (said !== '') return said;
    const outer =
      host.id === ''
        ? null
        : (host.getRootNode() as Document | ShadowRoot).querySelector(`label[for="${CSS.escape(host.id)}"]`);
    if (outer) return plain(outer.textContent ?? '');
  }
  if (role === 'radio' || role === 'checkbox')
    return followingText(el) || plain(host?.textContent ?? '') || plain(el.textContent ?? '');
  return '';
}

function textWithoutControls(label: HTMLElement): string {
  let text = '';
  for (const child of label.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
    else if (
      child instanceof HTMLElement &&
      !/^(SELECT|TEXTAREA|INPUT|BUTTON|SCRIPT|STYLE)$/.test(child.tagName)
    )
      text += ` ${textWithoutControls(child)}`;
  }
  return text;
}

/** The text that stands right after a radio or checkbox, up to the next control. */
function followingText(el: HTMLElement): string {
  let text = '';
  for (let next = el.nextSibling; next !== null && text.trim() === ''; next = next.nextSibling) {
    if (
      next instanceof HTMLElement &&
      (roleOf(next) || next.querySelector('input, select, textarea, button'))
    )
      break;
    text = next.textContent ?? '';
  }
  return plain(text);
}

function wordsOfAction(el: HTMLElement): string {
  const label = ownLabel(el, 'action');
  if (label !== '') return label;
  const text = plain(el.textContent ?? '');
  if (text !== '') return text;
  const beside = el.parentElement?.classList.contains('a-button-inner')
    ? plain(el.parentElement.textContent ?? '')
    : '';
  return beside || plain(el.getAttribute('value') ?? '');
}
