import type { ActArgs, ActName, ActResult } from '../acts/acts';

/**
 * Has the team do an act: resolves once the log has it and this computer has followed the log up to it. Rejects with
 * LedgerProblem where the act can't be done, and with TeamProblem where the team can't be asked.
 */
export type DoAct = <Name extends ActName>(kind: Name, args: ActArgs<Name>) => Promise<ActResult<Name>>;
