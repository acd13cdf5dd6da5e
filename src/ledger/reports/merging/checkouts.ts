/** Which orders were one checkout, by the pairs that reports told. */
export class Checkouts {
  readonly #parent = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(pairs: readonly (readonly number[])[]) {
    for (const of of pairs)
      for (let i = 0; i + 3 < of.length; i += 4)
        this.#unite(keyOf(of[i], of[i + 1]), keyOf(of[i + 2], of[i + 3]));
  }

  /** The number of an order's checkout, from 1; 0 for an order that stands alone. */
  of(hi: number, lo: number): number {
    if (this.#parent.size === 0) return 0;
    const key = keyOf(hi, lo);
    if (!this.#parent.has(key)) return 0;
    const root = this.#root(key);
    const known = this.#numbers.get(root);
    if (known !== undefined) return known;
    this.#numbers.set(root, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  #unite(a: string, b: string): void {
    const [x, y] = [this.#root(a), this.#root(b)];
    this.#parent.set(a, x).set(b, x).set(x, x).set(y, x);
  }

  #root(key: string): string {
    let root = key;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root))
      root = up;
    return root;
  }
}

function keyOf(hi: number | undefined, lo: number | undefined): string {
  return `${hi}/${lo}`;
}
