import { deskPool } from '../../actions/desk-pool';
import { localPool } from '../../actions/local-pool';
import type { DeskPool, Pool } from '../../actions/pool';
import { holdsDue, type OpenOptions, openLedger } from '../../ledger';
import { TeamHere } from '../pages/team-here';
import { teamDeskPool, teamPool } from '../pool/team-pool';

/*
 * In the place of `actions/open-pool`: the same pool, of which the acts go to the team's log. Views read this browser's
 * copy.
 */

let here: Promise<TeamHere> | null = null;

/** This page's way to its team, one for the page. */
export function teamHere(): Promise<TeamHere> {
  here ??= TeamHere.start();
  return here;
}

/** What giving out needs. Throws LedgerProblem. */
export async function openDeskPool(options: OpenOptions): Promise<DeskPool> {
  const db = await openLedger(options);
  return teamDeskPool(deskPool(db), (await teamHere()).does, (now) => holdsDue(db, now));
}

/** The whole door. Throws LedgerProblem. */
export async function openPool(options: OpenOptions): Promise<Pool> {
  const db = await openLedger(options);
  return teamPool(localPool(db), (await teamHere()).does, (now) => holdsDue(db, now));
}
