import type { DeskPool, GivenTo } from '../../actions/pool';
import { said } from '../../domain/problem';
import { isNotReached, TeamProblem } from '../pages/team-words';
import type { Leases } from './leases';

/**
 * Giving out where the team may be out of reach: a single code then comes from what was taken along, and nothing where
 * nothing was. As long as it may be that the log has the act, no other code is shown for it.
 */
export function givingHere<P extends Pick<DeskPool, 'issueNext' | 'lastGivenTo'>>(
  pool: P,
  leases: Leases,
  reach: () => Promise<'offline' | 'else'>,
): P {
  return {
    ...pool,
    issueNext: async (id, wanted, to) => {
      if ((await reach()) === 'offline') {
        if (wanted === 1) return leases.give(id, to);
        throw new TeamProblem(said(leases.left(id) > 0 ? 'teamLeaseOne' : 'teamLeaseNone'));
      }
      try {
        return await pool.issueNext(id, wanted, to);
      } catch (error) {
        // It was never handed to the log.
        if (wanted === 1 && isNotReached(error, true) && leases.left(id) > 0) return leases.give(id, to);
        throw error;
      }
    },
    lastGivenTo: async (id, to) => {
      const offline = await leases.givenTo(id, to);
      if (!offline) return pool.lastGivenTo(id, to);
      const { giving: issuance, text: code, at, channel } = offline;
      const given: GivenTo = { issuance, code, at, to: offline.to, channel, count: 1, used: 0, canceled: 0 };
      return given;
    },
  };
}
