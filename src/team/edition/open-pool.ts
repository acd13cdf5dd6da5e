import { deskPool } from '../../actions/desk-pool';
import { localPool } from '../../actions/local-pool';
import type { DeskPool, Pool } from '../../actions/pool';
import { holdsDue, namedUses, type OpenOptions, openLedger, restoreOwn } from '../../ledger';
import { givingHere, type WayToTeam } from '../lease/give-here';
import { Leases } from '../lease/leases';
import { reachKnown } from '../lease/reach';
import { isGone } from '../pages/notice';
import { TeamHere } from '../pages/team-here';
import { askableAgain } from '../pages/team-words';
import { tellWaiting } from '../pages/tell-waiting';
import { teamDeskPool, teamPool } from '../pool/team-pool';
import { isSeated } from '../seat/seat';

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

/** A page's way to its team, and what it knows of codes taken offline. */
export interface TeamParts {
  readonly here: TeamHere;
  readonly leases: Leases;
}

let leases: Promise<Leases> | null = null;
/** Both, once they are there: whoever opened a pool has them, so that a page draws nothing twice. */
let parts: TeamParts | null = null;

/** Both, where they are there already. */
export function teamPartsNow(): TeamParts | null {
  return parts;
}

/** What this page knows of codes taken offline, one for the page. Rejects with LedgerProblem. */
export function leasesHere(): Promise<Leases> {
  leases ??= startLeases();
  return leases;
}

async function startLeases(): Promise<Leases> {
  const team = await teamHere();
  const started = await Leases.start(await openLedger(), {
    does: team.does,
    seat() {
      const { seat } = team.state;
      return seat && isSeated(seat) ? { team: seat.team, member: seat.me.card.id } : null;
    },
    isGone: () => isGone(team.state),
    isCurrent: () => team.state.standing.kind === 'current',
    subscribe: (listener) => team.subscribe(listener),
  });
  parts = { here: team, leases: started };
  return started;
}

const way: WayToTeam = {
  reach: async () => reachKnown(await teamHere()),
  again: async () => askableAgain(await teamHere()),
};

/** What giving out needs. Throws LedgerProblem. */
export async function openDeskPool(options: OpenOptions): Promise<DeskPool> {
  const db = await openLedger(options);
  const pool = teamDeskPool(deskPool(db), (await teamHere()).does, { isDue: (now) => holdsDue(db, now) });
  return givingHere(pool, await leasesHere(), way);
}

/** The whole door. Throws LedgerProblem. */
export async function openPool(options: OpenOptions): Promise<Pool> {
  const db = await openLedger(options);
  const pool = teamPool(localPool(db), (await teamHere()).does, {
    isDue: (now) => holdsDue(db, now),
    namedUses: (report) => namedUses(db, report),
    restoreOwn: (backup) => restoreOwn(db, backup),
  });
  return givingHere(pool, await leasesHere(), way);
}
