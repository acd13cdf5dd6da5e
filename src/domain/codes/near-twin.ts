import type { MarketplaceCode } from '../marketplaces';
import type { Promotion } from '../promotion';
import { nameKey } from '../text/name-key';

/** The shortest name in which one slip of the keyboard is more likely than another promotion. */
const longEnough = 6;

/**
 * The promotion that a typed name was probably meant for, though it is not its name: the same but for
 * blanks, case and punctuation, or one slip away, or the same name where a store is not known. Names that
 * differ in their digits are meant to differ. Null where none comes close.
 */
export function nearTwin(
  typed: string,
  store: MarketplaceCode | null,
  promotions: readonly Promotion[],
): Promotion | null {
  if (bare(typed) === '') return null;
  const mayBeOne = promotions.filter(
    ({ marketplace }) => marketplace === store || marketplace === null || store === null,
  );
  const names = (each: Promotion) => [each.name, each.trackingId ?? ''].filter(Boolean);
  return (
    mayBeOne.find((each) => names(each).some((name) => bare(name) === bare(typed))) ??
    mayBeOne.find((each) => names(each).some((name) => oneSlip(bare(name), bare(typed)))) ??
    null
  );
}

function bare(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < longEnough || a.replace(/\D/g, '') !== b.replace(/\D/g, ''))
    return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  // The last letter alone tells A from B in many sellers' names.
  if (end === 0 && inA.length === 1 && inB.length === 1) return false;
  if (inA.length <= 1 && inB.length <= 1) return true;
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0];
}
