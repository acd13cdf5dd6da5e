import { type Control, homes, type PageInventory } from '../dom/controls';
import { find, parentNodeOf, parentOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { closestAcross, contains, outer } from '../dom/shadow';
import { isSaid, isShown } from '../dom/visibility';
import type { Vocabulary } from '../labels';
import { type Concept, labelConcepts } from '../labels/concepts';
import { labelMatch } from '../values/text';
import { knownAnchors } from './known-ids';
import type { Scene } from './scene';

/** Everything on the page, with its language's words. */
export function wholePage({ controls, words }: PageInventory, terms: Vocabulary): Scene {
  return { controls, words, terms, taught: new Map(), account: null };
}

/** What speaks for a container being the form. */
interface Claim {
  readonly container: Element | null;
  /** Settings of the form whose labels or known ids stand in it. */
  readonly signs: Set<string>;
  /** The same, of controls that can't be seen. */
  readonly hidden: Set<string>;
  /** Settings named in it, also those whose controls can't be found there. */
  readonly named: Set<string>;
  /** Controls that hold a value and can be seen; of tick boxes only as many as a form of settings has. */
  fields: number;
  ticks: number;
}

/** More tick boxes than this are a list of things to choose from, not settings. */
const mostTicks = 4;

/**
 * The promotion form alone. A page may hold other forms and dialogs that use the same words: the one
 * with clearly the most of them is the form, with what is nested in it or around it. One that comes near
 * it, holds more fields, or names more settings though their controls haven't come yet, is a rival: then
 * nothing can be told (null).
 */
export function* formInParts(scene: Scene): Generator<void, Scene | null> {
  const claims = new Map<Element | null, Claim>();
  const concepts = conceptsOf(scene.terms);
  function claimOf(container: Element | null): Claim {
    const claim = claims.get(container) ?? {
      container,
      signs: new Set(),
      hidden: new Set(),
      named: new Set(),
      fields: 0,
      ticks: 0,
    };
    claims.set(container, claim);
    return claim;
  }
  for (const [at, control] of scene.controls.entries()) {
    if (at % 100 === 99) yield;
    const claim = claimOf(control.home);
    if (control.role === 'action') continue;
    const isTick = control.role === 'checkbox';
    const found = signs(scene, control);
    // One more of many tick boxes that says nothing changes nothing; whether it is shown is slow to tell.
    if (isTick && claim.ticks >= mostTicks && found.length === 0) continue;
    if (!isShown(control)) {
      for (const sign of found) claim.hidden.add(sign);
      continue;
    }
    if (!isTick || claim.ticks++ < mostTicks) claim.fields++;
    for (const sign of found) {
      claim.signs.add(sign);
      claim.named.add(sign);
    }
  }
  for (const { text, node } of scene.words) {
    const concept = concepts.get(text);
    if (!concept || !isSaid(node)) continue;
    const around = node instanceof Element ? node : (parentOf(node) ?? outer(outer(node) as Node));
    claimOf(around instanceof Element ? closestAcross(around, homes) : null).named.add(concept);
  }
  const [best, ...rest] = [...claims.values()].sort((a, b) => b.signs.size - a.signs.size);
  if (!best) return scene;
  const steps = stepsOf(best, rest);
  const others = rest.filter((each) => !steps.includes(each));
  if (others.some(({ fields, named }) => fields > best.fields || named.size > best.named.size)) return null;
  // One of few settings, with more to fill in elsewhere: the form may be there, in words we don't know.
  const elsewhere = others.reduce((sum, { container, fields }) => sum + (isForm(container) ? fields : 0), 0);
  if (best.signs.size <= fewSigns && elsewhere > best.fields) return null;
  const near = others.filter(({ signs }) => signs.size * 2 > best.signs.size);
  if (near.some((other) => !isPartOf(other, best))) return null;
  const parts = [best, ...steps, ...near].map(({ container }) => container);
  const controls = scene.controls.filter((control) => parts.includes(control.home));
  return { ...scene, controls, beyond: scene.controls.filter(({ home }) => !parts.includes(home)) };
}

/** So few settings may be a filter's or a dialog's. */
const fewSigns = 4;

/** So many settings make a step of a form; fewer may be a filter beside it. */
const stepSigns = 3;

function isHeaded({ container }: Claim): boolean {
  return container !== null && find(container, 'h1, h2, h3, h4, legend, [role=heading]') !== null;
}

/** Two dates alone, as a filter has them. */
function isPeriod(signs: ReadonlySet<string>): boolean {
  return [...signs].every((sign) => /^(?:start|end)(?:Date|TimeNative)$/.test(sign));
}

function isForm(el: Element | null): el is HTMLFormElement {
  return el instanceof HTMLFormElement;
}

/** The forms beside the best one that hold its other settings: a form in steps, one `form` for each. */
function stepsOf(best: Claim, others: readonly Claim[]): readonly Claim[] {
  const steps: Claim[] = [];
  const parent = isForm(best.container) ? parentNodeOf(best.container) : null;
  for (const other of others) {
    const { container, signs } = other;
    if (!parent || !isForm(container) || parentNodeOf(container) !== parent) continue;
    // A step says which it is; a look-alike beside the form may be in a language that this form is not.
    if (!isHeaded(best) || !isHeaded(other)) continue;
    const isNew = [best, ...steps].every((each) =>
      [...signs].every((sign) => !each.hidden.has(sign) && !each.signs.has(sign)),
    );
    const isEnough = signs.size >= stepSigns || (signs.size === stepSigns - 1 && !isPeriod(signs));
    if (isEnough && best.signs.size >= stepSigns && isNew) steps.push(other);
  }
  return steps;
}

/** One inside the other, and saying different things. */
function isPartOf(one: Claim, other: Claim): boolean {
  if ([...one.signs].some((sign) => other.signs.has(sign))) return false;
  const [inner, outer] = [one.container, other.container];
  return inner !== null && outer !== null && (contains(outer, inner) || contains(inner, outer));
}

/** What labels name, and what a field may be called where it stands alone. */
const settings: readonly Concept[] = [...labelConcepts, 'atLeastQuantity', 'percentOff'];

/** Which setting each label names. */
const conceptsOf = oncePer(
  (terms: Vocabulary): ReadonlyMap<string, Concept> =>
    new Map(settings.flatMap((concept) => [...terms[concept].keys()].map((word) => [word, concept]))),
);

/** Settings that a text names, also with an explanation behind it. A page says the same at every look. */
const conceptSaid = oncePer((terms: Vocabulary) => {
  const known = new Map<string, Concept | null>();
  return (text: string): Concept | null => {
    let found = known.get(text);
    if (found === undefined) {
      const exact = conceptsOf(terms).get(text);
      found = exact ?? settings.find((each) => labelMatch(text, terms[each]) > 0) ?? null;
      if (known.size >= mostKept) known.clear();
      known.set(text, found);
    }
    return found;
  };
});

const mostKept = 5000;

function signs({ words, terms }: Scene, control: Control): string[] {
  const before = words[control.wordsBefore - 1]?.text ?? '';
  const labels = [control.label, before].filter((text) => text !== '');
  return [
    ...control.names.filter((name) => knownAnchors.includes(name)),
    ...labels.flatMap((text) => conceptSaid(terms)(text) ?? []),
  ];
}
