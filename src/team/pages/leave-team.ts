import { mayAct } from '../members/rights';
import type { Place } from './place';

/** Tells the team that this browser leaves, and forgets its place. Rejects with TeamProblem, and nothing is forgotten. */
export async function leave(here: Place): Promise<void> {
  const { seat, members } = here.state;
  const own = seat && members?.all[seat.me.card.id];
  // Whoever was removed, or isn't counted, has nothing to tell.
  if (own && members && mayAct(members, own.card.id, 'leave').may) await here.memberAct({ kind: 'leave' });
  await forgetSeat(here);
}

/** Forgets this browser's place without telling anybody; its keys are gone for good. */
export async function forgetSeat(here: Place): Promise<void> {
  await here.seats.clear();
  await here.readSeat();
}
