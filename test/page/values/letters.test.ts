import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overLetters } from '../../../src/page/values/text';

const page = new URL('../../../src/page/', import.meta.url).pathname;
const patterns = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(join(page, file), 'utf8').matchAll(
      /overLetters\(\s*\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/(\w*)/g,
    ),
  ])
  .map(([, source = '', flags]) => new RegExp(source, flags));

const words = fc.constantFrom(
  ..."15 Jan 2026 january 3rd mm/dd/yyyy DD.MM.YYYY tt.mm.jjjj to from and except other example next , . - / ( ) [ a ab 1/2/26 de l d'".split(
    ' ',
  ),
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
  fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
  fc.array(words, { maxLength: 8 }).map((all) => all.join('')),
);

describe('a pattern over letters', () => {
  it('is used where one is slow to make ready', () => {
    expect(patterns.length).toBeGreaterThanOrEqual(7);
  });

  it.each(patterns)('finds the same in plain English letters as in all: %s', (pattern) => {
    const find = overLetters(pattern);
    fc.assert(
      fc.property(texts, (text) => {
        expect(find(text)).toEqual(pattern.exec(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds other letters too', () => {
    const find = overLetters(/^\p{L}{3}$/u);
    expect([find('год'), find('abc'), find('a1c')].map((found) => found !== null)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
