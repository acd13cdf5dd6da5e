import type { Entry, Tx } from '../store/schema';

/** The entries that note a promotion's codes as used, but for those that were taken back since. */
export async function marksInForce(tx: Tx, promotionId: string): Promise<Entry[]> {
  const acts = tx.objectStore('entries').index('acts');
  const back = await acts.getAll([promotionId, 'unredeem']);
  const named = new Set(back.map(({ undoes }) => undoes));
  // Older histories don't name what they end: all that was noted of that code before.
  const lastOf = new Map<string, number>();
  for (const { batch, from, seq, undoes } of back)
    if (undoes === undefined) lastOf.set(`${batch}/${from}`, seq);
  return (await acts.getAll([promotionId, 'redeem'])).filter(
    ({ batch, from, seq }) => !named.has(seq) && seq > (lastOf.get(`${batch}/${from}`) ?? 0),
  );
}
