import type { DeskPool, GivenTo } from '../../actions/pool';
import { said } from '../../domain/problem';
import { isNotReached, TeamProblem } from '../pages/team-words';
import type { Leases } from './leases';

/** A page's way to its team. */
export interface WayToTeam {
  /** Whether the team can be asked, once that is known. */
  reach(): Promise<'offline' | 'else'>;
  /** Resolves once it can be asked again. */
  again(): Promise<void>;
}

/**
 * Giving out where the team may be out of reach: a single code then comes from what was taken along, and nothing where
 * nothing was: the page says why above the act. As long as it may be that the log has the act, no other code is shown for
 * it.
 */
export function givingHere<P extends Pick<DeskPool, 'issueNext' | 'lastGivenTo'>>(
  pool: P,
  leases: Leases,
  way: WayToTeam,
): P {
  return {
    ...pool,
    issueNext: async (id, wanted, to) => {
      if ((await way.reach()) === 'offline') {
        const left = leases.left(id);
        if (wanted === 1 && left > 0) return leases.give(id, to);
        throw new TeamProblem(said(left > 0 ? 'teamLeaseOne' : 'teamNothingOut'), undefined, way.again());
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
