/**
 * Walks through a text line by line without splitting it. LF, CRLF and CR end a line, also mixed;
 * a final line break makes no line. `number` counts from 1, as editors do.
 */
export class LineReader {
  number = 0;
  /** The present line is `text.slice(start, end)`. */
  start = 0;
  end = 0;
  private next = 0;
  private lf = -1;
  private cr = -1;

  constructor(readonly text: string) {
    // A byte order mark is no part of the first line; decoders take only the first of two.
    while (text.charCodeAt(this.next) === 0xfeff) this.next++;
  }

  /** Goes to the next line; false after the last. */
  advance(): boolean {
    if (this.next >= this.text.length) return false;
    this.start = this.next;
    this.end = this.breakFrom(this.start);
    this.next = this.after(this.end);
    this.number++;
    return true;
  }

  /** Makes the present line reach on to `end`, over `breaks` line breaks: a quoted cell ran on. */
  extend(end: number, breaks: number): void {
    this.end = end;
    this.next = this.after(end);
    this.number += breaks;
  }

  get line(): string {
    return this.text.slice(this.start, this.end);
  }

  private after(end: number): number {
    return this.text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }

  /** Each kind of break is looked for only once it was passed, so that a text is searched once in all. */
  private breakFrom(from: number): number {
    const { text } = this;
    if (this.lf < from) this.lf = indexOrEnd(text, '\n', from);
    if (this.cr < from) this.cr = indexOrEnd(text, '\r', from);
    return Math.min(this.lf, this.cr);
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
