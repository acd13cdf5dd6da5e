import type { Description, Teachable } from '../../domain/taught';
import type { Control, Word } from '../dom/controls';
import { oncePer } from '../dom/once';
import { contains, outer } from '../dom/shadow';
import type { Vocabulary } from '../labels';
import { overLetters } from '../values/text';

/** So many words make a sentence: help, no label. */
const sentence = 6;

/** What reading works on: the controls that belong to the form, the page's words, and the language's. */
export interface Scene {
  readonly controls: readonly Control[];
  /** What else stands on the page: no setting is read from it, but it may speak against one. */
  readonly beyond?: readonly Control[];
  readonly words: readonly Word[];
  readonly terms: Vocabulary;
  /** What the seller showed once, by setting. */
  readonly taught: ReadonlyMap<Teachable, Description>;
  /** The seller's own name, which no description holds. */
  readonly account: string | null;
}

/** The controls by their number, as readings name them. */
export const controlsByIndex = oncePer(
  ({ controls }: Scene): ReadonlyMap<number, Control> =>
    new Map(controls.map((control) => [control.index, control])),
);

/** The controls that hold a value, in the page's order. */
export const fieldsOf = oncePer(({ controls }: Scene): readonly Control[] =>
  controls.filter((each) => each.role !== 'action'),
);

const twoLetters = overLetters(/\p{L}{2}/u);

/** Text as short as a label that isn't a mere unit. */
export function looksLikeLabel(text: string): boolean {
  return twoLetters(text) !== null && text.length <= 40 && text.split(' ').length < sentence;
}

/** So many letters between two fields are more than "up to". */
const phrase = 15;

/** What joins two fields: "20 up to 90". */
const joins = overLetters(
  /^[^\p{L}]*(?:from|to|up to|at most|at least|and|or|through|until|bis|von|und|oder|höchstens|à|de|et|ou|jusqu'à|a|al|y|o|u|hasta|da|e|fino a|até|tot|en|of|do|i|lub|till|och|eller|ile|ve|veya|kadar|إلى|و|أو|から|まで|至|到|和|或)[^\p{L}]*$/u,
);

/** Whether a text between two fields makes them two settings: a label, or a phrase of its own. */
export function setsApart(text: string): boolean {
  if (joins(text)) return false;
  return looksLikeLabel(text) || (text.length >= phrase && twoLetters(text) !== null);
}

/**
 * The smallest element around both. A page that changes between two parts of a look takes fields away: where one of
 * them is in no common tree any more, all that is around the first.
 */
export function commonParent(one: Node, two: Node): Node {
  let node: Node = one;
  for (let up = outer(node); up && !contains(node, two); up = outer(node)) node = up;
  return node;
}
