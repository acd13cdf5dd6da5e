import type { CodeUse, UseFault } from '../../domain/codes/uses-in-text';
import type { JudgedUse } from '../pool';

/** A line of a pasted list that can't be marked, and why. */
export type OddUse =
  | { readonly line: number; readonly fault: UseFault }
  | {
      readonly line: number;
      readonly code: string;
      readonly verdict: 'other' | 'canceled' | 'moved' | 'unknown';
      /** The order in which it is noted as used; empty where none is told. */
      readonly known: string;
    };

/** What marking a pasted list of codes as used would come to. */
export interface UsesSum {
  /** Codes that will be marked; of these, `left` are not given out here yet. */
  readonly marked: number;
  readonly left: number;
  /** Noted with the same order already. */
  readonly same: number;
  /** Used in another order, not here, or out of reach. */
  readonly other: number;
  readonly unknown: number;
  readonly refused: number;
  readonly notUnderstood: number;
  /** All lines that nothing comes of, in their order. */
  readonly odd: readonly OddUse[];
}

/** Adds up what was judged of each line, and which lines were not understood. */
export function sumOfUses(
  uses: readonly CodeUse[],
  bad: readonly { readonly line: number; readonly fault: UseFault }[],
  judged: readonly JudgedUse[],
): UsesSum {
  const odd: OddUse[] = [...bad];
  for (const [i, { line, code }] of uses.entries()) {
    const told = judged[i];
    if (!told || told.verdict === 'mark' || told.verdict === 'mark-left' || told.verdict === 'same') continue;
    odd.push({ line, code, verdict: told.verdict, known: told.known });
  }
  const number = (...wanted: JudgedUse['verdict'][]) =>
    judged.filter(({ verdict }) => wanted.includes(verdict)).length;
  return {
    marked: number('mark', 'mark-left'),
    left: number('mark-left'),
    same: number('same'),
    other: number('other'),
    unknown: number('unknown'),
    refused: number('canceled', 'moved'),
    notUnderstood: bad.length,
    odd: odd.sort((a, b) => a.line - b.line),
  };
}
