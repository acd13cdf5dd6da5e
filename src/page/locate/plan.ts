import type { Control, Word } from '../dom/controls';
import { closest, elementOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { isReachable } from '../dom/reach';
import { outer } from '../dom/shadow';
import { isSaid, isShown } from '../dom/visibility';
import { namesAmount, namesSetting } from '../labels/setting-words';
import { boxOfLetters } from './boxes';
import { fieldsOf, looksLikeLabel, type Scene, setsApart } from './scene';

/** With more fields than this, a page is a list of things; where each text stands is not asked. */
const mostFields = 400;
/** A form names a setting a few times; with more titles than this, where they stand tells nothing. */
const mostTitles = 100;
/** Of many texts between two fields, so many behind the one and before the other may be titles: the rest is a list. */
const mostBetween = 150;

/** What stands where on a page that may name a field, or part two of them. */
export interface Plan {
  readonly isSmall: boolean;
  /** Text fields and choices from lists, as far as they are drawn; radios and ticks. */
  readonly fields: readonly Control[];
  /** Texts that may be a title, by their words. */
  readonly labels: readonly Word[];
  /** Whether a text stands where a title may, and is drawn: slow to tell, so asked last. */
  readonly isThere: (word: Word) => boolean;
  /** What a part of the page is called; a part has columns of its own. */
  readonly headings: readonly Word[];
  /** Texts that make what stands before and behind them two things, by their words. */
  readonly borders: readonly Word[];
  /** Labels that name a setting, or what an amount counts. */
  readonly titles: readonly Word[];
}

export const planOf = oncePer((scene: Scene): Plan => {
  const all = fieldsOf(scene);
  const none = { fields: [], labels: [], isThere: () => false, headings: [], borders: [], titles: [] };
  if (all.length > mostFields) return { isSmall: false, ...none };
  const words = nearFields(scene.words);
  const namesOne = new Set(words.filter(({ text }) => namesSetting(scene, text) || namesAmount(scene, text)));
  const parts = new Set<Node | null>(all.map(({ home }) => home));
  const isThere = oncePer(
    (word: Word) =>
      (namesOne.has(word) || !isHeading(word.node)) &&
      !isInChoice(word.node) &&
      isWithin(parts, word.node) &&
      isDrawn(word),
  );
  const labels = words.filter((word) => namesOne.has(word) || looksLikeLabel(word.text));
  const titles = labels.filter((word) => namesOne.has(word) && isThere(word));
  return {
    isSmall: true,
    fields: all.filter(isShown),
    labels,
    isThere,
    headings: words.filter((word) => isHeading(word.node) && !namesOne.has(word) && isDrawn(word)),
    borders: words.filter(({ text }) => setsApart(text)),
    titles: titles.length > mostTitles ? [] : titles,
  };
});

/** The texts of a page, without the midst of long lists. */
function nearFields(words: readonly Word[]): readonly Word[] {
  const near: Word[] = [];
  for (let from = 0, end = 0; from < words.length; from = end) {
    while (end < words.length && words[end]?.field === words[from]?.field) end++;
    if (end - from <= 2 * mostBetween) near.push(...words.slice(from, end));
    else near.push(...words.slice(from, from + mostBetween), ...words.slice(end - mostBetween, end));
  }
  return near;
}

/** The labels of which this is true. */
export function labelsThat(plan: Plan, fit: (word: Word) => boolean): readonly Word[] {
  return plan.labels.filter((word) => fit(word) && plan.isThere(word));
}

export function isAnyLabel(plan: Plan, fits: (word: Word) => boolean): boolean {
  return plan.labels.some((word) => fits(word) && plan.isThere(word));
}

/** Whether one of `borders` is seen, and is no name of a choice. */
export function isBorder({ node }: Word): boolean {
  return !isInChoice(node) && isSaid(node);
}

/** What is drawn beside the form, in another part of the page, is no title of it. */
function isWithin(parts: ReadonlySet<Node | null>, node: Node): boolean {
  let at: Node | null = node;
  while (at && !parts.has(at)) at = outer(at);
  return parts.has(at);
}

function isDrawn(word: Word): boolean {
  const el = elementOf(word.node);
  return isSaid(word.node) && (!el || isReachable(el, boxOfLetters(word)));
}

/** Whether a text heads a part of the page. */
export function isHeading(node: Node): boolean {
  const el = elementOf(node);
  return closest(el, 'h1, h2, h3, h4, h5, h6, legend, caption, summary, [role=heading]') != null;
}

/** The name of a radio or a tick is its own. */
function isInChoice(node: Node): boolean {
  const el = elementOf(node);
  const label = closest<HTMLLabelElement>(el, 'label');
  const type = (label?.control as HTMLInputElement | null | undefined)?.type;
  return type === 'radio' || type === 'checkbox';
}
