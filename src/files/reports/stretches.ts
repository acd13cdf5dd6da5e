import { joined } from '../../domain/text/bytes';
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
const lineFeed = 10;

/**
 * Hands the pieces of a file out in stretches. After each, `next(left)` says what of it was not read: a row that goes
 * on in the next piece. That row comes as a stretch of its own, so that no whole piece has to be copied behind it.
 */
export class Stretches {
  readonly #pieces: Pieces;
  #ended = false;
  /** What of the piece at hand was not handed out yet. */
  #rest = new Uint8Array();

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** The next stretch, the `left` bytes of the one before first; null where nothing is left. */
  async next(left: Uint8Array): Promise<Stretch | null> {
    if (this.#ended) return null;
    if (this.#rest.length > 0) return this.#after(left);
    const begun = left.slice();
    this.#rest = await this.#gathered();
    this.#ended = this.#rest.length === 0;
    return this.#after(begun);
  }

  #after(left: Uint8Array): Stretch {
    const rest = this.#rest;
    // At least as much again as there was: a row in quotes that runs over many lines is not copied for each of them.
    const end = left.length === 0 ? rest.length : rest.indexOf(lineFeed, left.length) + 1 || rest.length;
    const part = rest.subarray(0, end);
    this.#rest = rest.subarray(end);
    const bytes = left.length === 0 ? part : joined(left, part);
    return { bytes, from: 0, end: bytes.length, last: this.#ended };
  }

  /** The next bytes of the file, not too few of them; none at its end. */
  async #gathered(): Promise<Uint8Array<ArrayBuffer>> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let size = 0; size < stretchBytes; ) {
      const { done, value } = await this.#pieces.next();
      if (done) break;
      size += value.length;
      pieces.push(size < stretchBytes ? value.slice() : value);
    }
    const [only] = pieces;
    return only && pieces.length === 1 ? only : joined(...pieces);
  }

  /** Whether so much was put off that no row can be meant. */
  isTooLong(left: Uint8Array): boolean {
    return left.length > longestRow;
  }

  async cancel(): Promise<void> {
    await this.#pieces.return();
  }
}
