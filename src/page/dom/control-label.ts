import { nameIn, pictureIn } from '../labels/name-in';
import { plain } from '../values/text';
import { onOrOff } from '../values/yes-no';
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
  if (tied !== '') return { text: withDrawn(el, role, tied, take), tied: true };
  if (role !== 'radio' && role !== 'checkbox') return { text: '', tied: true };
  const host = slotHost(el);
  const inside = take(nameIn(el)) || take(host ? nameIn(host) : '');
  return inside ? { text: inside, tied: true } : { text: followingText(el, take), tied: false };
}

/** A name that only screen readers hear, with what is drawn instead where that says another thing. */
function withDrawn(el: HTMLElement, role: ControlRole, name: string, take: Take): string {
  const isHeard = attr(el, 'aria-label') ?? attr(el, 'aria-labelledby');
  if (isHeard === null || (role !== 'radio' && role !== 'checkbox')) return name;
  const drawn = take(nameIn(labelsOf(el)[0] ?? el));
  const isSame = !/\p{L}/u.test(drawn) || name.includes(drawn) || drawn.includes(name);
  return isSame || onOrOff(drawn) !== null ? name : `${name} (${drawn})`;
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
  return beside || take(attr(el, 'value') ?? '') || take(attr(el, 'title') ?? '') || take(pictureIn(el));
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
