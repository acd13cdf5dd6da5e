/** More cells than any report has columns; of a row with more, those beyond are not told apart. */
export const mostCells = 512;

/** Where the cells of the present row stand in the bytes. */
export class Cells {
  readonly start = new Int32Array(mostCells);
  readonly end = new Int32Array(mostCells);
  count = 0;
  /** Whether a byte beyond ASCII stands in the row. */
  high = false;
  /** Whether a quote was opened in the row that nothing closes. */
  unclosed = false;
  readonly #doubled: number[] = [];
  bytes: Uint8Array = new Uint8Array();

  /** Reads the row that starts at `at`; where the next one starts, or -1 where the row does not end before `end`. */
  read(bytes: Uint8Array, at: number, end: number, last: boolean, how: RowFormat): number {
    return how.quoted
      ? this.#readQuoted(bytes, at, end, last, how.delimiter)
      : this.#readPlain(bytes, at, end, last, how.delimiter);
  }

  #readPlain(bytes: Uint8Array, at: number, end: number, last: boolean, delimiter: number): number {
    this.bytes = bytes;
    let seen = 0;
    let count = 0;
    let from = at;
    let i = at;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      seen |= byte;
      if (byte === delimiter) {
        if (count < mostCells - 1) {
          this.start[count] = from;
          this.end[count++] = i;
        }
        from = i + 1;
      } else if (byte === 10) break;
    }
    if (i === end && !last) return -1;
    this.start[count] = from;
    this.end[count++] = i > from && bytes[i - 1] === 13 ? i - 1 : i;
    this.count = count;
    this.high = (seen & 0x80) !== 0;
    return i + 1;
  }

  /** By RFC 4180. A quote within a plain cell is an ordinary character. */
  #readQuoted(bytes: Uint8Array, at: number, end: number, last: boolean, delimiter: number): number {
    this.bytes = bytes;
    let seen = 0;
    let count = 0;
    this.unclosed = false;
    this.#doubled.length = 0;
    for (let i = at; ; i++) {
      let from = i;
      let to = i;
      let doubled = false;
      if (bytes[i] === 34 && i < end) {
        from = i + 1;
        for (i++; ; i++) {
          if (i >= end) {
            if (!last) return -1;
            this.unclosed = true;
            break;
          }
          if (bytes[i] === 34) {
            if (i + 1 >= end && !last) return -1;
            if (bytes[i + 1] !== 34 || i + 1 >= end) break;
            doubled = true;
            i++;
          }
          seen |= bytes[i] as number;
        }
        to = i;
        i++;
        while (i < end && bytes[i] !== delimiter && bytes[i] !== 10) i++;
      } else {
        while (i < end && bytes[i] !== delimiter && bytes[i] !== 10) seen |= bytes[i++] as number;
        to = i > from && bytes[i - 1] === 13 && (bytes[i] === 10 || i >= end) ? i - 1 : i;
      }
      if (i >= end && !last) return -1;
      if (count < mostCells) {
        if (doubled) this.#doubled.push(count);
        this.start[count] = from;
        this.end[count++] = to;
      }
      if (i >= end || bytes[i] === 10) {
        this.count = count;
        this.high = (seen & 0x80) !== 0;
        // Only now: what is read again with the next stretch must stand as it came.
        for (const cell of this.#doubled) this.#makeSingle(cell);
        return i + 1;
      }
    }
  }

  /** Makes a cell's doubled quotes single, in place. */
  #makeSingle(cell: number): void {
    let to = this.start[cell] as number;
    for (let i = to; i < (this.end[cell] as number); i++, to++) {
      if (this.bytes[i] === 34) i++;
      this.bytes[to] = this.bytes[i] as number;
    }
    this.end[cell] = to;
  }

  /** Whether a cell holds nothing but blanks. */
  isEmpty(cell: number): boolean {
    for (let i = this.start[cell] as number; i < (this.end[cell] as number); i++)
      if ((this.bytes[i] as number) > 32) return false;
    return true;
  }

  /** A cell's text, where it is ASCII. */
  ascii(cell: number): string {
    return asciiOf(this.bytes, this.start[cell] ?? 0, this.end[cell] ?? 0);
  }
}

/** How rows are written: plain text between delimiters, or with quotes around cells. */
export interface RowFormat {
  readonly delimiter: number;
  readonly quoted: boolean;
}

/** A short ASCII text without the blanks around it. */
export function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text.trim();
}
