/** A seeded source of chance (mulberry32): the same seed makes the same mutant everywhere. */
export class Random {
  constructor(private state: number) {}

  /** 0 ≤ x < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('Nothing to pick from.');
    return from[Math.floor(this.next() * from.length)] as T;
  }

  shuffle<T>(from: readonly T[]): T[] {
    return from
      .map((each) => [this.next(), each] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, each]) => each);
  }

  word(): string {
    return `x${Math.floor(this.next() * 2 ** 31).toString(36)}`;
  }
}
