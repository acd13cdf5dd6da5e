import type { TeamState } from '../pages/team-here';
import { isSeated } from '../seat/seat';

/** A page that was just opened connects in a moment. */
const moment = 4000;

/** Whether the team can't be asked now, so that only what was taken along goes out. */
export function isOffline(
  { seat, standing, since }: Pick<TeamState, 'seat' | 'standing' | 'since'>,
  now = Date.now(),
): boolean {
  if (!seat || !isSeated(seat) || standing.kind !== 'away') return false;
  return now - since >= moment || standing.silent === true || !navigator.onLine;
}

/** Waits until it is known whether the team can be asked, but no longer than a page takes to connect. */
export async function reachKnown(here: {
  readonly state: TeamState;
  subscribe(listener: () => void): () => void;
}): Promise<'offline' | 'else'> {
  const { standing, since } = here.state;
  if (standing.kind === 'away' && !isOffline(here.state))
    await changedOrAfter(here, since + moment - Date.now());
  return isOffline(here.state) ? 'offline' : 'else';
}

/** Resolves once it isn't away any more, or after some milliseconds. */
function changedOrAfter(here: Parameters<typeof reachKnown>[0], wait: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, wait));
    const unsubscribe = here.subscribe(() => here.state.standing.kind !== 'away' && end());
  });
}
