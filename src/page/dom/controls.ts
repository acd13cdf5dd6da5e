import { partsOf } from '../labels/name-in';
import { plain } from '../values/text';
import { hostLabel, namesOf, ownLabel, wordsOfAction } from './control-label';
import { forgetLabels } from './control-labels';
import { type ControlRole, roleOf } from './control-role';
import {
  attr,
  bodyOf,
  childrenOf,
  drawnTextOf,
  find,
  findAll,
  hasAttr,
  hasClass,
  holds,
  holdsTwo,
  isDrawn,
  lastOf,
  openRootOf,
  parentOf,
  previousOf,
  tagOf,
  textOf,
} from './dom';
import { allOf } from './in-parts';
import { isOwn } from './own';
import { closestAcross, shadowOf } from './shadow';

export type { ControlRole } from './control-role';

/** One control of the page with the words around it. */
export interface Control {
  readonly el: HTMLElement;
  readonly role: ControlRole;
  /** `id` and `name` of the control and, inside a component, of its host. */
  readonly names: readonly string[];
  /** Its own label: for, wrapping, aria, the text right after a radio or checkbox. Plain text. */
  readonly label: string;
  /** False where the label is bare text behind the control, which may as well belong to the next one. */
  readonly tied: boolean;
  /** Position among all controls of the page. */
  readonly index: number;
  /** Position among those that hold a value. */
  readonly field: number;
  /** The form or other part of the page it stands in; null for the page itself. */
  readonly home: Element | null;
  /** How many of the page's words stand before it. */
  readonly wordsBefore: number;
  /** What is drawn in its place: a styled dropdown beside its native select. */
  face: HTMLElement | null;
}

/** A run of text on the page. */
export interface Word {
  readonly text: string;
  readonly node: Node;
  /** How many controls that hold a value stand before it. */
  readonly field: number;
}

/** Everything on a page that reading needs, gathered in one walk. */
export interface PageInventory {
  readonly controls: readonly Control[];
  readonly words: readonly Word[];
  readonly headings: readonly string[];
  /** The document and every shadow root found, for those who watch for changes. */
  readonly roots: readonly (Document | ShadowRoot)[];
}

/** What sets a part of the page apart from the form in it or around it. */
export const homes = 'form, dialog, [role=dialog], [role=form], [role=search], aside, nav, header, footer';

const skipped = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG OPTION OPTGROUP IFRAME'.split(' '));

/** So many nodes are gone through before others get their turn. */
const partOf = 50;
/** A page with more controls or texts than these is read no further, and not believed. */
const mostControls = 20_000;
const mostWords = 100_000;

/** Walks a document and its shadow roots once. */
export function takeInventory(doc: Document): PageInventory {
  return allOf(inventoryInParts(doc));
}

/** The same, with a pause after each part of it. */
export function* inventoryInParts(doc: Document): Generator<void, PageInventory> {
  forgetLabels();
  const controls: Control[] = [];
  const headings: string[] = [];
  const roots: (Document | ShadowRoot)[] = [doc];
  const words: Word[] = [];
  let fields = 0;
  /** What is still to be gone through, the next one last. */
  const ahead: Node[] = [];

  function next(nodes: readonly Node[]): void {
    for (let at = nodes.length - 1; at >= 0; at--) ahead.push(nodes[at] as Node);
  }

  /** From the last to the first: a list of all that a node holds takes long to make. */
  function nextIn(parent: Node): void {
    for (let node = lastOf(parent); node; node = previousOf(node)) ahead.push(node);
  }

  function say(text: string, node: Node): void {
    if (text !== '') words.push({ text, node, field: fields });
  }

  function visit(node: Node): void {
    if (node instanceof Text) {
      const text = node.data;
      if (/\S/.test(text)) say(plain(text), node);
      return;
    }
    if (!(node instanceof HTMLElement)) return;
    if (skipped.has(tagOf(node)) || isOwn(node)) return;
    const role = roleOf(node);
    if (role) {
      if (role === 'select' && (isFaceOfLast(node) || isBehindItsFace(node))) return;
      add(node, role);
      // The text of a button is no label of what stands beside it, but a link may wrap a control.
      if (role === 'action' && find(node, 'input:not([type=submit]):not([type=button]), select'))
        visitChildren(node);
      return;
    }
    if (/^H[1-6]$|^LEGEND$/.test(tagOf(node)) || attr(node, 'role') === 'heading') {
      const text = plain(textOf(node));
      if (text !== '' && tagOf(node) !== 'LEGEND') headings.push(text);
      say(text, node);
      if (find(node, 'input, select, textarea')) visitChildren(node);
      return;
    }
    if (hasClass(node, 'a-button') && find(node, 'input, button, a[href]')) {
      // AUI draws a button around a native one; only that one speaks.
      next([...findAll(node, 'input, button, a[href]')]);
      return;
    }
    if (isPopUp(node) || isClosedList(node, controls.at(-1))) return;
    if (tagOf(node) === 'LABEL' && isChoiceLabel(node as HTMLLabelElement)) {
      next([...findAll(node, 'input')]);
      return;
    }
    if (holdsMereText(node)) {
      // What stands in a line of its own is a text of its own.
      const parts = find(node, 'br, small') ? partsOf(node) : [textOf(node)];
      for (const part of parts) say(plain(part), node);
      return;
    }
    visitChildren(node);
  }

  function visitChildren(node: HTMLElement): void {
    const shadow = shadowOf(node);
    if (shadow) {
      roots.push(shadow);
      say(hostLabel(node), node);
    }
    nextIn(node);
    if (shadow) nextIn(shadow);
  }

  function add(el: HTMLElement, role: ControlRole): void {
    const action = role === 'action';
    const label = action ? { text: wordsOfAction(el), tied: true } : ownLabel(el, role);
    controls.push({
      el,
      role,
      names: namesOf(el),
      home: closestAcross(el, homes),
      label: label.text,
      tied: label.tied,
      index: controls.length,
      field: action ? fields : fields++,
      wordsBefore: words.length,
      face: null,
    });
  }

  /** A styled dropdown beside its native select: the native one is the truth, the other what is seen of it. */
  function isFaceOfLast(el: HTMLElement): boolean {
    const last = controls.at(-1);
    if (tagOf(el) === 'SELECT' || !(last?.el instanceof HTMLSelectElement)) return false;
    if (last.wordsBefore !== words.length) return false;
    if (!standAlone(el, last.el)) return false;
    last.face ??= el;
    return true;
  }

  /** The same the other way round: a native select that isn't seen, behind a drawn one that shows one of its options. */
  function isBehindItsFace(el: HTMLElement): boolean {
    const last = controls.at(-1);
    if (!last || !(el instanceof HTMLSelectElement) || /^(?:SELECT|INPUT)$/.test(tagOf(last.el)))
      return false;
    if (last.role !== 'select' || last.wordsBefore !== words.length || isDrawn(el, visibly)) return false;
    const shown = plain(drawnTextOf(last.el));
    if (!standAlone(el, last.el) || ![...el.options].some(({ label }) => plain(label) === shown))
      return false;
    controls[controls.length - 1] = {
      ...last,
      el,
      names: [...namesOf(el), ...last.names],
      label: last.label || ownLabel(el, 'select').text,
      face: last.el,
    };
    return true;
  }

  const body = bodyOf(doc);
  if (body) visitChildren(body);
  for (let seen = 1; ahead.length > 0; seen++) {
    if (controls.length > mostControls || words.length > mostWords)
      throw new RangeError('The page holds more than can be read.');
    visit(ahead.pop() as Node);
    if (seen % partOf === 0) yield;
  }
  return { controls, words, headings, roots };
}

/**
 * The same inventory for another look at a page in which no node has changed since it was taken: what was
 * found out about its controls then (shown, disabled, chosen) is not carried over.
 */
export function lookAgain(inventory: PageInventory): PageInventory {
  return { ...inventory, controls: inventory.controls.map((control) => ({ ...control })) };
}

const visibly = { visibilityProperty: true, opacityProperty: true } as const;

/** Whether two controls are one above the other: the smallest block around them holds no other. */
function standAlone(one: HTMLElement, two: HTMLElement): boolean {
  for (let up = parentOf(one), steps = 0; up && steps < 4; up = parentOf(up), steps++)
    if (holds(up, two)) return !holdsTwo(up, 'input', 'select');
  return false;
}

/** The list that a dropdown opens: what can be chosen, not what is. */
function isPopUp(el: HTMLElement): boolean {
  const role = attr(el, 'role');
  return role === 'listbox' || (role === 'menu' && !find(el, 'input, select, textarea'));
}

/** A list without a role, behind the dropdown that opens it. */
function isClosedList(el: HTMLElement, last: Control | undefined): boolean {
  return /^[UO]L$/.test(tagOf(el)) && last?.role === 'select' && !isDrawn(el);
}

function isChoiceLabel(label: HTMLLabelElement): boolean {
  const type = (label.control as HTMLInputElement | null)?.type;
  return type === 'radio' || type === 'checkbox';
}

/** Whether an element holds nothing but text and plain inline elements. */
function holdsMereText(el: HTMLElement): boolean {
  for (const child of childrenOf(el)) {
    if (
      childrenOf(child).length > 0 ||
      !/^(B|I|EM|STRONG|SPAN|SMALL|SUP|BR|U|FONT)$/.test(tagOf(child)) ||
      openRootOf(child) ||
      hasAttr(child, 'role')
    )
      return false;
  }
  return shadowOf(el) === null;
}
