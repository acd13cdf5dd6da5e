/** More different texts than these in one report's column are no promotion ids. */
const mostTexts = 65_000;
/** More bytes than any cell of promotion ids has. */
const longestText = 8000;

/**
 * The different texts of a column by number, kept as bytes until the character set is known. Number 0 is the empty
 * text. Most lines have the text of a line before, so that none needs a string of its own.
 */
export class Interned {
  readonly #texts: Uint8Array[] = [new Uint8Array()];
  readonly #byHash = new Map<number, number[]>();
  #last = 0;

  /** The number of a cell's text, the blanks around it aside; -1 where there are too many, or it is too long. */
  add(bytes: Uint8Array, from: number, to: number): number {
    while (from < to && (bytes[from] as number) <= 32) from++;
    while (to > from && (bytes[to - 1] as number) <= 32) to--;
    if (from === to) return 0;
    if (this.#isText(this.#last, bytes, from, to)) return this.#last;
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    const known = this.#byHash.get(hash) ?? [];
    let number = known.find((each) => this.#isText(each, bytes, from, to));
    if (number === undefined) {
      if (this.#texts.length >= mostTexts || to - from > longestText) return -1;
      number = this.#texts.push(bytes.slice(from, to)) - 1;
      this.#byHash.set(hash, [...known, number]);
    }
    this.#last = number;
    return number;
  }

  #isText(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const text = this.#texts[number] as Uint8Array;
    if (text.length !== to - from) return false;
    for (let i = 0; i < text.length; i++) if (text[i] !== bytes[from + i]) return false;
    return true;
  }

  get size(): number {
    return this.#texts.length;
  }

  /** All texts, by number. */
  decoded(decode: (bytes: Uint8Array) => string): string[] {
    return this.#texts.map(decode);
  }
}
