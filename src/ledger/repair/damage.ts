import { type SaidValue, said } from '../../domain/problem';
import { LedgerProblem } from '../store/problem';
import type { Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { label } from '../views/wording';
import { readablePromotion } from './row-faults';

/** The refusal of an act on codes whose block is lost or altered: which, of which import and promotion. */
export async function damagedCodes(
  tx: Tx,
  batch: number,
  n: number,
  fault: SaidValue,
): Promise<LedgerProblem> {
  const names = tx.objectStoreNames;
  const row = names.contains('batches') ? await tx.objectStore('batches').get(batch) : undefined;
  const promotion =
    row && names.contains('promotions') ? await tx.objectStore('promotions').get(row.promotionId) : undefined;
  const until = Math.min((n + 1) * blockSize, row?.count ?? Number.POSITIVE_INFINITY);
  const codes = { first: n * blockSize + 1, last: until, fault };
  if (!row)
    return new LedgerProblem(
      'damaged',
      said('problemCodesDamagedNumber', { ...codes, number: String(batch) }),
    );
  const of = { ...codes, import: row.name };
  if (!promotion) return new LedgerProblem('damaged', said('problemCodesDamagedImport', of));
  return new LedgerProblem(
    'damaged',
    said('problemCodesDamaged', { ...of, promotion: label(readablePromotion(promotion)) }),
  );
}

/** The refusal of an act on a promotion whose own row, or one it needs, is damaged. */
export function damagedPromotion({
  name,
  fault,
}: {
  readonly name: SaidValue;
  readonly fault: SaidValue;
}): LedgerProblem {
  return new LedgerProblem('damaged', said('problemPromotionDamaged', { name, fault }));
}
