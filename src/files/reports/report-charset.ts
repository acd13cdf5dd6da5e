import { type Charset, likeliestCharset } from '../intake/charsets';

const sampleBytes = 64 * 1024;

/** Finds the character set of a stream from the rows that hold more than ASCII. */
export class CharsetSample {
  #rows: Uint8Array[] = [];
  #size = 0;
  /** What the beginning of the file told. */
  told: 'utf-8' | null = null;

  /** Keeps a row that holds more than ASCII, as long as there is room. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (this.#size >= sampleBytes) return;
    const row = bytes.slice(from, Math.min(to, from + sampleBytes - this.#size));
    this.#rows.push(row);
    this.#size += row.length;
  }

  /**
   * How texts of the file are decoded. `japanese`: the file itself speaks of Amazon’s store in Japan, whose reports
   * come in Shift_JIS.
   */
  decoder(japanese: boolean): (bytes: Uint8Array) => string {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const other = new TextDecoder(this.told ?? this.#likeliest(japanese));
    return (bytes) => {
      try {
        return strict.decode(bytes);
      } catch {
        return other.decode(bytes);
      }
    };
  }

  #likeliest(japanese: boolean): Charset | 'utf-8' {
    if (this.#size === 0) return 'utf-8';
    const sample = new Uint8Array(this.#size);
    let at = 0;
    for (const row of this.#rows) {
      sample.set(row, at);
      at += row.length;
    }
    if (japanese && !new TextDecoder('shift_jis').decode(sample).includes('\ufffd')) return 'shift_jis';
    if (japanese) return likeliestCharset(sample, ['ja']);
    // What Amazon writes in Europe.
    return likeliestCharset(sample, globalThis.navigator?.languages ?? [], 'windows-1252');
  }
}
