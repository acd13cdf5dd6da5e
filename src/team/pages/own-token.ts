import { ownToken } from '../seat/founding';
import { isSeated } from '../seat/seat';
import type { SeatStore } from '../seat/seat-store';
import { daysLeft, tokenEnd } from './token-end';

/** An owner's token is made anew once it has so many days, or fewer. */
const fewDays = 10;

/** Makes an owner's own token anew where it ends soon, or has ended. Nobody else can let themselves in. */
export async function renewOwnToken(
  seats: Pick<SeatStore, 'read' | 'change'>,
  now = Date.now(),
): Promise<void> {
  const seat = await seats.read();
  if (!seat?.owner || !isSeated(seat)) return;
  const end = tokenEnd(seat.token ?? '');
  if (end !== null && daysLeft(end, now) > fewDays) return;
  await seats.change((kept) => (kept.owner ? { ...kept, token: ownToken(kept, now) } : kept));
}
