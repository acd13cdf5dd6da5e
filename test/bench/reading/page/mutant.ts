import { shadowOf } from '../../../../src/page/dom/shadow.ts';
import type { Language } from '../../../../src/page/labels/index.ts';
import { places, type Setting, settings, type Truth } from './base.ts';
import type { Random } from './random.ts';

/** A page being changed, and what stays true of it. */
export interface Mutant {
  readonly random: Random;
  readonly language: Language;
  /** The form. */
  readonly root: HTMLElement;
  /** Each setting's controls; they keep their meaning whatever becomes of their ids. */
  readonly controls: Map<Setting, Element[]>;
  /** A setting set to null can't be seen any more: whatever is read of it is wrong. */
  readonly truth: Truth;
}

/** One kind of change a site makes. */
export type Mutation = (mutant: Mutant) => void;

/** The page as it stands, as a mutant with no change yet. */
export function begin(random: Random, language: Language, truth: Truth): Mutant {
  const root = document.querySelector('form') as HTMLElement;
  const controls = new Map<Setting, Element[]>(
    settings.map((setting) => [
      setting,
      [...root.querySelectorAll(places[setting])].flatMap((el) => [el, ...faceOf(el)]),
    ]),
  );
  return { random, language, root, controls, truth };
}

/** What is drawn over a native select: a part of the control that the seller sees. */
function faceOf(el: Element): Element[] {
  return [...(el.closest('.a-dropdown-container')?.querySelectorAll('[role=button]') ?? [])];
}

/** The block that holds a setting's label and all its controls. */
export function rowOf(controls: readonly Element[]): HTMLElement {
  const first = controls[0] as Element;
  // A drawn control is a block itself, but never its own row.
  const around = first.parentElement as HTMLElement;
  let row =
    around.closest<HTMLElement>('.a-row, tr, fieldset, div.row') ??
    around.closest<HTMLElement>('p, div') ??
    around;
  while (!controls.every((el) => row.contains(el)) && row.parentElement) row = row.parentElement;
  return row;
}

/** One setting that still can be seen, with the block it stands in; null where none is left. */
export function anySetting({
  random,
  controls,
  truth,
  root,
}: Mutant): { setting: Setting; row: HTMLElement } | null {
  const left = [...controls].filter(([setting, els]) => els[0]?.isConnected && truth[setting] !== null);
  if (left.length === 0) return null;
  const [setting, els] = random.pick(left);
  const row = rowOf(els.filter((el) => el.isConnected));
  return row.contains(root) ? null : { setting, row };
}

/** Label elements and bare label texts of the form, with their text. */
export function labelTexts({ root }: Mutant): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    if (
      text.length < 2 ||
      text.length > 60 ||
      node.parentElement?.closest('option, script, button, .a-button, [role=combobox]')
    )
      continue;
    found.push(node as Text);
  }
  return found;
}

export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

const otherTexts = ['99', '11/11/2026', 'OTHER'];

/** A clone leaves out the roots of made-up components: their inputs come along, with other values. */
function copyRoots(of: Element, copy: Element, random: Random): void {
  const made = [copy, ...copy.querySelectorAll('*')];
  for (const [at, el] of [of, ...of.querySelectorAll('*')].entries()) {
    // A closed root is seen as well: left out, there would be one control after all.
    const root = el.tagName.startsWith('X-') ? shadowOf(el) : null;
    const host = made[at];
    if (!root || !host) continue;
    const inner = host.attachShadow({ mode: 'open' });
    for (const child of root.children) {
      const twin = child.cloneNode(true) as Element;
      if (twin.matches('input')) twin.setAttribute('value', random.pick(otherTexts));
      copyRoots(child, twin, random);
      inner.append(twin);
    }
  }
}

/** What else could be chosen in a list that is drawn with its chosen option alone. */
export const otherOptions = new WeakMap<Element, readonly string[]>();

/** A copy that looks the same, with other values in it. */
export function contradiction(of: Element, random: Random): HTMLElement {
  const copy = of.cloneNode(true) as HTMLElement;
  const suffix = random.word();
  copyRoots(of, copy, random);
  for (const el of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['id', 'for'])
      if (el.hasAttribute(name)) el.setAttribute(name, el.getAttribute(name) + suffix);
    if (el.matches('input[type=radio]')) el.setAttribute('name', el.getAttribute('name') + suffix);
    else el.removeAttribute('name');
    if (el.matches('input[type=checkbox]')) el.toggleAttribute('checked');
    if (el.matches('[role=checkbox], [role=switch]'))
      el.setAttribute('aria-checked', String(el.getAttribute('aria-checked') !== 'true'));
    if (el.matches('input[type=text]')) el.setAttribute('value', random.pick(otherTexts));
  }
  for (const set of [copy.querySelectorAll('input[type=radio]'), copy.querySelectorAll('[role=radio]')]) {
    const on = random.pick([...set, null]);
    for (const radio of set) {
      if (radio.tagName === 'INPUT') radio.toggleAttribute('checked', radio === on);
      else radio.setAttribute('aria-checked', String(radio === on));
    }
  }
  for (const select of copy.querySelectorAll('select')) {
    for (const option of select.options) option.removeAttribute('selected');
    random.pick([...select.options]).setAttribute('selected', '');
  }
  // A drawn list alone says what is chosen; saying the same, the two would contradict nothing.
  const faces = copy.querySelectorAll('[role=combobox]');
  for (const [at, drawn] of of.querySelectorAll('[role=combobox]').entries()) {
    const others = otherOptions.get(drawn) ?? [];
    if (faces[at] && others.length > 0) faces[at].textContent = random.pick(others);
  }
  return copy;
}
