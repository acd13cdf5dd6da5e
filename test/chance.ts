/** What a run by chance begins with: the environment's number, else always the same, so that one tree has one outcome. */
export function seedFrom(variable: string): number {
  return Number(process.env[variable] ?? 20261130);
}

/** Numbers by chance that a seed tells (mulberry32): the same seed goes the same way. */
export class Chance {
  #state: number;

  constructor(from: number) {
    this.#state = from >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** True in one of so many cases. */
  oneIn(many: number): boolean {
    return this.below(many) === 0;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  times<T>(most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.below(most + 1) }, (_, i) => make(i));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i--) {
      const other = this.below(i + 1);
      [result[i], result[other]] = [result[other] as T, result[i] as T];
    }
    return result;
  }
}
