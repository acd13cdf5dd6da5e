import { normaliseCode } from '../../domain/codes/claim-code';
import type { ToldColumns, ToldPerson, ToldState, ToldTable } from '../../domain/codes/code-file';
import { codesInText, spotsIn } from '../../domain/codes/codes-in-text';
import { type Said, said, saidCount } from '../../domain/problem';
import { readRecord, splitLine, unquote } from '../csv/csv-record';
import type { LineReader } from '../csv/line-reader';
import { saysLeft, stateBeside, stateColumn, toldState } from '../history/state-words';
import { ToldPeople } from '../people/told-people';
import { Beside } from './beside';
import type { Collector } from './collector';
import { judgeCells } from './judge-line';
import { isCode, type Layout, piecesOf } from './layout';
import { Struck } from './struck';

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
  /** Codes that are struck out. */
  private crossed = 0;
  private firstCrossed = 0;
  private readonly struck = new Struck();
  /** A line of words, such as “Used:”, says that the codes below it are out; after one of other words they may be. */
  private below: ToldState = 'left';
  /** The last line with a code on it. */
  private lastCodeLine = 0;
  private readonly firstCode: number;
  private readonly people: ToldPeople;
  private readonly rows: string[][] = [];
  private readonly beside: Beside;
  /** Some codes stand beside a name. */
  private named = false;

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
    const { person, handle, order, date } = this.people.columns;
    this.beside = new Beside(header, [column, person, handle, order, this.people.any ? date : null]);
    if (column !== null && stateColumn(header?.[column] ?? '') === 'out') this.below = 'out';
  }

  /** Reads the reader's present line, or the record that a quoted cell spreads over several. */
  read(): void {
    const { line } = this.reader;
    if (this.layout.separatorTold && this.reader.number === 1) {
      this.collector.addHeader();
      return;
    }
    this.struck.read(line);
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
    const { collector, firstCode } = this;
    const { people, unread } = this.people.settled();
    for (const [code, person] of people) collector.tellPersonOf(code, person);
    if (unread > 0) remarks.push(saidCount('remarkDates', unread, { file: name }));
    const isTold = this.layout.states.length > 0 || this.named;
    const mayBeOut = isTold ? [] : this.beside.mayBeOut(collector.count - firstCode);
    for (const { code } of mayBeOut) collector.tellStateOf(code, 'unclear');
    const [first] = mayBeOut;
    if (isTold || this.spoken + this.crossed > 0 || first) collector.tellRest(firstCode);
    if (first)
      remarks.push(saidCount('remarkBeside', mayBeOut.length, { file: name, line: String(first.line) }));
    if (this.crossed > 0)
      remarks.push(saidCount('remarkStruck', this.crossed, { file: name, line: String(this.firstCrossed) }));
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
    this.lastCodeLine = this.reader.number;
    if (this.below !== 'left') this.speak(this.reader.number, this.below);
    else this.seeWhetherStruck(this.reader.number, normaliseCode(text));
  }

  /** Whoever strikes out a code has given it out, canceled it, or seen it used: which, the text doesn't say. */
  private seeWhetherStruck(line: number, code: string): boolean {
    if (!this.struck.holds(code)) return false;
    const isNews = this.collector.tellStateOf(this.collector.count - 1, 'unclear');
    if (isNews && this.crossed++ === 0) this.firstCrossed = line;
    return true;
  }

  private speak(line: number, state: ToldState): void {
    const isNews = this.collector.tellStateOf(this.collector.count - 1, state);
    if (isNews && this.spoken++ === 0) this.firstSpoken = line;
  }

  /** Somebody may have a code that stands beside a name, whatever else is said of it: one that is not used, say. */
  private goesTo(person: ToldPerson): void {
    this.collector.tellPerson(person);
    const isSure = person.to !== '' && this.layout.states.length === 0;
    this.collector.tellStateOf(this.collector.count - 1, isSure ? 'out' : 'unclear');
    this.named = true;
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
      const person = this.people.any ? this.people.of(collector.count - 1, cells) : null;
      if (person) this.goesTo(person);
      const beside = this.textsBeside(verdict.code, cells);
      const says = beside.some(([, texts]) => texts.some((text) => stateBeside(text) === 'out'));
      this.lastCodeLine = this.reader.number;
      if (told !== 'out' && (this.below !== 'left' || says)) this.speak(number, says ? 'out' : this.below);
      else this.beside.note(collector.count - 1, number, beside, this.seeWhetherStruck(number, verdict.code));
    } else {
      collector.resembles ||= verdict.near;
      collector.addProblem(verdict.kind, file, number, line, verdict.reason);
      if (!verdict.near) this.readHeading(line, number);
    }
  }

  /** A line of words between codes: what it says of those below it, or of the one right above it. */
  private readHeading(line: string, number: number): void {
    if (stateBeside(line) === 'out') {
      this.below = 'out';
      const ofAbove = number === this.lastCodeLine + 1 && !/^\s*#|[:：]\W*$/.test(line);
      if (ofAbove) this.speak(this.lastCodeLine, 'unclear');
    } else if (saysLeft(line)) this.below = 'left';
    else if (this.below === 'out' && /\p{L}/u.test(line)) this.below = 'unclear';
  }

  /** What stands beside a code, by column: the cells that no column of states has, and the words within its own cell. */
  private textsBeside(code: string, cells: readonly string[]): [column: number, texts: string[]][] {
    return cells.flatMap((cell, at): [number, string[]][] => {
      const text = cell.length > longestBeside ? '' : unquote(cell);
      const isState = this.layout.states.some((each) => each.at === at);
      if (text === '' || isState || isCode(text, this.layout.bare)) return [];
      const from = text.indexOf(code);
      if (from >= 0) return [[-1, [text.slice(0, from), text.slice(from + code.length)]]];
      const { folded, spots } = spotsIn(text, 'adding');
      if (spots.length === 0) return [[at, [text]]];
      const ends = [0, ...spots.map(({ end }) => end)];
      return [[-1, ends.map((start, i) => folded.slice(start, spots[i]?.from))]];
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
