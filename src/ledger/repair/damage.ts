import { LedgerProblem } from '../store/problem';
import type { Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { amount, label } from '../views/wording';
import type { DamagedRow } from './row-faults';
import { readablePromotion } from './row-faults';

/** What to do about damage; sentences about it end with this. */
export const whatIsSafe =
  'Nothing was changed, and other promotions are not affected. Export its history, save everything, then load the copy you saved last.';

/** The refusal of an act on codes whose block is lost or altered: which, of which import and promotion. */
export async function damagedCodes(tx: Tx, batch: number, n: number, fault: string): Promise<LedgerProblem> {
  const names = tx.objectStoreNames;
  const row = names.contains('batches') ? await tx.objectStore('batches').get(batch) : undefined;
  const promotion =
    row && names.contains('promotions') ? await tx.objectStore('promotions').get(row.promotionId) : undefined;
  const until = Math.min((n + 1) * blockSize, row?.count ?? Number.POSITIVE_INFINITY);
  const where = row ? `the import “${row.name}”` : `import ${batch}`;
  const of = promotion ? ` of ${label(readablePromotion(promotion))}` : '';
  return new LedgerProblem(
    'damaged',
    `Codes ${amount(n * blockSize + 1)} to ${amount(until)} of ${where}${of} are damaged: ${fault}. ${whatIsSafe}`,
  );
}

/** The refusal of an act on a promotion whose own row, or one it needs, is damaged. */
export function damagedPromotion({ name, fault }: Pick<DamagedRow, 'name' | 'fault'>): LedgerProblem {
  return new LedgerProblem('damaged', `What is kept of “${name}” is damaged: ${fault}. ${whatIsSafe}`);
}
