import type { Counts, Promotion } from '../../domain/promotion';

/** Codes taken along to be given out offline. The seam of a team's build: codes of one's own are always at hand. */
export function TakenOffline(_: { promotion: Promotion; counts: Counts }) {
  return null;
}
