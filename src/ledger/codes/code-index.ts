/*
 * The index of a batch: one 64-bit word per code, 42 bits of hash above 22 bits of position, sorted.
 * So one native sort serves dedupe and look-up alike, without a Set of a million strings. Words are
 * read and written as pairs of 32-bit halves, low half first (every browser's platform is
 * little-endian), because BigInt arithmetic is slow; only the sort sees them whole.
 *
 * The hash is of the look-alike form (letters and digits alone, 0 as O, 1 as I), so codes that Amazon can't
 * tell apart meet too. A hit is only a candidate: the text decides.
 */

import { codeIdentity } from '../../domain/codes/claim-code';

import { blockSize } from '../store/schema';

const positionBits = 22;
const positionMask = 2 ** positionBits - 1;

/** How many codes one batch can hold. */
export const maxBatchCodes = 2 ** positionBits;

const slice = 50_000;
const partBits = 8;
const parts = 2 ** partBits;
const partsAtOnce = 32;

/** The 42-bit hash under which a code is filed, however it is written, as a whole number. */
export function codeHash(code: string): number {
  const halves = new Uint32Array(2);
  writeWord(halves, 0, code, 0);
  return hashAt(halves, 0);
}

/** Writes the words of codes at once, unsorted, from the `at`-th on: for work that may await nothing. `from` is the first one's position. */
export function fileCodes(words: BigUint64Array, codes: readonly string[], from: number, at: number): void {
  const halves = halvesOf(words);
  for (let i = 0; i < codes.length; i++) writeWord(halves, at + i, codes[i] ?? '', from + i);
}

/** Files codes by hash; yields to the event loop and reports progress, in codes, on the way. */
export async function indexCodes(
  codes: readonly string[],
  onProgress?: (done: number) => void,
): Promise<BigUint64Array> {
  const words = new BigUint64Array(codes.length);
  const halves = new Uint32Array(words.buffer);
  for (let start = 0; start < codes.length; start += slice) {
    const end = Math.min(start + slice, codes.length);
    for (let i = start; i < end; i++) writeWord(halves, i, codes[i] ?? '', i);
    onProgress?.(end);
    await breathe();
  }
  return sorted(words);
}

/**
 * Sorts by parts of like first bits, which hashes fill evenly: so a million words don't hold up the page, and
 * small parts are quicker to sort.
 */
async function sorted(words: BigUint64Array): Promise<BigUint64Array> {
  const from = halvesOf(words);
  const counts = new Uint32Array(parts);
  for (let i = 0; i < words.length; i++) counts[partOf(from, i)] = (counts[partOf(from, i)] ?? 0) + 1;
  // Where each part begins; then, as it is filled, where its next word goes.
  const next = new Uint32Array(parts);
  for (let part = 1; part < parts; part++) next[part] = (next[part - 1] ?? 0) + (counts[part - 1] ?? 0);
  const begins = next.slice();
  const result = new BigUint64Array(words.length);
  const to = halvesOf(result);
  for (let i = 0; i < words.length; i++) {
    const at = next[partOf(from, i)] ?? 0;
    next[partOf(from, i)] = at + 1;
    to[2 * at] = from[2 * i] ?? 0;
    to[2 * at + 1] = from[2 * i + 1] ?? 0;
  }
  for (let part = 0; part < parts; part++) {
    result.subarray(begins[part], next[part]).sort();
    if (part % partsAtOnce === 0) await breathe();
  }
  return result;
}

function partOf(halves: Uint32Array, i: number): number {
  return (halves[2 * i + 1] ?? 0) >>> (32 - partBits);
}

/** Keeps only the words whose position has a new one in `renumber` (-1 for none). Stays sorted. */
export function renumbered(words: BigUint64Array, renumber: Int32Array, kept: number): BigUint64Array {
  const from = new Uint32Array(words.buffer);
  const result = new BigUint64Array(kept);
  const to = new Uint32Array(result.buffer);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const low = from[2 * i] ?? 0;
    const position = renumber[low & positionMask] ?? -1;
    if (position < 0) continue;
    to[2 * at] = ((low & ~positionMask) | position) >>> 0;
    to[2 * at + 1] = from[2 * i + 1] ?? 0;
    at++;
  }
  return result;
}

/** Positions filed under this hash, ascending. */
export function positionsOf(words: BigUint64Array, hash: number): number[] {
  const halves = halvesOf(words);
  const found: number[] = [];
  for (let i = firstNotBelow(halves, hash, 0); i < words.length && hashAt(halves, i) === hash; i++) {
    found.push(positionAt(halves, i));
  }
  return found;
}

/** Whether an index holds every code of a block of 1,000 in its place. */
export function isFiled(
  words: BigUint64Array,
  { n, text }: { readonly n: number; readonly text: string },
): boolean {
  return text.split('\n').every((code, i) => positionsOf(words, codeHash(code)).includes(n * blockSize + i));
}

/** Whether an index is in order and holds each position once: one that isn't would find no code that is here. */
export function isInOrder(words: BigUint64Array): boolean {
  const halves = halvesOf(words);
  const held = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const position = positionAt(halves, i);
    if (position >= words.length || held[position] === 1) return false;
    held[position] = 1;
    if (i > 0 && hashAt(halves, i) < hashAt(halves, i - 1)) return false;
  }
  return true;
}

/** Calls `visit` for each run of two or more positions under one hash, ascending. */
export function forEachCollision(words: BigUint64Array, visit: (positions: number[]) => void): void {
  const halves = halvesOf(words);
  for (let i = 0; i < words.length; ) {
    const hash = hashAt(halves, i);
    let end = i + 1;
    while (end < words.length && hashAt(halves, end) === hash) end++;
    if (end - i > 1) visit(Array.from({ length: end - i }, (_, k) => positionAt(halves, i + k)));
    i = end;
  }
}

/** Calls `visit` with each pair of positions that share a hash. Leaps ahead where one side is sparse. */
export function forEachCommon(
  a: BigUint64Array,
  b: BigUint64Array,
  visit: (a: number, b: number) => void,
): void {
  const left = halvesOf(a);
  const right = halvesOf(b);
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const hash = hashAt(left, i);
    const other = hashAt(right, j);
    if (hash < other) i = firstNotBelow(left, other, i);
    else if (hash > other) j = firstNotBelow(right, hash, j);
    else {
      for (let k = j; k < b.length && hashAt(right, k) === hash; k++)
        visit(positionAt(left, i), positionAt(right, k));
      i++;
    }
  }
}

/** Lets the page draw and answer; unlike a timer it isn't slowed down in a hidden tab. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function halvesOf(words: BigUint64Array): Uint32Array {
  return new Uint32Array(words.buffer, words.byteOffset, words.length * 2);
}

function hashAt(halves: Uint32Array, i: number): number {
  return (halves[2 * i + 1] ?? 0) * 2 ** (32 - positionBits) + ((halves[2 * i] ?? 0) >>> positionBits);
}

function positionAt(halves: Uint32Array, i: number): number {
  return (halves[2 * i] ?? 0) & positionMask;
}

/** Two multiplicative hashes side by side, then mixed so that every bit of the text reaches every bit kept. */
function writeWord(halves: Uint32Array, i: number, code: string, position: number): void {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let k = 0; k < code.length; k++) {
    let unit = code.charCodeAt(k);
    if (unit === 45) continue;
    // No code as it is kept, "-" to "Z" alone; folding each of a million would take longer than all the rest.
    if (unit < 45 || unit > 90) {
      const identity = codeIdentity(code);
      if (identity !== null) {
        writeWord(halves, i, identity, position);
        return;
      }
    }
    if (unit === 48) unit = 79;
    else if (unit === 49) unit = 73;
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16) ^ b, 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 13) ^ a, 0x27d4eb2f);
  halves[2 * i + 1] = (a ^ (a >>> 15)) >>> 0;
  halves[2 * i] = (((b ^ (b >>> 16)) & ~positionMask) | position) >>> 0;
}

/** Index of the first word from `start` whose hash isn't below; doubling steps, then halving. */
function firstNotBelow(halves: Uint32Array, hash: number, start: number): number {
  const length = halves.length / 2;
  let step = 1;
  let low = start;
  while (low + step < length && hashAt(halves, low + step) < hash) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashAt(halves, middle) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
