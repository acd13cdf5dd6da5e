/**
 * The members of nodes, taken from their prototypes. In a form, and in the document, a field's name stands in
 * the way of a member: after `<input name="children">` the form's own `children` is that input.
 */

/** Looked up at first use: only a page has these prototypes. */
function getter<N extends Node, V>(owner: () => object, name: string): (of: N) => V {
  let get: ((this: N) => V) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(owner(), name)?.get as (this: N) => V;
    return get.call(of);
  };
}

function method<N extends Node, A, V>(owner: () => object, name: string): (of: N, given: A) => V {
  let run: ((this: N, given: A) => V) | undefined;
  return (of, given) => {
    run ??= (owner() as Record<string, (this: N, given: A) => V>)[name] as (this: N, given: A) => V;
    return run.call(of, given);
  };
}

const node = () => Node.prototype;
const element = () => Element.prototype;
const html = () => HTMLElement.prototype;
const page = () => Document.prototype;

/** The element a node stands in; null at the top of the page and of a shadow root. */
export const parentOf = getter<Node, HTMLElement | null>(node, 'parentElement');
/** The node a node stands in, a shadow root too. */
export const parentNodeOf = getter<Node, Node | null>(node, 'parentNode');
export const nodesOf = getter<Node, NodeListOf<ChildNode>>(node, 'childNodes');
export const lastOf = getter<Node, ChildNode | null>(node, 'lastChild');
export const nextOf = getter<Node, ChildNode | null>(node, 'nextSibling');
export const previousOf = getter<Node, ChildNode | null>(node, 'previousSibling');
export const isAttached = getter<Node, boolean>(node, 'isConnected');
const content = getter<Node, string | null>(node, 'textContent');
const rooted = method<Node, undefined, Node>(node, 'getRootNode');
const placed = method<Node, Node, number>(node, 'compareDocumentPosition');
const holdsNode = method<Node, Node | null, boolean>(node, 'contains');

export const tagOf = getter<Element, string>(element, 'tagName');
export const localNameOf = getter<Element, string>(element, 'localName');
export const idOf = getter<Element, string>(element, 'id');
export const classOf = getter<Element, string>(element, 'className');
export const childrenOf = getter<Element, HTMLCollection>(element, 'children');
export const childCountOf = getter<Element, number>(element, 'childElementCount');
export const firstElementOf = getter<Element, Element | null>(element, 'firstElementChild');
export const nextElementOf = getter<Element, Element | null>(element, 'nextElementSibling');
export const previousElementOf = getter<Element, Element | null>(element, 'previousElementSibling');
/** The slot that an element is drawn in. */
export const slottedIn = getter<Element, HTMLSlotElement | null>(element, 'assignedSlot');
export const openRootOf = getter<Element, ShadowRoot | null>(element, 'shadowRoot');
export const slotOf = getter<Element, string>(element, 'slot');
const classes = getter<Element, DOMTokenList>(element, 'classList');
const attribute = method<Element, string, string | null>(element, 'getAttribute');
const attributeIs = method<Element, string, boolean>(element, 'hasAttribute');
const nearest = method<Element, string, Element | null>(element, 'closest');
const answers = method<Element, string, boolean>(element, 'matches');
const box = method<Element, undefined, DOMRect>(element, 'getBoundingClientRect');
const boxes = method<Element, undefined, DOMRectList>(element, 'getClientRects');
const drawn = method<Element, CheckVisibilityOptions | undefined, boolean>(element, 'checkVisibility');

/** What is drawn of an element's text. */
export const drawnTextOf = getter<HTMLElement, string>(html, 'innerText');
export const bodyOf = getter<Document, HTMLElement | null>(page, 'body');
export const topOf = getter<Document, HTMLElement>(page, 'documentElement');
export const scrollerOf = getter<Document, Element | null>(page, 'scrollingElement');
export const formsOf = getter<Document, HTMLCollectionOf<HTMLFormElement>>(page, 'forms');

const oneIn = [element, page, () => DocumentFragment.prototype].map((owner) =>
  method<Node, string, Element | null>(owner, 'querySelector'),
);
const allIn = [element, page, () => DocumentFragment.prototype].map((owner) =>
  method<Node, string, NodeListOf<Element>>(owner, 'querySelectorAll'),
);

function kindOf(of: Node): 0 | 1 | 2 {
  return of instanceof Element ? 0 : of instanceof Document ? 1 : 2;
}

/** The element that a node is, or stands in. */
export function elementOf(of: Node): Element | null {
  return of instanceof Element ? of : parentOf(of);
}

/** The whole text of a node, drawn or not. */
export function textOf(of: Node | null | undefined): string {
  return of ? (content(of) ?? '') : '';
}

/** The document or the shadow root a node stands in. */
export function rootOf(of: Node): Document | ShadowRoot {
  return rooted(of, undefined) as Document | ShadowRoot;
}

/** `contains` within one tree. */
export function holds(of: Node, inner: Node | null): boolean {
  return holdsNode(of, inner);
}

/** Whether a node stands before another one in the page. */
export function comesBefore(of: Node, other: Node): boolean {
  return (placed(of, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function attr(of: Element | null | undefined, name: string): string | null {
  return of ? attribute(of, name) : null;
}

export function hasAttr(of: Element, name: string): boolean {
  return attributeIs(of, name);
}

export function hasClass(of: Element | null | undefined, name: string): boolean {
  return of ? classes(of).contains(name) : false;
}

export function closest<E extends Element = HTMLElement>(
  of: Element | null | undefined,
  selector: string,
): E | null {
  return of ? (nearest(of, selector) as E | null) : null;
}

export function matches(of: Element, selector: string): boolean {
  return answers(of, selector);
}

/** `querySelector`. */
export function find<E extends Element = HTMLElement>(
  of: Node | null | undefined,
  selector: string,
): E | null {
  return of ? ((oneIn[kindOf(of)] as (typeof oneIn)[0])(of, selector) as E | null) : null;
}

/** `querySelectorAll`. */
export function findAll<E extends Element = HTMLElement>(of: Node, selector: string): NodeListOf<E> {
  return (allIn[kindOf(of)] as (typeof allIn)[0])(of, selector) as NodeListOf<E>;
}

const allCalled = method<Element, string, HTMLCollectionOf<Element>>(element, 'getElementsByTagName');

/** Whether an element holds more than one of these; looks no further than the second. */
export function holdsTwo(of: Element, ...tags: readonly string[]): boolean {
  let count = 0;
  for (const tag of tags) {
    const found = allCalled(of, tag);
    count += found.item(0) ? (found.item(1) ? 2 : 1) : 0;
  }
  return count > 1;
}

/** `getElementById`. */
export function byId(of: Document | ShadowRoot, id: string): Element | null {
  return id === '' ? null : find(of, `#${CSS.escape(id)}`);
}

export function boxOf(of: Element): DOMRect {
  return box(of, undefined);
}

export function boxesOf(of: Element): DOMRectList {
  return boxes(of, undefined);
}

const ranged = method<Document, undefined, Range>(page, 'createRange');

/** The box of all that a node holds. */
export function boxOfContents(of: Node): DOMRect {
  const range = ranged(document, undefined);
  range.selectNodeContents(of);
  return range.getBoundingClientRect();
}

const measured = {
  left: 'clientLeft',
  top: 'clientTop',
  width: 'clientWidth',
  height: 'clientHeight',
  x: 'scrollLeft',
  y: 'scrollTop',
  wholeWidth: 'scrollWidth',
  wholeHeight: 'scrollHeight',
} as const;
const measures = Object.entries(measured).map(
  ([name, member]) => [name, getter<Element, number>(element, member)] as const,
);

/** The height in which an element shows its content, and that of all of it. */
export const shownHeightOf = getter<Element, number>(element, 'clientHeight');
export const wholeHeightOf = getter<Element, number>(element, 'scrollHeight');

/** Where within an element its content is shown, how far it is scrolled, and the size of all of it. */
export function viewOf(of: Element): Readonly<Record<keyof typeof measured, number>> {
  return Object.fromEntries(measures.map(([name, get]) => [name, get(of)])) as ReturnType<typeof viewOf>;
}

/** `checkVisibility`. */
export function isDrawn(of: Element, options?: CheckVisibilityOptions): boolean {
  return drawn(of, options);
}

/** A component's tag has a dash. */
export function isComponent(of: Element | null | undefined): boolean {
  return of ? tagOf(of).includes('-') : false;
}

export const activeIn = getter<Document, Element | null>(page, 'activeElement');
export const isHidden = getter<Document, boolean>(page, 'hidden');
const readyState = getter<Document, DocumentReadyState>(page, 'readyState');

/** Whether the page is still being parsed. */
export function isLoading(of: Document): boolean {
  return readyState(of) === 'loading';
}

const made = method<Document, string, HTMLElement>(page, 'createElement');

/** `document.createElement`. */
export function make(tag: string): HTMLElement {
  return made(document, tag);
}

/** The elements drawn at a place of the window, uppermost first. */
export function elementsAt(x: number, y: number): Element[] {
  return Document.prototype.elementsFromPoint.call(document, x, y);
}
