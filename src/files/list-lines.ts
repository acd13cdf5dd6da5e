import { normaliseCode } from '../domain/claim-code';
import { codesInText } from '../domain/codes-in-text';
import type { Collector } from './collector';
import { readRecord, splitLine, unquote } from './csv-record';
import { judgeCells } from './judge-line';
import { isCode, type Layout, piecesOf } from './layout';
import type { LineReader } from './line-reader';
import { toldState } from './state-words';

/** Longer lines are no lone code, even with blanks and quotes around it. */
const longestLoneCode = 40;

/** Reads the lines of a list of codes: plain, in columns, or written across. */
export class ListLines {
  private amid = 0;
  private firstAmid = 0;

  constructor(
    private readonly collector: Collector,
    private readonly file: number,
    private readonly reader: LineReader,
    private readonly layout: Layout,
  ) {}

  /** Reads the reader's present line, or the record that a quoted cell spreads over several. */
  read(): void {
    const { line } = this.reader;
    if (this.layout.separatorTold && this.reader.number === 1) {
      this.collector.addHeader();
      return;
    }
    // Most lines of most files are the code alone.
    const plain = this.layout.states.length === 0 && line.length < longestLoneCode;
    if (plain && isCode(line, this.layout.bare)) this.addCode(line);
    else if (this.layout.across) this.readAcross(line);
    else this.readCells(line);
  }

  /** Things to say about the text as a whole; `name` is its name. */
  remarks(name: string): string[] {
    const { header, column, delimiter } = this.layout;
    const remarks: string[] = [];
    if (this.amid > 0) {
      const lines = this.amid === 1 ? '1 line' : `${new Intl.NumberFormat().format(this.amid)} lines`;
      remarks.push(
        `“${name}” has other words beside the code on ${lines}, first on line ${this.firstAmid}; only the code was taken.`,
      );
    }
    if (delimiter === null || header === null || header.length < 2) return remarks;
    const named = column === null ? '' : (header[column] ?? '');
    const states = this.layout.states.map((each) => `“${header[each]}”`).join(', ');
    remarks.push(
      states === ''
        ? `In “${name}” only the column “${named}” was read.`
        : `“${name}” says in ${states} what became of its codes. Say below which of them count as given out.`,
    );
    return remarks;
  }

  private addCode(text: string): void {
    this.collector.addCode(this.file, this.reader.number, normaliseCode(text));
  }

  private readAcross(line: string): void {
    const pieces = piecesOf(line);
    if (pieces.length === 0 || !pieces.every((piece) => isCode(piece, this.layout.bare)))
      this.readCells(line);
    else for (const piece of pieces) this.addCode(piece);
  }

  private readCells(line: string): void {
    const { collector, file } = this;
    // Taken before joining: a problem is where its record begins.
    const { number } = this.reader;
    const cells = this.joinedCells(line) ?? splitLine(line, this.layout.delimiter);
    const verdict = judgeCells(cells, this.layout);
    if (verdict.kind === 'blank') collector.addBlank();
    else if (verdict.kind === 'header') collector.addHeader();
    else if (verdict.kind === 'code') {
      if (verdict.amid && this.amid++ === 0) this.firstAmid = number;
      collector.addCode(file, number, verdict.code);
      if (this.layout.states.length > 0) collector.tellState(toldState(this.stateCells(cells)));
    } else {
      collector.resembles ||= verdict.near;
      collector.addProblem(verdict.kind, file, number, line, verdict.reason);
    }
  }

  private stateCells(cells: readonly string[]): string[] {
    return this.layout.states.map((each) => unquote(cells[each] ?? ''));
  }

  /**
   * The cells of a record that goes on below its first line, and the reader moved to its end; null where
   * the line stands for itself. What would hold more than one code is not joined: a stray quote must
   * not swallow codes.
   */
  private joinedCells(line: string): readonly string[] | null {
    const { reader, layout } = this;
    if (layout.delimiter === null || !line.includes('"')) return null;
    const record = readRecord(reader.text, reader.start, layout.delimiter);
    if (record === null || record.breaks === 0) return null;
    if (codesInText(reader.text.slice(reader.start, record.end)).length > 1) return null;
    reader.extend(record.end, record.breaks);
    return record.cells;
  }
}
