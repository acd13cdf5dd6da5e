import { normaliseCode } from '../../domain/codes/claim-code';
import type { ToldColumns, ToldTable } from '../../domain/codes/code-file';
import { codesInText, spotsIn } from '../../domain/codes/codes-in-text';
import { type Said, said, saidCount } from '../../domain/problem';
import { readRecord, splitLine, unquote } from '../csv/csv-record';
import type { LineReader } from '../csv/line-reader';
import { stateBeside, stateColumn, toldState } from '../history/state-words';
import { ToldPeople } from '../people/told-people';
import type { Collector } from './collector';
import { judgeCells } from './judge-line';
import { isCode, type Layout, piecesOf } from './layout';

/** Longer lines are no lone code, even with blanks and quotes around it. */
const longestLoneCode = 40;

/** As many rows show what is in which column. */
const sampleRows = 4;

/** Words beside a code that tell of it are few. */
const longestBeside = 200;

/** Reads the lines of a list of codes: plain, in columns, or written across. */
export class ListLines {
  private amid = 0;
  private firstAmid = 0;
  /** Codes that words beside or above them call given out, though no column does. */
  private spoken = 0;
  private firstSpoken = 0;
  /** The last line of words, such as “Used:”, says that the codes below it are out. */
  private outBelow = false;
  private readonly firstCode: number;
  private readonly people: ToldPeople;
  private readonly rows: string[][] = [];

  constructor(
    private readonly collector: Collector,
    private readonly file: number,
    private readonly reader: LineReader,
    private readonly layout: Layout,
    columns?: ToldColumns,
  ) {
    this.firstCode = collector.count;
    const { header, column } = layout;
    this.people = new ToldPeople(header, column, columns);
    this.outBelow = column !== null && stateColumn(header?.[column] ?? '') === 'out';
  }

  /** Reads the reader's present line, or the record that a quoted cell spreads over several. */
  read(): void {
    const { line } = this.reader;
    if (this.layout.separatorTold && this.reader.number === 1) {
      this.collector.addHeader();
      return;
    }
    // Most lines of most files are the code alone.
    const plain = this.layout.states.length === 0 && !this.people.any && line.length < longestLoneCode;
    if (plain && isCode(line, this.layout.bare)) this.addCode(line);
    else if (this.layout.across) this.readAcross(line);
    else this.readCells(line);
  }

  /** The columns and how they were read; null where codes stand in no table. */
  table(): ToldTable | null {
    const { delimiter, across, header, column } = this.layout;
    if (delimiter === null || across || !this.rows.some((row) => row.length > 1)) return null;
    return { header, codes: column, columns: this.people.columns, rows: this.rows };
  }

  /** Ends the text. Things to say about it as a whole; `name` is its name. */
  remarks(name: string): Said[] {
    const { header, column, delimiter } = this.layout;
    const remarks: Said[] = [];
    if (this.layout.states.length > 0 || this.spoken > 0) this.collector.tellRest(this.firstCode);
    if (this.spoken > 0)
      remarks.push(saidCount('remarkSpoken', this.spoken, { file: name, line: String(this.firstSpoken) }));
    if (this.amid > 0)
      remarks.push(saidCount('remarkAmid', this.amid, { file: name, line: String(this.firstAmid) }));
    if (delimiter === null || header === null || header.length < 2) return remarks;
    // What else is read of it, the preview says.
    if (this.people.any && this.layout.states.length === 0) return remarks;
    const named = column === null ? '' : (header[column] ?? '');
    const states = this.layout.states.map(({ at }) => said('remarkColumn', { column: header[at] ?? '' }));
    remarks.push(
      states.length === 0
        ? said('remarkOneColumn', { file: name, column: named })
        : said('remarkStates', { file: name, columns: { list: states } }),
    );
    return remarks;
  }

  private addCode(text: string): void {
    this.collector.addCode(this.file, this.reader.number, normaliseCode(text));
    if (this.outBelow) this.speak(this.reader.number);
  }

  private speak(line: number): void {
    this.collector.tellState('out');
    if (this.spoken++ === 0) this.firstSpoken = line;
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
      if (this.rows.length < sampleRows) this.rows.push(cells.map(unquote));
      const { states } = this.layout;
      const told = toldState(
        states.map(({ at }) => unquote(cells[at] ?? '')),
        states.map(({ tells }) => tells),
      );
      if (states.length > 0) collector.tellState(told);
      const person = this.people.any ? this.people.of(cells) : null;
      if (person) collector.tellPerson(person);
      if (told !== 'out' && (this.outBelow || this.isSpokenOf(verdict.code, cells))) this.speak(number);
    } else {
      collector.resembles ||= verdict.near;
      collector.addProblem(verdict.kind, file, number, line, verdict.reason);
      if (!verdict.near) this.outBelow = stateBeside(line) === 'out';
    }
  }

  /** Whether a cell beside the code, or words within its own cell, say that it is out. */
  private isSpokenOf(code: string, cells: readonly string[]): boolean {
    const silent = cells.filter((_, at) => !this.layout.states.some((each) => each.at === at));
    return silent.some((cell) => {
      if (cell.length > longestBeside) return false;
      const text = unquote(cell);
      if (isCode(text, this.layout.bare)) return false;
      const says = (words: string) => stateBeside(words) === 'out';
      const at = text.indexOf(code);
      if (at >= 0) return says(text.slice(0, at)) || says(text.slice(at + code.length));
      const { folded, spots } = spotsIn(text, 'adding');
      const ends = [0, ...spots.map(({ end }) => end)];
      return ends.some((from, i) => says(folded.slice(from, spots[i]?.from)));
    });
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
