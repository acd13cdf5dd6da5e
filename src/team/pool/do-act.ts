import type { ActArgs, ActName, ActResult } from '../acts/acts';

/**
 * Has the team do an act: resolves once the log has it and this computer has followed the log up to it. Rejects with
 * LedgerProblem where the act can't be done, and with TeamProblem where the team can't be asked. `id`: of an act that was
 * asked for before, so that it is done once.
 */
export type DoAct = <Name extends ActName>(
  kind: Name,
  args: ActArgs<Name>,
  id?: string,
) => Promise<ActResult<Name>>;
