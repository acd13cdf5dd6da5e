import type { NamedThing, PageNames, Reading, Setting } from '../../domain/reading';
import { hostLabel, ownLabel, wordsOfAction } from '../dom/control-label';
import type { Control, PageInventory, Word } from '../dom/controls';
import { attr, textOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { closestAcross } from '../dom/shadow';
import { isShown } from '../dom/visibility';
import type { Concept, Vocabulary } from '../labels/concepts';
import { asItStands } from '../values/text';
import { optionTexts } from './locate';

/** By which of the language's words a setting is labelled. */
const conceptOf: Readonly<Record<Setting, Concept>> = {
  claimCode: 'claimCode',
  discount: 'buyerGets',
  onePerCustomer: 'onePerCustomer',
  combinability: 'combinability',
  productSelection: 'purchasedItems',
  detailPage: 'detailPage',
  appliesTo: 'appliesTo',
  minimum: 'buyerPurchases',
  tiers: 'tiers',
  start: 'startDate',
  end: 'endDate',
  trackingId: 'trackingId',
  internalDescription: 'internalDescription',
  budget: 'budget',
  maxOrderQuantity: 'maxOrderQuantity',
};

const buttons: readonly NamedThing[] = ['review', 'submit', 'create', 'manageCodes'];

/**
 * How a page calls its settings, choices and buttons. Page text is not to be trusted: what is given is
 * always one of the language's own words in the page's letters, or a label that holds nothing private.
 */
export function namesOn(
  { controls, words }: PageInventory,
  terms: Vocabulary,
  readings: Readonly<Partial<Record<Setting, Reading<unknown>>>>,
): PageNames {
  return (thing) => {
    if (buttons.includes(thing)) return buttonCalled(controls, [...terms[thing as Concept].keys()]);
    const isSetting = thing in conceptOf;
    const concept = isSetting ? conceptOf[thing as Setting] : (thing as Concept);
    const reading = readings[thing as Setting];
    const located = isSetting && reading?.kind === 'read' ? reading : null;
    const near = located ? (controls[located.target] ?? null) : null;
    // What the control was found by comes first; tiers are found by their buttons, which are no label.
    const found = located && thing !== 'tiers' ? located.evidence.label : '';
    if (found !== '' && (terms[concept].has(found) || isMereLabel(found))) {
      const text = (near && ownOf(near, found)) || textSaying(words, found, near, true);
      if (text !== '') return text;
    }
    for (const word of terms[concept].keys()) {
      const text = choiceSaying(controls, word) || textSaying(words, word, near);
      if (text !== '') return text;
    }
    return '';
  };
}

/** Neither a sentence nor anything that may be somebody's: no number, no address, no code. */
function isMereLabel(text: string): boolean {
  return text.length <= 40 && !/[\d@_/\\]|\b\w{4}-\w{6}-\w{6}\b/.test(text);
}

/** The label of a control or of the group it stands in, where it says the word. */
function ownOf(control: Control, word: string): string {
  const { el, role } = control;
  const own = asItStands(ownLabel(el, role, asIs).text, word);
  if (own !== '') return own;
  const group = closestAcross(el, 'fieldset, [role=radiogroup], [role=group]');
  return asItStands(attr(group, 'aria-label') ?? '', word);
}

/** A text of the page that says the word: the nearest before the control, else any. `explained`: more may follow. */
function textSaying(words: readonly Word[], word: string, near: Control | null, explained = false): string {
  const all =
    textsOf(words).get(word) ??
    (explained ? words.filter(({ text }) => text.length <= 80 && text.startsWith(word)) : []);
  const before = near
    ? all.filter((each) => (placeOf(words).get(each) ?? 0) < near.wordsBefore).reverse()
    : [];
  for (const { node } of [...before, ...all]) {
    const label = node instanceof HTMLElement ? hostLabel(node, asIs) : '';
    const text = asItStands(label, word) || asItStands(textOf(node), word);
    if (text !== '') return text;
  }
  return '';
}

const placeOf = oncePer(
  (words: readonly Word[]): ReadonlyMap<Word, number> => new Map(words.map((word, at) => [word, at])),
);

const textsOf = oncePer((words: readonly Word[]): ReadonlyMap<string, readonly Word[]> => {
  const byText = new Map<string, Word[]>();
  for (const word of words) {
    const same = byText.get(word.text);
    if (same) same.push(word);
    else byText.set(word.text, [word]);
  }
  return byText;
});

/** One of the page's choices that says the word: a radio, a tick box, an option. */
function choiceSaying(controls: readonly Control[], word: string): string {
  for (const control of controls) {
    const { el, role, label } = control;
    if (role === 'select') {
      const at = optionTexts(control).indexOf(word);
      if (at >= 0)
        return asItStands(el instanceof HTMLSelectElement ? (el.options[at]?.text ?? '') : word, word);
    } else if (label === word && role !== 'action') return asItStands(ownLabel(el, role, asIs).text, word);
  }
  return '';
}

function buttonCalled(controls: readonly Control[], said: readonly string[]): string {
  const button = controls.find(
    (each) => each.role === 'action' && said.includes(each.label) && isShown(each),
  );
  return button ? asItStands(wordsOfAction(button.el, asIs), button.label) : '';
}

function asIs(text: string): string {
  return text.trim();
}
