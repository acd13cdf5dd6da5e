import { type ControlRole, roleOf } from './control-role';
import { nameIn } from './name-in';
import { plain } from './text';

/** A control's own label and where it comes from. */
export interface OwnLabel {
  readonly text: string;
  /** False for bare text that merely stands behind a radio or checkbox. */
  readonly tied: boolean;
}

/** How a text is taken from the page: for comparing, else as it stands. */
type Take = (text: string) => string;

/** The label that belongs to a control: by aria, `label`, its component, or the text right behind it. */
export function ownLabel(el: HTMLElement, role: ControlRole, take: Take = plain): OwnLabel {
  const tied = tiedLabel(el, take);
  if (tied !== '') return { text: tied, tied: true };
  if (role !== 'radio' && role !== 'checkbox') return { text: '', tied: true };
  const host = slotHost(el);
  const inside = take(nameIn(el)) || take(host ? nameIn(host) : '');
  return inside ? { text: inside, tied: true } : { text: followingText(el, take), tied: false };
}

function tiedLabel(el: HTMLElement, take: Take): string {
  const byIds = el.getAttribute('aria-labelledby');
  if (byIds !== null) {
    const root = el.getRootNode() as Document | ShadowRoot;
    const named = byIds.split(/\s+/).flatMap((id) => root.getElementById(id) ?? []);
    const [first] = named;
    // Several names are one text, as where a title and its unit name a field.
    const text = take(
      named.length === 1 && first ? nameIn(first) : named.map((each) => each.textContent).join(' '),
    );
    if (text !== '') return text;
  }
  for (const label of (el as HTMLInputElement).labels ?? []) {
    const text = take(nameIn(label));
    if (text !== '') return text;
  }
  const aria = take(el.getAttribute('aria-label') ?? '');
  if (aria !== '') return aria;
  const host = hostOf(el);
  if (!host) return '';
  const said = hostLabel(host, take);
  if (said !== '' || host.id === '') return said;
  const root = host.getRootNode() as Document | ShadowRoot;
  return take(root.querySelector(`label[for="${CSS.escape(host.id)}"]`)?.textContent ?? '');
}

/** What a component says of itself. */
export function hostLabel(host: HTMLElement, take: Take = plain): string {
  return take(host.getAttribute('label') ?? host.getAttribute('aria-label') ?? '');
}

/** The component that a control belongs to: the host of its shadow root, or the component it is slotted into. */
export function hostOf(el: HTMLElement): HTMLElement | null {
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : slotHost(el);
}

function slotHost(el: HTMLElement): HTMLElement | null {
  const parent = el.parentElement;
  return parent?.tagName.includes('-') && el.slot !== '' ? parent : null;
}

/** `id` and `name` of a control and of its component. */
export function namesOf(el: HTMLElement): string[] {
  const host = hostOf(el);
  const found = [el.id, el.getAttribute('name'), host?.id, host?.getAttribute('name')];
  return found.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** What a button or link says. */
export function wordsOfAction(el: HTMLElement, take: Take = plain): string {
  const label = tiedLabel(el, take);
  if (label !== '') return label;
  const text = take(el.textContent ?? '');
  if (text !== '') return text;
  const beside = el.parentElement?.classList.contains('a-button-inner')
    ? take(el.parentElement.textContent ?? '')
    : '';
  const drawn = el.querySelector('img[alt], [role=img][aria-label], svg > title');
  const picture = drawn?.getAttribute('alt') ?? drawn?.getAttribute('aria-label') ?? drawn?.textContent ?? '';
  return beside || take(el.getAttribute('value') ?? '') || take(el.title) || take(picture);
}

/** The text that stands right behind a radio or checkbox, up to the next control. */
function followingText(el: HTMLElement, take: Take): string {
  let text = '';
  for (let next = el.nextSibling; next !== null && text.trim() === ''; next = next.nextSibling) {
    if (
      next instanceof HTMLElement &&
      (roleOf(next) || next.querySelector('input, select, textarea, button, [role]'))
    )
      break;
    text = next.textContent ?? '';
  }
  return take(text);
}
