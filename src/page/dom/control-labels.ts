import { attr, byId, closest, findAll, idOf, rootOf } from './dom';

type Root = Document | ShadowRoot;

let pointing = new WeakMap<Root, ReadonlyMap<string, readonly HTMLLabelElement[]>>();

/** Another look at the page begins: labels may have come and gone. */
export function forgetLabels(): void {
  pointing = new WeakMap();
}

/**
 * The labels of a control, those around it first. A control's own `labels` goes through the whole page for each
 * control, which is a lot on a page with many.
 */
export function labelsOf(of: Element): readonly HTMLLabelElement[] {
  const around = closest<HTMLLabelElement>(of, 'label');
  const own = around && around.control === of ? [around] : [];
  const id = idOf(of);
  if (id === '') return own;
  const root = rootOf(of);
  const named = pointingIn(root).get(id);
  // Where several have the id, a label means the first.
  if (!named || byId(root, id) !== of) return own;
  return [...own, ...named.filter((label) => label !== around)];
}

function pointingIn(root: Root): ReadonlyMap<string, readonly HTMLLabelElement[]> {
  const known = pointing.get(root);
  if (known) return known;
  const made = new Map<string, HTMLLabelElement[]>();
  for (const label of findAll<HTMLLabelElement>(root, 'label[for]')) {
    const id = attr(label, 'for') ?? '';
    const same = made.get(id);
    if (same) same.push(label);
    else made.set(id, [label]);
  }
  pointing.set(root, made);
  return made;
}
