import { codeShape, normaliseCode } from '../domain/claim-code';
import { codesInText } from '../domain/codes-in-text';
import type { Collector } from './collector';
import { readRecord, splitLine } from './csv-record';
import { judgeCells } from './judge-line';
import { type Layout, piecesOf } from './layout';
import type { LineReader } from './line-reader';

/** Longer lines are no lone code, even with blanks and quotes around it. */
const longestLoneCode = 40;

function isCode(text: string): boolean {
  return codeShape(normaliseCode(text)) === 'single-use';
}

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
    // Most lines of most files are the code alone.
    if (line.length < longestLoneCode && isCode(line)) this.addCode(line);
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
    remarks.push(
      header.some((cell) => cell.toLowerCase() === 'state')
        ? `“${name}” has a column “state”, but not exactly the columns of Claimcheck's history, so only its codes were read, not what happened to them.`
        : `In “${name}” only the column “${named}” was read.`,
    );
    return remarks;
  }

  private addCode(text: string): void {
    this.collector.addCode(this.file, this.reader.number, normaliseCode(text));
  }

  private readAcross(line: string): void {
    const pieces = piecesOf(line);
    if (pieces.length === 0 || !pieces.every(isCode)) this.readCells(line);
    else for (const piece of pieces) this.addCode(piece);
  }

  private readCells(line: string): void {
    const { collector, file } = this;
    // Taken before joining: a problem is where its record begins.
    const { number } = this.reader;
    const verdict = judgeCells(this.joinedCells(line) ?? splitLine(line, this.layout.delimiter), this.layout);
    if (verdict.kind === 'blank') collector.addBlank();
    else if (verdict.kind === 'header') collector.addHeader();
    else if (verdict.kind === 'code') {
      if (verdict.amid && this.amid++ === 0) this.firstAmid = number;
      collector.addCode(file, number, verdict.code);
    } else {
      collector.resembles ||= verdict.near;
      collector.addProblem(verdict.kind, file, number, line, verdict.reason);
    }
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
