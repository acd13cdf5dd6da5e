import type { Place } from './place';

/** Tells the team that this browser leaves, and forgets its place. Rejects with TeamProblem, and nothing is forgotten. */
export async function leave(here: Place): Promise<void> {
  const { seat, members } = here.state;
  const own = seat && members?.all[seat.me.card.id];
  // Whoever was removed has nothing to tell; the engine takes nothing from viewers.
  if (own && !own.gone && own.role !== 'viewer') await here.memberAct({ kind: 'leave' });
  await forgetSeat(here);
}

/** Forgets this browser's place without telling anybody; its keys are gone for good. */
export async function forgetSeat(here: Place): Promise<void> {
  await here.seats.clear();
  await here.readSeat();
}
