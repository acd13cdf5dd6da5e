import * as z from 'zod/mini';
import type { AlertMemory } from '../../domain/alerts/announce';
import { isRecord, kept } from '../local';

const shape = z.object({
  since: z.number(),
  occasion: z.nullable(z.string()),
  stands: z.boolean(),
  told: z.nullable(z.number()),
});

/** Which alerts stood and were announced; written by the background alone. */
export const alertMemory = kept('announcedAlerts', (stored): AlertMemory => {
  const sound = Object.entries(isRecord(stored) ? stored : {}).flatMap(([key, each]) => {
    const judged = z.safeParse(shape, each);
    return judged.success ? [[key, judged.data] as const] : [];
  });
  return Object.fromEntries(sound);
});
