import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileProblem, readPastedCodes } from '../../../src/files';
import { A, addedUp, B, codeNumber, readText } from '../helpers';

const piece = fc.oneof(
  fc.constantFrom(A, B, B.toLowerCase(), '7GM3-YYYYY3-ZZZ', 'GARLIC50', 'code', 'Claim Code', 'state', ''),
  fc.constantFrom(
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '",\n',
    '\ufeff',
    '\u00a0',
  ),
  fc.nat(1e6).map(codeNumber),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

async function orRefused(work: ReturnType<typeof readText>) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

test('whatever the text, every line is counted in exactly one place', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (sample) => {
      for (const file of [await orRefused(readText(sample)), await orRefused(readPastedCodes(sample))]) {
        if (file === null) continue;
        expect(addedUp(file)).toBe(file.lines);
        const numbers = [...file.codeLines, ...[...file.rejected, ...file.suspects].map(({ line }) => line)];
        expect(Math.max(...numbers)).toBeLessThanOrEqual(sample.split(/\r\n|\r|\n/).length);
      }
    }),
    { numRuns: 2000 },
  );
});

const filler = fc.constantFrom('', '# list', 'x', ' ', '7GM3-YYYYY3', 'note "a', "it's");
const end = fc.constantFrom('\n', '\r\n', '\r');

test('with one thing on each line, the lines read are the lines of the text', async () => {
  const lines = fc.array(fc.tuple(fc.oneof(fc.nat(1e6).map(codeNumber), filler), end), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(lines, async (sample) => {
      const file = await orRefused(readText(sample.map((line) => line.join('')).join('')));
      const codes = sample.map(([line]) => line).filter((line) => line.length === 18);
      expect(file?.codes ?? []).toEqual(codes);
      if (file === null) return;
      // CR and then an empty line's LF are one line break.
      const joined = sample.filter(
        ([line, end], index) => line === '' && end === '\n' && sample[index - 1]?.[1] === '\r',
      );
      expect(file.lines).toBe(sample.length - joined.length);
    }),
    { numRuns: 2000 },
  );
});
