import { codeShape, normaliseCode } from '../../domain/codes/claim-code';
import { codesInLine } from '../../domain/codes/codes-in-text';
import { type Delimiter, splitLine, unquote } from '../csv/csv-record';
import { LineReader } from '../csv/line-reader';
import { historyHeaderCells, historyName } from '../history/history-columns';
import { type StateColumn, stateColumn } from '../history/state-words';
import { isCodeHeader } from './header-words';

/** How a text arranges its codes, judged from its first lines. */
export interface Layout {
  readonly delimiter: Delimiter | null;
  /** The header line's cells; null where there is none. */
  readonly header: readonly string[] | null;
  /** The column that holds the codes: by its header, else where most codes stand; null where unknown. */
  readonly column: number | null;
  /** Other columns that may hold codes of their own, as beside “Codes left” those under “Codes sent”. */
  readonly rivals: readonly number[];
  /** Codes stand side by side, several on every line and nothing else: a separator ends a line. */
  readonly across: boolean;
  /** Our own history export. */
  readonly history: boolean;
  /** The first line only tells the separator. */
  readonly separatorTold: boolean;
  /** The columns that say what became of the codes. */
  readonly states: readonly { readonly at: number; readonly tells: StateColumn }[];
  /** Codes stand there without hyphens. */
  readonly bare: boolean;
}

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '|'];
/** A first line by which Excel tells the separator. */
const separatorLine = /^\ufeff?"?sep=([\t;,|])"?$/i;
const sampleLines = 100;
/** A line is cut to this for judging the layout: a list written across may be the whole file. */
const sampleLength = 4000;

function sample(text: string): string[] {
  const lines: string[] = [];
  const reader = new LineReader(text);
  while (lines.length < sampleLines && reader.advance()) {
    const line = text.slice(reader.start, Math.min(reader.end, reader.start + sampleLength));
    if (line.trim() !== '') lines.push(line);
  }
  return lines;
}

/** A whole text that is a code. Sixteen letters without a digit are one only where others stand without hyphens, too. */
export function isCode(text: string, bare = false): boolean {
  const code = normaliseCode(text);
  return codeShape(code) === 'single-use' && (bare || code.includes('-') || /[0-9]/.test(code));
}

function holdsCode(cells: readonly string[]): boolean {
  return cells.some((cell) => isCode(cell) || codesInLine(cell, 'adding').length > 0);
}

function cellsOf(line: string, delimiter: Delimiter | null): string[] {
  return splitLine(line, delimiter).map(unquote);
}

/** The delimiter that splits most lines. */
function commonDelimiter(lines: readonly string[]): Delimiter | null {
  const counts = delimiters.map((each) => lines.filter((line) => splitLine(line, each).length > 1).length);
  const most = Math.max(...counts);
  return most > 0 ? (delimiters[counts.indexOf(most)] ?? null) : null;
}

/** The column in which most rows have a code, with dashes where any has them; null where no row has one. */
function fullestColumn(rows: readonly (readonly string[])[]): number | null {
  const columns = [...Array(Math.max(0, ...rows.map((row) => row.length))).keys()];
  const count = (fits: (cell: string) => boolean) =>
    columns.map((column) => rows.filter((row) => fits(row[column] ?? '')).length);
  const dashed = count((cell) => cell.includes('-') && isCode(cell));
  const counts = dashed.some((each) => each > 0) ? dashed : count(isCode);
  const most = Math.max(0, ...counts);
  return most > 0 ? counts.indexOf(most) : null;
}

function sameCells(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length === header.length && cells.every((cell, index) => cell === header[index]);
}

/** True where the cells repeat the header, as when files were put one after the other. */
export function repeatsHeader(cells: readonly string[], layout: Layout): boolean {
  return layout.header !== null && sameCells(cells.map(unquote), layout.header);
}

/** The words above a column of codes, where they are words we don't know: as wide as the first row, no digits. */
function isUnknownHeader(
  first: readonly string[],
  rows: readonly (readonly string[])[],
  column: number | null,
) {
  if (column === null || first.length < 2 || rows[1]?.length !== first.length || holdsCode(first))
    return false;
  return first.every((cell) => !/\d/.test(cell)) && first[column] !== '';
}

/** The pieces of a line that is a list written across. */
export function piecesOf(line: string): string[] {
  return line
    .split(/[\s,;|]+/)
    .map(unquote)
    .filter((piece) => piece !== '');
}

function isAcross(lines: readonly string[]): boolean {
  return lines.every((line, index) => {
    const cut = line.length === sampleLength;
    const pieces = cut ? piecesOf(line).slice(0, -1) : piecesOf(line);
    return (
      pieces.every((piece) => isCode(piece)) &&
      (pieces.length > 1 || (index > 0 && index === lines.length - 1))
    );
  });
}

/** True for the cells above a history of ours, in any order, with other columns between or some of them gone. */
export function isHistoryHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map(historyName));
  const ours = historyHeaderCells.filter((name) => names.has(name));
  return names.has('code') && names.has('state') && ours.length >= fewestColumns;
}

/** A list of somebody else's may have a column `code`, one `state` and one `note`; hardly more of our names. */
const fewestColumns = 5;

/** Finds out how a text arranges its codes. */
export function findLayout(text: string): Layout {
  const sampled = sample(text);
  const told = separatorLine.exec(sampled[0]?.trim() ?? '')?.[1] as Delimiter | undefined;
  const lines = told ? sampled.slice(1) : sampled;
  const plain: Layout = {
    ...{ delimiter: null, header: null, column: null, across: false, history: false, states: [], rivals: [] },
    separatorTold: told !== undefined,
    bare: isBare(lines),
  };
  if (lines.length > 0 && !told && isAcross(lines)) return { ...plain, across: true };
  const common = told ?? commonDelimiter(lines);
  // A header counts only above the first code: below it, the word "code" is just a word.
  for (const line of lines) {
    for (const delimiter of told ? [told] : [...delimiters.filter((each) => line.includes(each)), common]) {
      const header = cellsOf(line, delimiter);
      if (isHistoryHeader(header)) return { ...plain, delimiter, header, column: null, history: true };
      const columns = [...header.keys()].filter((index) => isCodeHeader(header[index] ?? ''));
      if (columns.length > 0) {
        const fullest = fullestColumn(lines.map((each) => cellsOf(each, delimiter)));
        const column = columns.find((each) => each === fullest) ?? columns[0] ?? null;
        const states = stateColumns(header, column);
        const rivals = [...columns.filter((each) => each !== column), ...states.map(({ at }) => at)];
        return { ...plain, delimiter, header, column, states, rivals };
      }
    }
    if (holdsCode(cellsOf(line, common))) break;
  }
  const rows = lines.map((line) => cellsOf(line, common));
  const column = fullestColumn(rows);
  const first = rows[0] ?? [];
  const header = isUnknownHeader(first, rows, column) ? first : null;
  const rivals = [...(header ?? []).keys()].filter((each) => each !== column);
  return { ...plain, delimiter: common, header, column, rivals, states: stateColumns(header ?? [], column) };
}

/** The columns that say what became of codes, but for the codes' own. */
export function stateColumns(header: readonly string[], column: number | null = null): Layout['states'] {
  return header.flatMap((cell, at) => {
    const tells = at === column ? null : stateColumn(cell);
    return tells === null ? [] : [{ at, tells }];
  });
}

/** Whether codes of sixteen letters and digits stand there without hyphens, so that one of letters alone may be a code, too. */
function isBare(lines: readonly string[]): boolean {
  return lines.some((line) => /(?<![A-Z0-9-])(?=[A-Z]{0,15}[0-9])[A-Z0-9]{16}(?![A-Z0-9-])/i.test(line));
}
