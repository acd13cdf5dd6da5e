import { codeIdentity, lookAlikeForm, sameCode } from '../../domain/codes/claim-code';
import type { CodeFile } from '../../domain/codes/code-file';
import type { CodeLife } from '../../domain/codes/code-life';
import { type Said, said } from '../../domain/problem';
import { codesOf } from '../codes/blocks';
import { forEachCollision, forEachCommon } from '../codes/code-index';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { damagedStates, overlapping } from '../codes/spans';
import { People } from '../people/people';
import { promotionToShow } from '../promotions/promotions';
import { indexFor } from '../repair/sound-index';
import type { BatchRow, Db } from '../store/schema';
import { blockSize } from '../store/schema';
import { read } from '../store/transact';
import { placeOf } from '../views/place-of';

/** A code of the file that is in the ledger, too. */
export interface KnownCode {
  /** Index into the file's codes. */
  readonly index: number;
  readonly batch: number;
  readonly position: number;
  /** How far it has come here. */
  readonly here: CodeLife;
  /** When the giving-out in force here was made, ISO 8601; empty for none. */
  readonly outSince: string;
}

/** What became of each code of a file, found by comparing: parallel to its codes. */
export class Comparison {
  /** Where the same code already is, named; undefined for codes that are new. */
  readonly where: (Said | undefined)[];
  /** 1 where a code that Amazon can't tell from this one came before it, in the file or the ledger. */
  readonly alike: Uint8Array;
  /** By code, the first of the file that is the same; its own index where it is the first. */
  readonly firsts: Uint32Array;
  /** The codes that are in the ledger, in no order. */
  readonly known: KnownCode[] = [];
  /** Of codes found canceled, where they stand among the known: one may stand elsewhere, too, and count there. */
  readonly #canceled = new Map<number, number>();

  constructor(private readonly file: CodeFile) {
    this.where = new Array(file.codes.length).fill(undefined);
    this.alike = new Uint8Array(file.codes.length);
    this.firsts = Uint32Array.from(file.codes, (_, i) => i);
  }

  /** Compares the file's codes with each other. */
  withinFile(words: BigUint64Array): void {
    const { codes } = this.file;
    forEachCollision(words, (positions) => {
      const firsts = new Map<string, number>();
      const forms = new Set<string>();
      for (const position of positions) {
        const code = codes[position] ?? '';
        const identity = codeIdentity(code) ?? code;
        const first = firsts.get(identity);
        if (first !== undefined) {
          this.where[position] = this.lineOf(first, position);
          this.firsts[position] = first;
        } else {
          firsts.set(identity, position);
          if (forms.has(lookAlikeForm(code))) this.alike[position] = 1;
          forms.add(lookAlikeForm(code));
        }
      }
    });
  }

  /** Compares the file's codes with one import's; reads only the blocks in which a hash agrees. `onCodes` is told of the import's. */
  async withBatch(
    db: Db,
    words: BigUint64Array,
    batch: BatchRow,
    onCodes: (done: number) => void,
  ): Promise<void> {
    const index = await indexFor(db, batch);
    // Both positions in one number, so that one native sort brings the hits into the batch's order.
    const wide = 2 ** 22;
    const hits: number[] = [];
    forEachCommon(words, index, (inFile, inBatch) => {
      if (this.where[inFile] === undefined || this.#canceled.has(inFile)) hits.push(inBatch * wide + inFile);
    });
    const sorted = Float64Array.from(hits).sort();
    for (let start = 0; start < sorted.length; ) {
      const n = Math.floor((sorted[start] ?? 0) / wide / blockSize);
      let end = start;
      while (end < sorted.length && (sorted[end] ?? 0) < (n + 1) * blockSize * wide) end++;
      await this.withBlock(db, batch, n, sorted.subarray(start, end), wide);
      start = end;
      onCodes(Math.min((n + 1) * blockSize, batch.count));
    }
  }

  private withBlock(db: Db, batch: BatchRow, n: number, hits: Float64Array, wide: number): Promise<void> {
    return read(db, ['batches', 'blocks', 'spans', 'entries', 'people', 'promotions'], async (tx) => {
      const people = new People(tx);
      const range = { batch: batch.id, from: n * blockSize, count: blockSize };
      const stored = await codesOf(tx, range);
      const spans = await overlapping(tx, range);
      const promotion = await promotionToShow(tx, batch.promotionId);
      const told = new Map<number, { readonly where: Said; readonly outSince: string }>();
      let s = 0;
      for (const hit of hits) {
        const position = Math.floor(hit / wide);
        const inFile = hit % wide;
        const code = this.file.codes[inFile] ?? '';
        const other = stored[position - range.from] ?? '';
        if (!sameCode(code, other)) {
          if (lookAlikeForm(code) === lookAlikeForm(other)) this.alike[inFile] = 1;
          continue;
        }
        while (s < spans.length - 1 && isBefore(spans[s], position)) s++;
        const span = spans[s];
        // Where its state is lost, nobody knows whether it went out: it must not come in as new.
        if (!span) throw damagedStates({ batch: batch.id, from: position });
        const about = told.get(s) ?? {
          where: said('whereAlreadyIn', { place: await placeOf(tx, people, span, position, promotion) }),
          outSince: (await entryAt(tx, await originOf(tx, span.issue)))?.at ?? '',
        };
        // Of a list each code went to somebody else.
        if (!told.has(s) && !(await entryAt(tx, span.entry))?.people) told.set(s, about);
        const here = span.redeem > 0 ? 'used' : span.state;
        this.#keep({ index: inFile, batch: batch.id, position, here, outSince: about.outSince }, about.where);
      }
    });
  }

  /** Of two places of one code the one counts that is not canceled. */
  #keep(known: KnownCode, where: Said): void {
    const { index, here } = known;
    const before = this.#canceled.get(index);
    if (before !== undefined && here === 'void') return;
    this.where[index] = where;
    if (here === 'void') this.#canceled.set(index, this.known.length);
    else this.#canceled.delete(index);
    this.known[before ?? this.known.length] = known;
  }

  private lineOf(first: number, second: number): Said {
    const { codeFiles, codeLines, files } = this.file;
    const sameFile = codeFiles[first] === codeFiles[second];
    const file = sameFile ? undefined : files[codeFiles[first] ?? 0];
    const line = String(codeLines[first]);
    return file === undefined ? said('whereLineHere', { line }) : said('whereLineOfFile', { line, file });
  }
}

function isBefore(span: { from: number; count: number } | undefined, position: number): boolean {
  return span !== undefined && span.from + span.count <= position;
}
