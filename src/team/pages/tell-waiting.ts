import { LedgerProblem } from '../../ledger';
import { removeWaitingAct, waitingActs } from '../../stored/team/waiting-acts';
import { type Act, parseAct } from '../acts/acts';
import type { DoAct } from '../pool/do-act';
import { isWrittenBefore, TeamProblem } from './team-words';

/**
 * Tells the team what the background met on Amazon's pages, one after the other. What can't be told now stays and is
 * tried again; several pages may try at once, for each act counts once.
 */
export async function tellWaiting(does: DoAct): Promise<void> {
  for (const { id, kind, args } of await waitingActs.read()) {
    const act = parseAct({ kind, args });
    try {
      if (act)
        await (does as (kind: string, args: Act['args'], id: string) => Promise<unknown>)(kind, args, id);
    } catch (error) {
      if (error instanceof TeamProblem && !isWrittenBefore(error)) return;
      // Refused for good, here as anywhere; or done by a page that was closed before it could note that.
      if (!(error instanceof LedgerProblem) && !isWrittenBefore(error)) throw error;
    }
    await removeWaitingAct(id);
  }
}
