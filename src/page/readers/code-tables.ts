import type { Control, Word } from '../dom/controls';
import { attr, drawnTextOf, elementOf, localNameOf, matches, nodesOf, tagOf, textOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { closestAcross, contains, outer, shadowOf } from '../dom/shadow';
import { canBeSeen, isSaid } from '../dom/visibility';
import type { Terms } from '../labels';
import { commonParent, type Scene } from '../locate/scene';
import { labelMatch, plain } from '../values/text';
import { type CodeGroup, downloadsOf, isName, linkOf, theDownload, wholeNumber } from './code-group';

/** A list of groups with heads above its columns. */
interface GroupTable {
  readonly header: Element;
  readonly heads: readonly Element[];
  readonly rows: readonly (readonly Element[])[];
}

const rowLike = 'tr, [role=row]';
const tableLike = 'table, [role=table], [role=grid], [role=treegrid]';
const cellLike = 'td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
const typed =
  'input:not([type=hidden], [type=submit], [type=button], [type=checkbox], [type=radio]), textarea';

/** The page's tables with a head called Group Name, drawn as tables, grids or mere blocks, in shadow roots too. */
export const groupTables = oncePer((scene: Scene): readonly GroupTable[] => {
  const found: GroupTable[] = [];
  for (const word of scene.words) {
    if (labelMatch(word.text, scene.terms.groupName) !== 1 || !isSaid(word.node)) continue;
    const header = headerOf(scene, word);
    if (!header || found.some((table) => table.header === header)) continue;
    const heads = cellsOf(header);
    const rows = rowsBelow(header, heads.length);
    // Labels that stand in each block again are no heads of columns.
    const isAgain = rows
      ?.flat()
      .some((row) => cellsOf(row).some((cell) => plain(shownIn(cell)) === word.text));
    if (rows && !isAgain) found.push({ header, heads, rows });
  }
  return found;
});

/** The row that a head stands in, with another head beside it and nothing to type into. */
function headerOf(scene: Scene, word: Word): Element | null {
  const el = elementOf(word.node);
  const row = el && closestAcross(el, rowLike);
  const { quantity, status, download } = scene.terms;
  const others = scene.words.filter(
    ({ text, node }) =>
      node !== word.node &&
      isSaid(node) &&
      [quantity, status, download].some((terms) => labelMatch(text, terms) === 1),
  );
  // Without rows that say so, the nearest other head tells the row.
  const around =
    row ?? others.map(({ node }) => commonParent(word.node, node)).reduce<Node | null>(nearer, null);
  if (!(around instanceof Element) || deepAll(around, typed).length > 0) return null;
  const heads = cellsOf(around);
  const mine = heads.find((cell) => contains(cell, word.node));
  const isBeside = (node: Node) => heads.some((cell) => cell !== mine && contains(cell, node));
  if (!mine || attr(mine, 'scope') === 'row') return null;
  // Alone it heads a column where every cell of its row is a head.
  const isHead = row !== null && heads.every((cell) => matches(cell, 'th, [role=columnheader]'));
  return others.some(({ node }) => isBeside(node)) || isHead ? around : null;
}

function nearer(one: Node | null, other: Node): Node {
  return one === null || (one !== other && contains(one, other)) ? other : one;
}

/** The rows below a header, each as its pieces; null where nothing below is built like it. */
function rowsBelow(header: Element, columns: number): readonly (readonly Element[])[] | null {
  const isRow = matches(header, rowLike);
  let table = isRow ? closestAcross(header, tableLike) : null;
  for (let at: Node | null = header, up = 0; !table && at && up < 3; at = outer(at), up++) {
    const around = outer(at);
    const peers = around && peersOf(around, header, isRow, columns);
    if (peers && peers.length > 0) table = around instanceof Element ? around : null;
  }
  if (!table) return isRow ? [] : null;
  const pieces = peersOf(table, header, isRow, columns);
  return joined(pieces.filter((row) => !closestAcross(row, 'tfoot') && canBeSeen(row)));
}

function peersOf(around: Node, header: Element, isRow: boolean, columns: number): Element[] {
  const all = deepAll(around, isRow ? rowLike : localNameOf(header));
  return all.filter(
    (each) =>
      each !== header &&
      !contains(each, header) &&
      !contains(header, each) &&
      (isRow || cellsOf(each).length === columns),
  );
}

/** Pieces of one row that stand in different parts of a grid, as pinned columns do. */
function joined(rows: readonly Element[]): Element[][] {
  const made: Element[][] = [];
  const byIndex = new Map<string, Element[]>();
  for (const row of rows) {
    const index = attr(row, 'aria-rowindex') ?? attr(row, 'row-index');
    const known = index === null ? undefined : byIndex.get(index);
    if (known) known.push(row);
    else {
      const pieces = [row];
      made.push(pieces);
      if (index !== null) byIndex.set(index, pieces);
    }
  }
  return made;
}

/** The groups of a table, each with what stands in its own row. */
export function groupsInTable(scene: Scene, table: GroupTable): CodeGroup[] {
  const { terms } = scene;
  const column = (names: Terms) =>
    table.heads.findIndex((head) => labelMatch(plain(shownIn(head)), names) === 1);
  const [name, quantity, status] = [column(terms.groupName), column(terms.quantity), column(terms.status)];
  const inRow = downloadsByRow(scene, table);
  const groups = table.rows.flatMap((pieces): CodeGroup[] => {
    if (pieces.some((row) => deepAll(row, typed).length > 0)) return [];
    const cells = inColumns(table, pieces);
    if (!cells) return [];
    const text = (at: number) => (at < 0 ? '' : shownIn(cells[at]));
    if (text(name) !== '' && !isName(text(name))) return [];
    const said =
      text(status) ||
      (cells.map(shownIn).find((each, at) => at !== name && terms.ready.has(plain(each))) ?? '');
    const control = theDownload(
      scene,
      pieces.flatMap((row) => inRow.get(row) ?? []),
    );
    const count = quantity < 0 ? null : wholeNumber(text(quantity));
    // A group may have no name; a row that adds up has no state.
    if (text(name) === '' && (!control || said === '')) return [];
    // A name alone is a remark: "No groups yet".
    if (!control && count === null && said === '') return [];
    const ready = control !== null && (said === '' || labelMatch(plain(said), terms.ready) > 0);
    return [
      {
        name: text(name),
        quantity: count,
        status: said,
        ready,
        downloadUrl: ready ? linkOf(control) : null,
        target: control?.index ?? null,
      },
    ];
  });
  return withoutSums(groups);
}

/** The Download controls in each row, from each outwards: rows are many. */
function downloadsByRow(scene: Scene, { rows }: GroupTable): ReadonlyMap<Node, readonly Control[]> {
  const pieces = new Set<Node>(rows.flat());
  const found = new Map<Node, Control[]>();
  for (const control of downloadsOf(scene)) {
    let at: Node | null = control.el;
    while (at && !pieces.has(at)) at = outer(at);
    if (at) found.set(at, [...(found.get(at) ?? []), control]);
  }
  return found;
}

/** A row's cells by column; null where they can't be told apart, as in a row with one cell for all. */
function inColumns({ heads }: GroupTable, pieces: readonly Element[]): (Element | undefined)[] | null {
  const cells = pieces.flatMap(cellsOf);
  const ids = heads.map((head) => attr(head, 'col-id') ?? attr(head, 'aria-colindex'));
  const idOf = (cell: Element) => attr(cell, 'col-id') ?? attr(cell, 'aria-colindex');
  if (ids.every((id) => id !== null) && cells.every((cell) => idOf(cell) !== null))
    return ids.map((id) => cells.find((cell) => idOf(cell) === id));
  const spans = (cell: Element) => (cell instanceof HTMLTableCellElement ? cell.colSpan : 1);
  if (pieces.length > 1 || [...heads, ...cells].some((cell) => spans(cell) > 1)) return null;
  return cells.length === heads.length ? cells : null;
}

const sums =
  /^(?:(?:grand |sub)?totals?|all (?:claim )?(?:code )?groups|all codes|sum|summe|gesamt|insgesamt|somme|totale|suma|total general|合計|総計|总计|總計|合计|soma|totaal|razem|łącznie|summa|totalt|toplam|المجموع|الإجمالي|कुल)\b/;

/** One row that adds up may hide another: it counts among the others of that one. */
function withoutSums(groups: readonly CodeGroup[]): CodeGroup[] {
  const left = groups.filter((group) => !isSum(group, groups));
  return left.length < groups.length ? withoutSums(left) : left;
}

/** A row that adds up the others, and is no group. */
function isSum(group: CodeGroup, all: readonly CodeGroup[]): boolean {
  if (group.target !== null) return false;
  // Nothing of none, and no state: there is no group yet.
  if (group.quantity === 0 && group.status === '') return true;
  const others = all.filter((each) => each !== group);
  const sum = others.reduce((total, each) => total + (each.quantity ?? 0), 0);
  // The last row, without a state of its own, whose number is that of all the others, whatever it is called.
  // Where no group has a state, two others add up to it hardly by chance.
  const isLast = group === all.at(-1) && (others.length > 1 || others.some(({ status }) => status !== ''));
  if (isLast && group.status === '' && sum > 0 && group.quantity === sum) return true;
  if (!sums.test(plain(group.name))) return false;
  return group.quantity === null || group.quantity === sum || /\d/.test(group.status) || group.status === '';
}

/** The cells of a row: those that say so, else its parts, in its shadow root too. */
function cellsOf(row: Element): Element[] {
  if (matches(row, rowLike)) {
    const cells = deepAll(row, cellLike);
    // Cells of a table within a cell are none of this row's.
    return cells.filter((cell) => !cells.some((other) => other !== cell && contains(other, cell)));
  }
  const own = partsOf(row);
  const shadow = shadowOf(row);
  return own.length > 0 || !shadow ? own : partsOf(shadow);
}

function partsOf(row: Node): Element[] {
  return [...nodesOf(row)].filter(
    (child): child is Element => child instanceof Element && !/^(?:TEMPLATE|STYLE)$/.test(tagOf(child)),
  );
}

function shownIn(cell: Element | undefined): string {
  if (!cell) return '';
  const text = cell instanceof HTMLElement ? drawnTextOf(cell) : textOf(cell);
  return text.replace(/\s+/g, ' ').trim();
}

/** Every element within one that a selector fits, in shadow roots too, in the page's order. */
function deepAll(within: Node, selector: string): Element[] {
  const found: Element[] = [];
  function visit(node: Node): void {
    for (const child of nodesOf(node)) {
      if (!(child instanceof Element)) continue;
      if (matches(child, selector)) found.push(child);
      const shadow = shadowOf(child);
      if (shadow) visit(shadow);
      visit(child);
    }
  }
  const shadow = within instanceof Element ? shadowOf(within) : null;
  if (shadow) visit(shadow);
  visit(within);
  return found;
}
