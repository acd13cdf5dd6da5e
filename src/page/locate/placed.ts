import type { Control, Word } from '../dom/controls';
import { classOf, tagOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { contains, outer } from '../dom/shadow';
import { boxInPage, boxOfText, isNothing, placeOf, sharesRow } from './boxes';
import { isAnyLabel, isBorder, labelsThat, type Plan, planOf } from './plan';
import { commonParent, type Scene } from './scene';

/**
 * Which text is which control's title by where the two are drawn: alone in a block, alone in a row, or at the
 * head of a column. A text is one control's title, and a control has one; where two would claim the same,
 * neither does.
 */
export const titlesByPlace = oncePer((scene: Scene): ReadonlyMap<Control, Word> => {
  const plan = planOf(scene);
  const claims = new Map<Control, Word | null>();
  for (const word of plan.titles) {
    const found = [inBlock(plan, word), inRow(plan, word), underHead(plan, word)].filter(
      (each) => each !== null,
    );
    const [control] = found;
    if (!control || found.some((each) => each !== control)) continue;
    claims.set(control, claims.has(control) ? null : word);
  }
  return new Map([...claims].filter((claim): claim is [Control, Word] => claim[1] !== null));
});

/**
 * Whether a text that stands before a control in the page's order is drawn as the title of something else:
 * of another field in its block or row, or as one of several titles in a list.
 */
export function belongsElsewhere(scene: Scene, word: Word, control: Control): boolean {
  const plan = planOf(scene);
  if (!plan.isSmall) return false;
  const placed = titlesByPlace(scene).get(control);
  if (placed === word) return false;
  if (placed && placed.node !== word.node) return true;
  const others = plan.fields.filter((each) => each !== control && isLike(each, control));
  const block = blockOf(word, others);
  if (block && !contains(block, control.el)) return true;
  return (
    hasOwnInside(plan, word, control) ||
    isListed(plan, word, control) ||
    isAside(word, control, others) ||
    comesAfter(plan, word, control)
  );
}

/** Whether two controls may be taken for each other: what is typed or picked from a list, or what is ticked. */
function isLike(one: Control, two: Control): boolean {
  const isTick = ({ role }: Control) => role === 'radio' || role === 'checkbox';
  return isTick(one) === isTick(two);
}

/** The smallest block around a text that holds one of these fields. */
function blockOf(word: Word, fields: readonly Control[]): Node | null {
  let best: Node | null = null;
  for (const { el } of fields) {
    const block = commonParent(word.node, el);
    if (!best || (block !== best && contains(best, block))) best = block;
  }
  return best;
}

/** The first of fields that follow each other; null where something else stands among them. */
function firstOfOne(plan: Plan, fields: readonly Control[]): Control | null {
  const [first] = fields;
  const together = fields.every((each, at) => each.field === (first?.field ?? 0) + at);
  const isAmong = ({ field }: Word) =>
    first !== undefined && field > first.field && field < first.field + fields.length;
  const isApart = isAnyLabel(plan, isAmong) || plan.borders.some((each) => isAmong(each) && isBorder(each));
  return first && together && !isApart ? first : null;
}

/** A text that is the only one in a block with fields that belong together. */
function inBlock(plan: Plan, word: Word): Control | null {
  const block = blockOf(word, plan.fields);
  if (!block) return null;
  const texts = labelsThat(plan, ({ node }) => contains(block, node));
  if (texts.length !== 1) return null;
  return firstOfOne(
    plan,
    plan.fields.filter(({ el }) => contains(block, el)),
  );
}

/** A text that is the only one in its row. */
function inRow(plan: Plan, word: Word): Control | null {
  const box = boxOfText(word);
  const inIt = (other: DOMRect) => sharesRow(box, other);
  if (isAnyLabel(plan, (each) => each !== word && inIt(boxOfText(each)))) return null;
  const first = firstOfOne(
    plan,
    plan.fields.filter((each) => inIt(placeOf(each))),
  );
  return first && word.field > first.field && mayBeTheNexts(plan, word, first) ? null : first;
}

/** A text behind a field may be the title of the next one: where that has no other, or the field itself has one above it. */
function mayBeTheNexts(plan: Plan, word: Word, first: Control): boolean {
  const next = plan.fields.find(({ field }) => field >= word.field);
  const isTitled = (other: Control) =>
    other.label !== '' ||
    isAnyLabel(
      plan,
      (each) => each !== word && (each.field === other.field || sharesRow(boxOfText(each), placeOf(other))),
    );
  if (next && !isTitled(next)) return true;
  const above = plan.labels.findLast((each) => each.field === first.field && plan.isThere(each));
  if (!above || boxOfText(above).bottom > placeOf(first).top + 4) return false;
  return !plan.fields.some((each) => sharesRow(boxOfText(above), placeOf(each)));
}

/** A text that stands at the head of a column, with one row of fields below it. */
function underHead(plan: Plan, word: Word): Control | null {
  const box = boxOfText(word);
  const heads = labelsThat(plan, (each) => sharesRow(box, boxOfText(each)));
  if (heads.length < 2) return null;
  const spans = heads.map((each) => boxOfCell(each, cellOf(each, heads)));
  const mine = spans[heads.indexOf(word)] as DOMRect;
  // A head stands apart from what is typed.
  const cell = cellOf(word, heads);
  if (plan.fields.some((each) => isTyped(each) && contains(cell, each.el))) return null;
  // Columns lie beside each other.
  if (
    spans.some(
      (each) => each !== mine && Math.min(each.right, mine.right) - Math.max(each.left, mine.left) > 2,
    )
  )
    return null;
  const isUnder = (span: DOMRect, control: Control) => {
    const { left, right, top } = placeOf(control);
    return top >= box.bottom - 4 && left >= span.left - 4 && left < span.right && right > span.left;
  };
  const below = plan.fields.filter((each) => placeOf(each).top >= box.bottom - 4);
  const next = below.reduce((least, each) => Math.min(least, placeOf(each).top), Number.POSITIVE_INFINITY);
  const row = below.filter((each) => placeOf(each).top < next + 24);
  // Titles of their own in the row make heads of nothing.
  if (isAnyLabel(plan, (each) => row.some((field) => sharesRow(boxOfText(each), placeOf(field)))))
    return null;
  // Nothing may stand between a head and its row, and every field of the row below one of the heads.
  const isBetween = (each: Word) => boxOfText(each).top >= box.bottom && boxOfText(each).bottom <= next;
  if (isAnyLabel(plan, isBetween) || plan.headings.some(isBetween)) return null;
  if (!row.every((each) => spans.some((span) => isUnder(span, each)))) return null;
  const under = row.filter((each) => isUnder(mine, each));
  const isMore = (each: Control) => !row.includes(each) && each.label === '' && isUnder(mine, each);
  return below.some((each) => isMore(each) && !isTitledBelow(plan, mine, next, each))
    ? null
    : firstOfOne(plan, under);
}

/** Whether a field farther down has a title, in its row or in the column above it: else the head may be its as well. */
function isTitledBelow(plan: Plan, span: DOMRect, rowTop: number, field: Control): boolean {
  const isTitle = (each: Word) => {
    const box = boxOfText(each);
    if (sharesRow(box, placeOf(field))) return true;
    const isInColumn = box.left < span.right && box.right > span.left;
    return isInColumn && box.top >= rowTop && box.top < placeOf(field).bottom;
  };
  return isAnyLabel(plan, isTitle) || plan.headings.some(isTitle);
}

/** The cell that a head stands in, among those beside it. */
function cellOf(word: Word, heads: readonly Word[]): Node {
  const other = heads.find((each) => each !== word) as Word;
  return childIn(commonParent(word.node, other.node), word.node) ?? word.node;
}

function boxOfCell(word: Word, cell: Node): DOMRect {
  return cell instanceof Element ? boxInPage(cell) : boxOfText(word);
}

/** Whether the smallest block around a control that holds a title holds another one than this. */
function hasOwnInside(plan: Plan, word: Word, control: Control): boolean {
  const reach = commonParent(word.node, control.el);
  return plan.titles.some(({ node }) => {
    const block = commonParent(node, control.el);
    return block !== reach && contains(reach, block);
  });
}

/** One of several titles that stand together, with their controls somewhere else. */
function isListed(plan: Plan, word: Word, control: Control): boolean {
  const at = plan.labels.indexOf(word);
  const before = at < 1 ? undefined : plan.labels.slice(0, at).findLast(plan.isThere);
  if (!before || before.field !== word.field) return false;
  const around = commonParent(before.node, word.node);
  const [one, two] = [childIn(around, before.node), childIn(around, word.node)];
  const peers = one && two && tagOf(one) === tagOf(two) && classOf(one) === classOf(two);
  return Boolean(peers && one !== two && contains(commonParent(word.node, control.el), before.node));
}

/** Drawn to the far side of a control, or in a row with another one. */
function isAside(word: Word, control: Control, others: readonly Control[]): boolean {
  const [text, field] = [boxOfText(word), placeOf(control)];
  if (isNothing(text) || isNothing(field)) return false;
  const beside = sharesRow(text, field);
  // Drawn in the middle of a cell it stands at any line of it.
  const cell = childIn(commonParent(word.node, control.el), control.el) ?? control.el;
  const apart = others.filter(({ el }) => !contains(cell, el));
  if (!beside && apart.some((each) => sharesRow(text, placeOf(each)))) return true;
  const isRightToLeft = getComputedStyle(control.el).direction === 'rtl';
  const behind = isRightToLeft ? text.right <= field.left : text.left >= field.right;
  return (behind && !beside) || text.top >= field.bottom;
}

/** In a part of the page that begins with a field and ends with a text, titles come after their fields. */
function comesAfter(plan: Plan, word: Word, control: Control): boolean {
  const block = commonParent(word.node, control.el);
  const inside = plan.fields.filter(
    (each) => isLike(each, control) && isTyped(each) && contains(block, each.el),
  );
  const texts = labelsThat(plan, ({ node }) => contains(block, node));
  const [first, last] = [inside[0], inside.at(-1)];
  const [head, tail] = [texts[0], texts.at(-1)];
  return Boolean(first && last && head && tail && head.field > first.field && tail.field > last.field);
}

function isTyped({ role }: Control): boolean {
  return role === 'text' || role === 'select';
}

function childIn(parent: Node, inner: Node): Element | null {
  let node: Node | null = inner;
  while (node && outer(node) !== parent) node = outer(node);
  return node instanceof Element ? node : null;
}
