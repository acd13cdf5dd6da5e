import { said } from '../../domain/problem';
import type { Tx } from '../store/schema';
import { damagedPromotion } from './damage';

/** Imports whose row is lost, while the states of their codes are here: needs `batches`, `hashes` and `spans`. */
export async function lostImports(tx: Tx): Promise<number[]> {
  const known = new Set(await tx.objectStore('batches').getAllKeys());
  const lost: number[] = [];
  for (const id of await tx.objectStore('hashes').getAllKeys()) {
    const own = IDBKeyRange.bound([id, 0], [id, []]);
    if (!known.has(id) && (await tx.objectStore('spans').getKey(own)) !== undefined) lost.push(id);
  }
  return lost;
}

/** Throws LedgerProblem `damaged` where codes are here that can't be compared: they could come in a second time. */
export async function refuseLostImports(tx: Tx): Promise<void> {
  const [lost] = await lostImports(tx);
  if (lost !== undefined)
    throw damagedPromotion({
      name: said('placeLostImport', { number: String(lost) }),
      fault: said('faultImportLost'),
    });
}
