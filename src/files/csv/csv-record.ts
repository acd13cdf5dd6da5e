export type Delimiter = '\t' | ';' | ',' | '|';

/** One CSV record: its cells, where it ends (at a line break or the text's end), and the breaks within its cells. */
export interface CsvRecord {
  readonly cells: string[];
  readonly end: number;
  readonly breaks: number;
}

/** A quoted cell longer than this was opened by a stray quote; looking further would take ages in a large file. */
const longestCell = 1_000_000;

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at - from > longestCell) return -1;
    if (text[at + 1] !== '"') return at;
  }
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/**
 * The record that starts at `start`, by RFC 4180: a cell in quotes may hold delimiters, line breaks and
 * doubled quotes. Null where the quotes make no sense, so that a stray one never swallows the lines below.
 */
export function readRecord(text: string, start: number, delimiter: Delimiter): CsvRecord | null {
  const cells: string[] = [];
  let breaks = 0;
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return null;
      const inner = text.slice(at + 1, close);
      cells.push(inner.replaceAll('""', '"'));
      breaks += inner.match(/\r\n|\r|\n/g)?.length ?? 0;
      at = close + 1;
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && !isBreak(text[at])) at++;
      cells.push(text.slice(from, at));
    }
    if (at >= text.length || isBreak(text[at])) return { cells, end: at, breaks };
    if (text[at] !== delimiter) return null;
  }
}

/** The cells of a single line; quotes that make no sense are ordinary characters. */
export function splitLine(line: string, delimiter: Delimiter | null): string[] {
  if (delimiter === null) return [line];
  if (!line.includes('"')) return line.split(delimiter);
  return readRecord(line, 0, delimiter)?.cells ?? line.split(delimiter);
}

const quotes = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['„', '“'],
  ['«', '»'],
]);

/** A text without the blanks and the pair of quotes around it. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const close = quotes.get(trimmed.charAt(0));
  return trimmed.length > 1 && close !== undefined && trimmed.endsWith(close)
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}
