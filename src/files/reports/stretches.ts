import type { Pieces } from './sources';

/** One stretch of a file that is at hand: `from` to `end` are yet to be read; `last`: nothing follows. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
  readonly last: boolean;
}

/** A row longer than this is none. */
const longestRow = 4 * 1024 * 1024;
/** Unpacked files come in small pieces; larger stretches have fewer rows cut in two. */
const stretchBytes = 256 * 1024;

/**
 * Hands the pieces of a file out in stretches. After each, `next(used)` says up to where it was read: what is left stands at the
 * beginning of the next one.
 */
export class Stretches {
  readonly #pieces: Pieces;
  #open = new Uint8Array();
  #ended = false;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** The next stretch, the `left` bytes of the one before first; null where nothing is left. */
  async next(left: Uint8Array): Promise<Stretch | null> {
    if (this.#ended) return null;
    const pieces = [left];
    let size = left.length;
    while (size < left.length + stretchBytes) {
      const { done, value } = await this.#pieces.next();
      if (done) {
        this.#ended = true;
        break;
      }
      pieces.push(value);
      size += value.length;
    }
    // Half as much again: a new buffer for each stretch would cost more than reading it.
    const bytes = this.#open.length < size ? new Uint8Array(Math.ceil(size * 1.5)) : this.#open;
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#open = bytes;
    return { bytes, from: 0, end: size, last: this.#ended };
  }

  /** Whether so much was put off that no row can be meant. */
  isTooLong(left: Uint8Array): boolean {
    return left.length > longestRow;
  }

  async cancel(): Promise<void> {
    await this.#pieces.return();
  }
}
