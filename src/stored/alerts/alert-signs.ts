import * as z from 'zod/mini';
import type { PromotionSigns } from '../../domain/alerts/signs';
import { isRecord, kept } from '../local';

/** Where `storage.local` keeps them. */
export const signsKey = 'alertSigns';

const count = z.number().check(z.minimum(0));

const shape = z.object({
  at: z.number(),
  of: z.string(),
  leak: z.nullable(
    z.object({ kind: z.enum(['more-than-known', 'more-than-out', 'before-first']), count, uses: count }),
  ),
  lastWeek: count,
  early: count,
  reportedTo: z.nullable(z.int()),
  overLimit: count,
});

/** What was looked up of each promotion, by its id; computed from the ledger, and written by the background alone. */
export type Signs = Readonly<Record<string, PromotionSigns>>;

/** The signs as they were looked up last; what is not sound is looked up again. */
export const alertSigns = kept(signsKey, (stored): Signs => {
  const sound = Object.entries(isRecord(stored) ? stored : {}).flatMap(([id, each]) => {
    const judged = z.safeParse(shape, each);
    return judged.success ? [[id, judged.data] as const] : [];
  });
  return Object.fromEntries(sound);
});
