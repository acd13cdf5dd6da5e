import type { Control, Word } from '../dom/controls';
import { closest, elementOf, find, tagOf, textOf } from '../dom/dom';
import { contains } from '../dom/shadow';
import { isSaid } from '../dom/visibility';
import { isOfAnother } from '../labels/against-words';
import { namesSetting } from '../labels/setting-words';
import { plain } from '../values/text';
import { isHeading } from './plan';
import { commonParent, fieldsOf, type Scene } from './scene';

/** So many texts before a control are looked at for the headings that it stands under. */
const mostWords = 300;
/** More words than these are a sentence and no heading. */
const longest = 10;

/**
 * The heading of a part of the form that a control stands in, where it says that the part is of another purpose: an
 * example, the next promotion, an e-mail. Bold text heads a part, and so does a plain line right above a title. What
 * stands above the whole form is its own heading.
 */
export function foreignHeading(scene: Scene, control: Control): string {
  const fields = fieldsOf(scene);
  /** The parts whose own heading was met, with its level: what stands farther up heads something before it. */
  const headed = new Map<Node, number>();
  let next = fields.indexOf(control);
  for (let at = control.wordsBefore - 1, seen = 0; at >= 0 && seen < mostWords; at--, seen++) {
    const word = scene.words[at] as Word;
    while (next > 0 && (fields[next - 1] as Control).field >= word.field) next--;
    const level = levelOf(scene, word, at);
    if (level === null || next === 0) continue;
    const part = commonParent(word.node, (fields[next] as Control).el);
    if (!contains(part, control.el) || level >= (headed.get(part) ?? noLevel)) continue;
    if (isOfAnother(word.text) && isSaid(word.node)) return word.text;
    if (level <= bold) headed.set(part, level);
  }
  return '';
}

const bold = 7;
const line = 8;
const noLevel = 9;

/** How high a heading a text is; null for none. */
function levelOf(scene: Scene, word: Word, at: number): number | null {
  const { node, text, field } = word;
  if (text.split(' ').length > longest || namesSetting(scene, text)) return null;
  const el = elementOf(node);
  const head = closest(el, 'h1, h2, h3, h4, h5, h6');
  if (head) return Number(tagOf(head).slice(1));
  if (isHeading(node)) return 6;
  if (isBold(word)) return bold;
  const after = scene.words[at + 1];
  return after?.field === field && namesSetting(scene, after.text) ? line : null;
}

/** Whether all of a text is bold by its tag. */
export function isBold({ node, text }: Word): boolean {
  const el = elementOf(node);
  const strong = closest(el, 'b, strong') ?? find(el, 'b, strong');
  return strong !== null && plain(textOf(strong)) === text;
}
