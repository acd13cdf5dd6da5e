import type { Description, Taught, Teachable } from '../../domain/taught';
import { hostOf } from '../dom/control-label';
import type { Control, PageInventory, Word } from '../dom/controls';
import { attr, closest, elementOf, matches } from '../dom/dom';
import { contains } from '../dom/shadow';
import { cleanLabel, withoutIds } from '../labels/private-words';
import { looksLikeLabel } from './scene';

const farthest = 2;
const labels = 'label, legend, th, dt, kat-label';
/** Where the seller's own things stand in rows. */
const lists = 'td, li, [role=option], [role=row], [role=listitem]';

type Seen = Pick<PageInventory, 'controls' | 'words'>;

/** The control that a press was on: itself, what is drawn for it, or its label. `path` is the event's. */
export function controlAt({ controls }: Seen, path: readonly EventTarget[]): Control | null {
  for (const el of path) {
    if (!(el instanceof HTMLElement)) continue;
    const found = controls.find(
      (control) =>
        control.role !== 'action' &&
        (control.el === el ||
          control.face === el ||
          hostOf(control.el) === el ||
          (el instanceof HTMLLabelElement && el.control === control.el) ||
          (matches(el, '.a-dropdown-container, .a-radio, .a-checkbox') && contains(el, control.el))),
    );
    if (found) return found;
  }
  return null;
}

/**
 * Describes a control so that it can be known again. Null where nothing does: neither a lasting name nor a
 * label. What may be the seller's own is left out; `account` is a name that is.
 */
export function describe(seen: Seen, control: Control, account: string | null): Description | null {
  if (control.role === 'action') return null;
  const first = firstOf(seen, control);
  const own = control.role === 'radio' || !control.tied || closest(control.el, lists) ? '' : control.label;
  const names = control.role === 'radio' ? [attr(control.el, 'name') ?? ''] : control.names;
  const described = {
    role: control.role,
    names: [...new Set(names)].filter(lasts).slice(0, 8),
    label: cleanLabel(own, account).slice(0, 100),
    ...(own === '' ? titleOf(seen, first, account) : { before: '', place: 0 }),
  };
  return described.names.length > 0 || described.label !== '' || described.before !== '' ? described : null;
}

/** A page makes numbered names anew; those with long numbers may be somebody's. */
function lasts(name: string): boolean {
  return name !== '' && name.length <= 60 && !/autoid|\d{2}/i.test(name) && withoutIds(name) === name;
}

/** Radios are told by their first one. */
function firstOf({ controls }: Seen, control: Control): Control {
  const name = attr(control.el, 'name');
  if (control.role !== 'radio' || !name) return control;
  return controls.find((each) => each.role === 'radio' && attr(each.el, 'name') === name) ?? control;
}

/** The nearest label before a control, at most two other controls away. */
function titleOf(
  { words }: Seen,
  control: Control,
  account: string | null,
): { before: string; place: number } {
  for (let at = control.wordsBefore - 1; at >= 0; at--) {
    const word = words[at] as Word;
    const place = control.field - word.field;
    if (place > farthest) break;
    if (!looksLikeLabel(word.text) || !isLabel(word.node)) continue;
    return { before: cleanLabel(word.text, account), place };
  }
  return { before: '', place: 0 };
}

function isLabel(node: Node): boolean {
  const el = elementOf(node);
  return Boolean(closest(el, labels)) && !closest(el, `a, button, ${lists}`);
}

/** How far a control answers a description: 1 in every sign that it has, 0 in none; `named` by a name too. */
export function fit(
  seen: Seen,
  control: Control,
  wanted: Description,
  account: string | null,
): { readonly share: number; readonly named: boolean } {
  const found = control.role === wanted.role ? describe(seen, control, account) : null;
  if (!found) return { share: 0, named: false };
  const named = wanted.names.some((name) => found.names.includes(name));
  const signs = [
    ...(wanted.names.length > 0 ? [named] : []),
    ...(wanted.label !== '' ? [wanted.label === found.label] : []),
    ...(wanted.before !== '' ? [wanted.before === found.before && wanted.place === found.place] : []),
  ];
  return { share: signs.filter(Boolean).length / Math.max(1, signs.length), named };
}

/** What was shown for one page, by setting. */
export function taughtFor(
  all: readonly Taught[],
  page: string,
  language: string,
): ReadonlyMap<Teachable, Description> {
  const mine = all.filter((each) => each.page === page && each.language === language);
  return new Map(mine.map(({ setting, description }) => [setting, description]));
}
