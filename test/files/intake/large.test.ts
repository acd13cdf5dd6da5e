import { expect, test } from 'vitest';
import { maxFileBytes, readCodeFile } from '../../../src/files';
import { Collector } from '../../../src/files/code-list/collector';
import { readText } from '../../../src/files/intake/read-text';
import { codeNumber, utf8 } from '../helpers';

const count = 1_000_000;
const lines = Array.from({ length: count }, (_, index) => codeNumber(index));
const text = `${lines.join('\r\n')}\r\n`;

test('a million codes', async () => {
  const bytes = utf8(text);
  expect(bytes.length).toBeLessThan(maxFileBytes);
  const file = await readCodeFile('codes.txt', bytes);
  expect(file.lines).toBe(count);
  expect(file.codes).toHaveLength(count);
  expect(file.codes.at(-1)).toBe(lines.at(-1));
  expect(file.codeLines.at(-1)).toBe(count);
});

test('other work goes on while lines are read', async () => {
  let others = 0;
  const timer = setInterval(() => others++, 1);
  await readText(new Collector(['codes.txt']), 0, 'codes.txt', text);
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
});
