import type { HistoryRow } from '../domain/code-file';
import type { Collector } from './collector';
import { type Delimiter, readRecord } from './csv-record';
import { historyColumns } from './history-columns';
import { historyRow } from './history-row';
import { type Layout, repeatsHeader } from './layout';
import type { LineReader } from './line-reader';

/** Reads the lines of our own history export: strictly, since each cell is kept exactly as it stands. */
export class HistoryLines {
  private previous: HistoryRow | null = null;

  constructor(
    private readonly collector: Collector,
    private readonly file: number,
    private readonly reader: LineReader,
    private readonly layout: Layout & { readonly delimiter: Delimiter },
  ) {}

  /** Reads the record at the reader's present line and moves the reader to its end. */
  read(): void {
    const { collector, file, reader } = this;
    const { number, line } = reader;
    const cells = this.cells(line);
    if (cells?.every((cell) => cell.trim() === '')) collector.addBlank();
    else if (cells && repeatsHeader(cells, this.layout)) collector.addHeader();
    else {
      const row = cells === null ? 'The quotes on this line do not match.' : historyRow(cells, this.previous);
      if (typeof row === 'string') collector.addProblem('rejected', file, number, line, row);
      else collector.addRow(file, number, row);
      // A history of nothing but broken lines is still worth showing.
      collector.resembles = true;
      this.previous = typeof row === 'string' ? this.previous : row;
    }
  }

  /** Null where quotes are open or stray: a broken line is rejected by itself and swallows no other. */
  private cells(line: string): readonly string[] | null {
    const { reader, layout } = this;
    if (!line.includes('"')) return line.split(layout.delimiter);
    const record = readRecord(reader.text, reader.start, layout.delimiter);
    if (record === null || (record.breaks > 0 && record.cells.length !== historyColumns.length)) return null;
    reader.extend(record.end, record.breaks);
    return record.cells;
  }
}
