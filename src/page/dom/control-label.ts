import { nameIn } from '../labels/name-in';
import { plain } from '../values/text';
import { labelsOf } from './control-labels';
import { type ControlRole, roleOf } from './control-role';
import {
  attr,
  byId,
  find,
  hasClass,
  idOf,
  isComponent,
  nextOf,
  parentOf,
  rootOf,
  slotOf,
  textOf,
} from './dom';

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
  const byIds = attr(el, 'aria-labelledby');
  if (byIds !== null) {
    const root = rootOf(el);
    const named = byIds.split(/\s+/).flatMap((id) => byId(root, id) ?? []);
    const [first] = named;
    // Several names are one text, as where a title and its unit name a field.
    const text = take(
      named.length === 1 && first instanceof HTMLElement ? nameIn(first) : named.map(textOf).join(' '),
    );
    if (text !== '') return text;
  }
  for (const label of labelsOf(el)) {
    const text = take(nameIn(label));
    if (text !== '') return text;
  }
  const aria = take(attr(el, 'aria-label') ?? '');
  if (aria !== '') return aria;
  const host = hostOf(el);
  if (!host) return '';
  const said = hostLabel(host, take);
  if (said !== '' || idOf(host) === '') return said;
  const root = rootOf(host);
  return take(textOf(find(root, `label[for="${CSS.escape(idOf(host))}"]`)));
}

/** What a component says of itself. */
export function hostLabel(host: HTMLElement, take: Take = plain): string {
  return take(attr(host, 'label') ?? attr(host, 'aria-label') ?? '');
}

/** The component that a control belongs to: the host of its shadow root, or the component it is slotted into. */
export function hostOf(el: HTMLElement): HTMLElement | null {
  const root = rootOf(el);
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : slotHost(el);
}

function slotHost(el: HTMLElement): HTMLElement | null {
  const parent = parentOf(el);
  return isComponent(parent) && slotOf(el) !== '' ? parent : null;
}

/** `id` and `name` of a control and of its component. */
export function namesOf(el: HTMLElement): string[] {
  const host = hostOf(el);
  const found = [idOf(el), attr(el, 'name'), attr(host, 'id'), attr(host, 'name')];
  return found.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** What a button or link says. */
export function wordsOfAction(el: HTMLElement, take: Take = plain): string {
  const label = tiedLabel(el, take);
  if (label !== '') return label;
  const text = take(textOf(el));
  if (text !== '') return text;
  const beside = hasClass(parentOf(el), 'a-button-inner') ? take(textOf(parentOf(el))) : '';
  const drawn = find(el, 'img[alt], [role=img][aria-label], svg > title');
  const picture = attr(drawn, 'alt') ?? attr(drawn, 'aria-label') ?? textOf(drawn);
  return beside || take(attr(el, 'value') ?? '') || take(attr(el, 'title') ?? '') || take(picture);
}

/** The text that stands right behind a radio or checkbox, up to the next control. */
function followingText(el: HTMLElement, take: Take): string {
  let text = '';
  for (let next = nextOf(el); next !== null && text.trim() === ''; next = nextOf(next)) {
    if (
      next instanceof HTMLElement &&
      (roleOf(next) || find(next, 'input, select, textarea, button, [role]'))
    )
      break;
    text = textOf(next);
  }
  return take(text);
}
