import { deskPool } from '../../actions/desk-pool';
import { localPool } from '../../actions/local-pool';
import type { DeskPool, Pool } from '../../actions/pool';
import { holdsDue, namedUses, type OpenOptions, openLedger } from '../../ledger';
import { TeamHere } from '../pages/team-here';
import { tellWaiting } from '../pages/tell-waiting';
import { teamDeskPool, teamPool } from '../pool/team-pool';

/*
 * In the place of `actions/open-pool`: the same pool, of which the acts go to the team's log. Views read this browser's
 * copy.
 */

let here: Promise<TeamHere> | null = null;

/** This page's way to its team, one for the page. */
export function teamHere(): Promise<TeamHere> {
  here ??= TeamHere.start().then((started) => {
    let told = false;
    started.subscribe(() => {
      if (told || started.state.standing.kind !== 'current') return;
      told = true;
      tellWaiting(started.does).catch((error: unknown) =>
        console.warn('The team was not told what was met on Amazon’s pages:', error),
      );
    });
    return started;
  });
  return here;
}

/** What giving out needs. Throws LedgerProblem. */
export async function openDeskPool(options: OpenOptions): Promise<DeskPool> {
  const db = await openLedger(options);
  return teamDeskPool(deskPool(db), (await teamHere()).does, { isDue: (now) => holdsDue(db, now) });
}

/** The whole door. Throws LedgerProblem. */
export async function openPool(options: OpenOptions): Promise<Pool> {
  const db = await openLedger(options);
  return teamPool(localPool(db), (await teamHere()).does, {
    isDue: (now) => holdsDue(db, now),
    namedUses: (report) => namedUses(db, report),
  });
}
