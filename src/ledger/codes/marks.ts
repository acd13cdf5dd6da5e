/** By position, the entries of one kind that are in force, by `seq` and in the order in which they came. */
export class Marks {
  readonly #first: Float64Array;
  /** All of them, where there is more than one: two computers did the same to one code. */
  readonly #all = new Map<number, readonly number[]>();

  constructor(count: number) {
    this.#first = new Float64Array(count);
  }

  get doubles(): number {
    return this.#all.size;
  }

  /** The first one; 0 for none. */
  first(i: number): number {
    return this.#first[i] ?? 0;
  }

  some(i: number, isMeant: (seq: number) => boolean): boolean {
    return this.#of(i).some(isMeant);
  }

  add(i: number, seq: number): void {
    this.#keep(i, [...this.#of(i), seq]);
  }

  clear(i: number): void {
    this.#keep(i, []);
  }

  /** Ends one; false where none is meant. */
  drop(i: number, isMeant: (seq: number) => boolean): boolean {
    const marks = this.#of(i);
    const at = marks.findIndex(isMeant);
    if (at >= 0) this.#keep(i, marks.toSpliced(at, 1));
    return at >= 0;
  }

  /** Puts another in the place of one; false where none is meant. */
  replace(i: number, isMeant: (seq: number) => boolean, seq: number): boolean {
    const marks = this.#of(i);
    const at = marks.findIndex(isMeant);
    if (at >= 0) this.#keep(i, marks.with(at, seq));
    return at >= 0;
  }

  #of(i: number): readonly number[] {
    const first = this.first(i);
    return first === 0 ? [] : (this.#all.get(i) ?? [first]);
  }

  #keep(i: number, marks: readonly number[]): void {
    this.#first[i] = marks[0] ?? 0;
    if (marks.length > 1) this.#all.set(i, marks);
    else this.#all.delete(i);
  }
}
