import { type Setting, settings } from './page/base.ts';
import type { MutantResult, Outcome } from './page/main.ts';

/** Settings whose check is a blocker, always or for some kinds of promotion. */
export const blockers: readonly Setting[] = [
  'claimCode',
  'discount',
  'onePerCustomer',
  'combinability',
  'productSelection',
  'detailPage',
];

export type ReaderName = keyof MutantResult['outcomes'];
export const readers: readonly ReaderName[] = ['claimcheck', 'fixed selectors', 'first label'];

export type Score = Record<Outcome, number>;

/** Adds up what a reader did over some settings of some mutants. */
export function score(
  results: readonly MutantResult[],
  reader: ReaderName,
  over: readonly Setting[] = settings,
): Score {
  const sum: Score = { right: 0, unreadable: 0, wrong: 0 };
  for (const result of results) for (const setting of over) sum[result.outcomes[reader][setting]]++;
  return sum;
}

/** Share of right, percent. */
export function rightShare({ right, unreadable, wrong }: Score): number {
  return (100 * right) / Math.max(1, right + unreadable + wrong);
}

/** Mutants by the hands they are drawn in. */
export function byHand(results: readonly MutantResult[]): [hand: string, MutantResult[]][] {
  const all = [...new Set(results.flatMap(({ hands }) => hands))].sort();
  return all.map((hand) => [hand, results.filter(({ hands }) => hands.includes(hand))]);
}
