import { type Delimiter, readRecord, splitLine, unquote } from '../csv/csv-record';
import { LineReader } from '../csv/line-reader';
import { historyName } from '../history/history-columns';
import { isCodeHeader } from './header-words';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
/** A header stands among the first lines. */
const linesLookedAt = 5;

interface Table {
  readonly delimiter: Delimiter;
  readonly columns: number;
}

/**
 * The text with its lines taken out of the one column in which a spreadsheet put them: where the system's list separator
 * is another, it opens a table as a single column, and saves each line as one quoted cell. Any other text comes back
 * as it is.
 */
export function outOfOneColumn(text: string): string {
  if (!/^"/m.test(text)) return text;
  const table = tableOf(text);
  if (table === null) return text;
  const reader = new LineReader(text);
  let result = '';
  let taken = 0;
  while (reader.advance()) {
    const { start } = reader;
    if (!reader.line.includes('"')) continue;
    const record = readRecord(text, start, table.delimiter);
    if (record !== null && record.cells.length >= table.columns) {
      // What begins with quotes further down in one of its cells is no line.
      reader.extend(record.end, record.breaks);
      continue;
    }
    const whole = text[start] === '"' ? wholeLine(text, start) : null;
    if (whole === null || splitLine(whole.inner, table.delimiter).length < table.columns) continue;
    result += text.slice(taken, start) + whole.inner;
    taken = whole.end;
    reader.extend(whole.end, 0);
  }
  return result + text.slice(taken);
}

/** How the lines are arranged within their cells, by the header; null where none is found. */
function tableOf(text: string): Table | null {
  const reader = new LineReader(text);
  for (let n = 0; n < linesLookedAt && reader.advance(); n++) {
    const { line, start } = reader;
    const inner = (line.startsWith('"') ? wholeLine(text, start)?.inner : line) ?? line;
    for (const delimiter of delimiters) {
      const cells = splitLine(inner, delimiter);
      const isHeader = cells.some((cell) => isCodeHeader(unquote(cell)) || historyName(cell) === 'code');
      if (cells.length > 1 && isHeader) return { delimiter, columns: cells.length };
    }
  }
  return null;
}

/** What the line's only cell holds, and where the line ends; null where there are more cells, or no sense in the quotes. */
function wholeLine(text: string, start: number): { inner: string; end: number } | null {
  for (const delimiter of delimiters) {
    const record = readRecord(text, start, delimiter);
    if (record === null) continue;
    const [inner = '', ...others] = record.cells;
    return others.every((cell) => cell.trim() === '') ? { inner, end: record.end } : null;
  }
  return null;
}
