import { expect } from 'vitest';
import type { CodeFile } from '../../src/domain/codes/code-file';
import { FileProblem, readCodeFile } from '../../src/files';
import { inWords } from '../../src/words/problem-words';

export const [A, B, C] = ['7GM3-YYYYY3-ZZZZZZ', '7GA4-XXXXXX-YYYYYY', '7GUE-K2M4QR-P9T8VW'] as const;

export const utf8 = (text: string) => new TextEncoder().encode(text);

export const readText = (text: string, name = 'codes.txt') => readCodeFile(name, utf8(text));

/** The n-th of many different codes. */
export function codeNumber(index: number): string {
  const text = index.toString(36).toUpperCase().padStart(12, '0');
  return `7GM3-${text.slice(0, 6)}-${text.slice(6)}`;
}

export function addedUp(file: CodeFile): number {
  return file.codes.length + file.rejected.length + file.suspects.length + file.blank + file.header;
}

/** The result in short: everything that a line can be. */
export function summary(file: CodeFile) {
  expect(addedUp(file)).toBe(file.lines);
  expect(file.codeLines).toHaveLength(file.codes.length);
  expect(file.codeFiles).toHaveLength(file.codes.length);
  return {
    codes: file.codes,
    at: Array.from(file.codeLines),
    rejected: file.rejected.map(({ line, reason }) => `${line}: ${inWords(reason)}`),
    suspects: file.suspects.map(({ line, text }) => `${line}: ${text}`),
    blank: file.blank,
    header: file.header,
  };
}

export async function problemOf(work: Promise<unknown>): Promise<FileProblem> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FileProblem)) throw new Error(`expected a FileProblem, got ${String(error)}`);
  return error;
}
