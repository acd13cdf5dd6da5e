import { type Said, said } from '../../domain/problem';
import { type Delimiter, readRecord, splitLine } from '../csv/csv-record';
import { LineReader } from '../csv/line-reader';
import type { Charset } from '../intake/charsets';
import { decodeText } from '../intake/decode-text';
import { looksLikeZip } from '../intake/file-kind';
import { FileProblem } from '../intake/file-problem';
import { refuseLargeFile } from '../intake/limits';
import { type Progress, startPace } from '../intake/pace';
import { refuseWebPage } from '../intake/web-page';
import { refuseSealed } from '../sealed/sealed-file';
import { type ColumnGuess, guessColumns } from './guess-columns';
import { isListHeader } from './people-words';

/** One row of a list, its cells exactly as they came. */
export interface ListRow {
  /** Its first line in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is odd about it, as a clause; null for nothing. */
  readonly odd: Said | null;
}

/** A list of people as it was read. A final line break makes no line. */
export interface PeopleList {
  readonly name: string;
  /** The cells above the columns; null for a list without. */
  readonly header: readonly string[] | null;
  /** How many columns the widest row has. */
  readonly width: number;
  readonly rows: readonly ListRow[];
  /** Lines with nothing in them. */
  readonly blank: readonly number[];
  /** What the columns seem to be. */
  readonly guess: ColumnGuess;
  /** The character set taken where the file itself does not tell; else null. */
  readonly charset: Charset | null;
}

/** Rows of more than a list that anybody sends codes to: the file is not what the seller meant. */
export const mostRows = 200_000;

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '|'];
const separatorLine = /^\ufeff?"?sep=([\t;,|])"?$/i;
const sampleLines = 100;
const linesPerBreath = 500;

/**
 * Reads a list of people from a file: CSV, TSV or plain text in any character set. `wanted`: the set, where the file
 * does not tell its own. Throws FileProblem for one that can't be such a list.
 */
export async function readPeopleFile(
  name: string,
  bytes: Uint8Array,
  onProgress?: Progress,
  wanted?: Charset,
): Promise<PeopleList> {
  refuseLargeFile(name, bytes.length);
  refuseSealed(name, bytes);
  if (looksLikeZip(bytes)) throw new FileProblem('not-text', said('problemListZip', { file: name }));
  const { text, charset } = decodeText(name, bytes, () => false, wanted);
  return readList(name, text, charset, onProgress);
}

/** Reads a list of people from pasted text; addresses on one line, as mail programs write them, too. */
export async function readPastedPeople(
  name: string,
  text: string,
  onProgress?: Progress,
): Promise<PeopleList> {
  refuseLargeFile(name, text.length);
  return readList(name, onLines(text), null, onProgress);
}

async function readList(
  name: string,
  text: string,
  charset: Charset | null,
  onProgress?: Progress,
): Promise<PeopleList> {
  refuseWebPage(name, text);
  const { delimiter, told } = delimiterOf(text);
  const reader = new LineReader(text);
  const breathe = startPace();
  const rows: ListRow[] = [];
  const blank: number[] = [];
  let header: string[] | null | undefined;
  if (told) reader.advance();
  for (let count = 1; reader.advance(); count++) {
    const line = reader.number;
    const { cells, odd } = rowAt(reader, delimiter);
    if (cells.every((cell) => cell.trim() === '')) blank.push(line);
    else if (header === undefined && isHeaderRow(cells)) header = cells;
    else {
      header ??= null;
      rows.push({ line, cells, odd });
    }
    if (rows.length > mostRows)
      throw new FileProblem('too-large', said('problemListLong', { file: name, most: mostRows }));
    if (count % linesPerBreath === 0 && (await breathe())) onProgress?.(reader.end, text.length);
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.length ?? 0);
  const columns = header ?? null;
  return {
    ...{ name, header: columns, width, blank, charset },
    rows: columns ? rows.map((row) => withTooMany(row, columns.length)) : rows,
    guess: guessColumns(columns, rows, width),
  };
}

/** The row of the present line, with the lines that its quoted cells run on to. */
function rowAt(reader: LineReader, delimiter: Delimiter | null): { cells: string[]; odd: Said | null } {
  if (delimiter === null) return { cells: [reader.line], odd: null };
  const record = readRecord(reader.text, reader.start, delimiter);
  if (!record) return { cells: splitLine(reader.line, delimiter), odd: said('oddQuotes') };
  reader.extend(record.end, record.breaks);
  return { cells: record.cells, odd: null };
}

function withTooMany(row: ListRow, columns: number): ListRow {
  const more = row.cells.slice(columns).some((cell) => cell.trim() !== '');
  return more && row.odd === null ? { ...row, odd: said('oddColumns') } : row;
}

/** The separator that a first line tells, else the one that cuts most lines into as many cells as the first. */
function delimiterOf(text: string): { delimiter: Delimiter | null; told: boolean } {
  const reader = new LineReader(text);
  const lines: string[] = [];
  while (lines.length < sampleLines && reader.advance())
    if (reader.line.trim() !== '') lines.push(reader.line);
  const told = separatorLine.exec(lines[0] ?? '')?.[1] as Delimiter | undefined;
  if (told) return { delimiter: told, told: true };
  let best: Delimiter | null = null;
  let most = lines.length / 2;
  for (const each of delimiters) {
    const widths = lines.map((line) => splitLine(line, each).length);
    const first = widths[0] ?? 1;
    if (first < 2) continue;
    const alike = widths.filter((width) => width === first).length;
    if (alike > most) [best, most] = [each, alike];
  }
  return { delimiter: best, told: false };
}

function isHeaderRow(cells: readonly string[]): boolean {
  return cells.some((cell) => isListHeader(cell)) && !cells.some((cell) => /\S@\S|^\s*@/.test(cell));
}

/** Addresses that stand on one line, each on a line of its own. */
function onLines(text: string): string {
  const trimmed = text.trim();
  if (/[\r\n\t]/.test(trimmed) || (trimmed.match(/@/g)?.length ?? 0) < 2) return text;
  let quoted = false;
  return Array.from(trimmed, (letter) => {
    if (letter === '"') quoted = !quoted;
    return !quoted && (letter === ',' || letter === ';') ? '\n' : letter;
  }).join('');
}
