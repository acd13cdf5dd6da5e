import * as z from 'zod/mini';
import { change, kept } from '../local';

const act = z.object({
  id: z.uuid(),
  kind: z.string().check(z.maxLength(40)),
  args: z.array(z.unknown()).check(z.maxLength(10)),
});

/** An act on a team's codes that waits for a page with a connection; it is done once, however often it is tried. */
export type WaitingAct = z.infer<typeof act>;

/** What is met on Amazon's pages is met again: of too much, the oldest goes. */
const most = 500;

/** What the background met on Amazon's pages and a page is to tell the team. */
export const waitingActs = kept<WaitingAct[]>('team-waiting', (stored) => {
  const all: unknown[] = Array.isArray(stored) ? stored : [];
  return all.flatMap((each) => act.safeParse(each).data ?? []).slice(-most);
});

/** Has one more wait. */
export async function addWaitingAct(kind: string, args: readonly unknown[]): Promise<void> {
  await change(waitingActs, (now) => [...now, { id: crypto.randomUUID(), kind, args: [...args] }]);
}

/** Takes one out that was done, or can't be. */
export async function removeWaitingAct(id: string): Promise<void> {
  await change(waitingActs, (now) => now.filter((each) => each.id !== id));
}
