import type { HistoryRow } from '../../domain/codes/code-file';
import { type Said, said, saidCount } from '../../domain/problem';
import { Beside } from '../code-list/beside';
import type { Collector } from '../code-list/collector';
import { isHistoryHeader, type Layout, stateColumns } from '../code-list/layout';
import { type Delimiter, readRecord, splitLine, unquote } from '../csv/csv-record';
import type { LineReader } from '../csv/line-reader';
import { HistoryColumns, historyRow } from './history-row';
import { stateBeside, toldState } from './state-words';

/** A note by which an export tells of a life of the code that is over. */
const ofEarlierLife = /\bwas (?:out|noted) before\b/;

/** So many remarks on single lines are shown; the rest is counted. */
const remarksShown = 20;

/** Reads the lines of our own history export: strictly, since each cell is kept exactly as it stands. */
export class HistoryLines {
  private previous: HistoryRow | null = null;
  private columns: HistoryColumns;
  private readonly notes: { readonly line: string; readonly odd: Said }[] = [];
  private noted = 0;
  private issued = 0;
  private firstIssued = 0;
  /** Codes that are available, but out by a column of the seller's own. */
  private marked = 0;
  private firstMarked = 0;
  private readonly firstCode: number;
  private readonly beside: Beside;

  constructor(
    private readonly collector: Collector,
    private readonly file: number,
    private readonly reader: LineReader,
    private readonly layout: Layout & { readonly delimiter: Delimiter },
  ) {
    this.columns = new HistoryColumns(layout.header ?? []);
    this.firstCode = collector.count;
    const header = layout.header ?? [];
    this.beside = new Beside(
      header,
      stateColumns(header).map(({ at }) => at),
    );
  }

  /** Reads the record at the reader's present line and moves the reader to its end. */
  read(): void {
    const { collector, file, reader } = this;
    const { number, line } = reader;
    if (this.layout.separatorTold && number === 1) {
      collector.addHeader();
      return;
    }
    const cells = this.cells(line);
    if (cells?.every((cell) => cell.trim() === '')) collector.addBlank();
    else if (cells && isHistoryHeader(cells)) {
      // Of files put one after the other, each has its own order.
      this.columns = new HistoryColumns(cells);
      collector.addHeader();
    } else {
      const read = cells === null ? said('reasonQuotes') : historyRow(cells, this.columns, this.previous);
      if (!('row' in read)) collector.addProblem('rejected', file, number, line, read);
      else {
        collector.addRow(file, number, read.row);
        this.previous = read.row;
        this.readOwn(read.row, cells ?? [], number);
        for (const odd of read.oddTimes) this.note(number, odd);
        if (read.givenOut && this.issued++ === 0) this.firstIssued = number;
      }
      // A history of nothing but broken lines is still worth showing.
      collector.resembles = true;
    }
  }

  /** What the seller wrote beside a code that the export calls available: in a column of their own, or where ours is empty. */
  private readOwn({ state, note, channel }: HistoryRow, cells: readonly string[], number: number): void {
    const { collector, columns, beside } = this;
    const { own, unknown } = columns;
    const cell = (at: number) => unquote(cells[at] ?? '');
    const isOut = () => {
      const texts = own.map(({ at }) => cell(at));
      if (
        toldState(
          texts,
          own.map(({ tells }) => tells),
        ) === 'out' ||
        channel.trim() !== ''
      )
        return true;
      return note !== '' && !ofEarlierLife.test(note) && stateBeside(note) === 'out';
    };
    const isMarked = state === 'available' && isOut();
    if (isMarked) {
      collector.tellState('out');
      if (this.marked++ === 0) this.firstMarked = number;
    }
    if (unknown.length === 0) return;
    const texts = unknown.map((at): [number, string[]] => [at, [cell(at)]]);
    beside.note(collector.count - 1, number, texts, isMarked || state !== 'available');
  }

  /** Ends the text. Things to say about single lines; `name` is the text's name. */
  remarks(name: string): Said[] {
    const remarks = this.notes.map((each) => said('remarkOdd', { file: name, ...each }));
    const more = this.noted - this.notes.length;
    if (more > 0) remarks.push(saidCount('remarkOddTimes', more, { file: name }));
    if (this.issued > 0)
      remarks.push(saidCount('remarkIssued', this.issued, { file: name, line: String(this.firstIssued) }));
    const mayBeOut = this.beside.mayBeOut(this.collector.count - this.firstCode, 2);
    const [first] = mayBeOut;
    for (const { code } of mayBeOut) this.collector.tellStateOf(code, 'unclear');
    if (first) {
      const line = String(first.line);
      remarks.push(saidCount('remarkBeside', mayBeOut.length, { file: name, line }));
    }
    if (this.marked > 0 || first) this.collector.tellRest(this.firstCode);
    if (this.marked > 0)
      remarks.push(saidCount('remarkMarked', this.marked, { file: name, line: String(this.firstMarked) }));
    return remarks;
  }

  private note(line: number, odd: Said): void {
    if (this.noted++ < remarksShown) this.notes.push({ line: String(line), odd });
  }

  /** Null where quotes are open or stray: a broken line is rejected by itself and swallows no other. */
  private cells(line: string): readonly string[] | null {
    const { reader, layout } = this;
    if (!line.includes('"')) return splitLine(line, layout.delimiter);
    const record = readRecord(reader.text, reader.start, layout.delimiter);
    if (record === null || (record.breaks > 0 && record.cells.length < this.columns.fewest)) return null;
    reader.extend(record.end, record.breaks);
    return record.cells;
  }
}
