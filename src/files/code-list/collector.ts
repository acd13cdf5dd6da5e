import { codeIdentity } from '../../domain/codes/claim-code';
import type { CodeFile, HistoryRow, LineProblem, ToldPerson, ToldState } from '../../domain/codes/code-file';
import { type Said, said } from '../../domain/problem';
import { plainRow } from '../history/history-row';
import { FileProblem } from '../intake/file-problem';
import { maxProblemLines } from '../intake/limits';

/** As much of a line as is shown with its problem. */
const shownLength = 200;

/** Lines that tell what a file without codes is. */
const linesLookedAt = 50;
const address = /[^\s@,;]@[^\s@,;]/;

/** Gathers what the lines of one or more texts are, so that every line is counted in exactly one place. */
export class Collector {
  readonly remarks: Said[] = [];
  /** True once a line was seen that is a code or seems meant to be one. */
  resembles = false;
  lines = 0;
  private readonly codes: string[] = [];
  private readonly codeFiles: number[] = [];
  private readonly codeLines: number[] = [];
  private readonly rejected: LineProblem[] = [];
  private readonly suspects: LineProblem[] = [];
  /** By code, what a list told of it; empty where none did. */
  private readonly told: ToldState[] = [];
  /** By code, where a history tells of it. */
  private readonly inHistory: boolean[] = [];
  /** By code, whom a list says that it went to. */
  private readonly people: ToldPerson[] = [];
  private blank = 0;
  private header = 0;
  /** Filled up to the last row of a history; stays empty for lists. */
  private readonly rows: HistoryRow[] = [];

  constructor(private readonly files: readonly string[]) {}

  addCode(file: number, line: number, code: string): void {
    this.lines++;
    this.codes.push(code);
    this.codeFiles.push(file);
    this.codeLines.push(line);
    this.resembles = true;
  }

  addRow(file: number, line: number, row: HistoryRow): void {
    this.fillRows();
    this.rows.push(row);
    this.inHistory[this.codes.length] = true;
    this.addCode(file, line, row.code);
  }

  /** How many codes were read so far. */
  get count(): number {
    return this.codes.length;
  }

  /** What another list says became of the code added last. */
  tellState(state: ToldState): void {
    this.told[this.codes.length - 1] = state;
  }

  /** What is said of one code, by its place among all, where nothing says that it is out; whether that is news. */
  tellStateOf(index: number, state: ToldState): boolean {
    const isNews = this.told[index] !== 'out';
    if (isNews) this.told[index] = state;
    return isNews;
  }

  /** Whom a list says that the code added last went to. */
  tellPerson(person: ToldPerson): void {
    this.people[this.codes.length - 1] = person;
  }

  /** The same of another code, by its place among all. */
  tellPersonOf(index: number, person: ToldPerson): void {
    this.people[index] = person;
  }

  /** A text that speaks of some of its codes, from the one at `first` on, says of the others that they are left. */
  tellRest(first: number): void {
    for (let index = first; index < this.codes.length; index++) this.told[index] ??= 'left';
  }

  addProblem(kind: 'rejected' | 'suspect', file: number, line: number, text: string, reason: Said): void {
    this.lines++;
    const shown = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
    const problems = kind === 'rejected' ? this.rejected : this.suspects;
    const problem = { file: this.files[file] ?? '', line, text: shown, reason };
    problems.push(problem);
    if (this.rejected.length + this.suspects.length > maxProblemLines) throw this.tooManyProblems(problem);
  }

  addBlank(): void {
    this.lines++;
    this.blank++;
  }

  addHeader(): void {
    this.lines++;
    this.header++;
  }

  /** What was gathered. Throws `empty` or `no-codes` where there is nothing worth a preview. */
  result(name: string, sha256: string): CodeFile {
    if (this.lines === this.blank) {
      throw new FileProblem('empty', said('problemFileEmpty', { file: name }));
    }
    if (!this.resembles) throw this.noCodes(name);
    if (this.rows.length > 0) this.fillRows();
    return {
      name,
      sha256,
      files: this.files,
      lines: this.lines,
      codes: this.codes,
      codeFiles: new Uint16Array(this.codeFiles),
      codeLines: new Uint32Array(this.codeLines),
      rejected: this.rejected,
      suspects: this.suspects,
      blank: this.blank,
      header: this.header,
      remarks: this.remarks,
      history: this.rows.length > 0 ? this.rows : null,
      toldStates: this.toldStates(),
      people: this.people.length > 0 ? this.codes.map((_, i) => this.people[i] ?? null) : null,
    };
  }

  /** Codes from plain lists in the same ZIP as a history get a row of their own, so that the two stay parallel. */
  private fillRows(): void {
    for (let index = this.rows.length; index < this.codes.length; index++) {
      this.rows.push(plainRow(this.codes[index] ?? ''));
    }
  }

  /** A code that only a silent list names is as another list or a history tells of it. */
  private toldStates(): readonly ToldState[] | null {
    if (this.told.length === 0) return null;
    const identity = (index: number) => codeIdentity(this.codes[index] ?? '') ?? this.codes[index] ?? '';
    const byCode = new Map<string, ToldState>();
    this.told.forEach((state, index) => {
      if (byCode.get(identity(index)) !== 'out') byCode.set(identity(index), state);
    });
    const silent = (index: number) => (this.inHistory[index] ? 'left' : 'unclear');
    return this.codes.map((_, index) => this.told[index] ?? byCode.get(identity(index)) ?? silent(index));
  }

  private noCodes(name: string): FileProblem {
    const [first] = this.rejected;
    if (!first) return new FileProblem('no-codes', said('problemFileHeaderOnly', { file: name }));
    if (this.isOfPeople()) return new FileProblem('no-codes', said('problemFilePeople', { file: name }));
    const about = { file: name, line: String(first.line), text: first.text.slice(0, 60) };
    return new FileProblem('no-codes', said('problemFileNoCodes', about));
  }

  /** Whether most lines below the first hold an e-mail address: a mailing list. */
  private isOfPeople(): boolean {
    const lines = this.rejected.slice(1, linesLookedAt);
    return lines.length > 0 && lines.filter(({ text }) => address.test(text)).length * 2 > lines.length;
  }

  private tooManyProblems(last: LineProblem): FileProblem {
    const { file, line, reason } = this.rejected[0] ?? this.suspects[0] ?? last;
    const about = { most: maxProblemLines, line: String(line), file, reason };
    return new FileProblem('no-codes', said('problemFileStopped', about));
  }
}
