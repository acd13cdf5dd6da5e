import { Problem, type Said, said } from '../../domain/problem';
import { type Halt, Halted } from '../follow/halt';
import type { Standing } from '../follow/session';
import { NotWritten } from '../follow/writer';
import { LogProblem } from '../log/log';
import { pause } from '../log/waits';
import type { Members } from '../members/team-state';
import { isFull } from '../replay/room';

/** What a page says where the team's log, or this browser's way to it, is the reason. */
export class TeamProblem extends Problem {
  override readonly name = 'TeamProblem';

  constructor(
    said: Said,
    options?: ErrorOptions,
    override readonly over: Promise<void> | null = null,
  ) {
    super(said, options);
  }
}

/**
 * The problem of an act as a page says it; anything that isn't the team's stays as it is. `again`: resolves once the team
 * can be asked again.
 */
export function teamProblem(error: unknown, members: Members | null, again?: () => Promise<void>): unknown {
  const words = wordsOf(error, members);
  // What may have been done is looked up whenever it is read.
  const isOver = error instanceof NotWritten && !error.maybe;
  return words ? new TeamProblem(words, { cause: error }, (isOver && again?.()) || null) : error;
}

/** How long anybody has at least to read why nothing was done, milliseconds. */
const readable = 5000;

/** Resolves once the team, which can't be asked, can be again. */
export async function askableAgain(here: {
  readonly state: { readonly standing: Standing };
  subscribe(listener: () => void): () => void;
}): Promise<void> {
  const read = pause(readable);
  const isAway = () => here.state.standing.kind !== 'current';
  await new Promise<void>((resolve) => {
    // What it stands at is heard a moment after an act.
    let was = isAway();
    const stop = here.subscribe(() => {
      if (was && !isAway()) {
        stop();
        resolve();
      }
      was = isAway();
    });
  });
  await read;
}

/** Whether something wasn't done only since the team couldn't be asked; `surely`: it can't have been done either. */
export function isNotReached(error: unknown, surely = false): boolean {
  const cause = error instanceof TeamProblem ? error.cause : null;
  return cause instanceof NotWritten && !(surely && cause.maybe);
}

/** Whether the log has the act from an earlier time that it was asked for. */
export function isWrittenBefore(error: unknown): boolean {
  const cause = error instanceof TeamProblem ? error.cause : null;
  return cause instanceof NotWritten && cause.before;
}

/** Why it goes no further, for whoever looks at the team; null where it is nothing of the team's. */
export function wordsOf(error: unknown, members: Members | null): Said | null {
  if (error instanceof NotWritten) {
    if (error.maybe) return said(isFull(error.cause) ? 'teamMaybeDoneFull' : 'teamMaybeDone');
    return said('teamNotReached');
  }
  if (error instanceof Halted) return haltWords(error.why, members);
  if (error instanceof LogProblem) return logWords(error);
  // Why the log's readers pass an entry over.
  if (error === 'role') return said('teamRole');
  if (error === 'gone' || error === 'unknown-member') return said('teamGone');
  if (error === 'doubted') return said('teamDoubtedHere');
  if (error === 'nobody') return said('teamNobody');
  if (error === 'last-owner') return said('teamLastOwner');
  if (error === 'too-many') return said('teamTooMany');
  return typeof error === 'string' ? said('teamPassedOver', { why: error }) : null;
}

function haltWords(why: Halt, members: Members | null): Said {
  const nameOf = (id: string) => members?.all[id]?.card.name ?? id;
  switch (why.kind) {
    case 'newer':
      return said('teamNewer', { member: nameOf(why.member) });
    case 'older':
      return said('teamOwnerOlder', { member: nameOf(why.member) });
    case 'locked':
      return said('teamLocked');
    case 'tampered':
      return said('teamTampered', { member: nameOf(why.member) });
    case 'missing':
      return said('teamMissing');
    case 'differs':
      return said('teamDiffers', { member: nameOf(why.member) });
    case 'history-gone':
      return said('teamHistoryGone');
    case 'coming':
      return said('teamStillComing');
    case 'ended':
      return said('teamNotReached');
  }
}

function logWords({ kind, data }: LogProblem): Said {
  switch (kind) {
    case 'refused':
      return said(data.what === 'right' ? 'teamRole' : 'teamRefused');
    case 'full':
      return said('teamFull');
    case 'gap':
      return said('teamGap');
    case 'too-big':
      return said('teamTooBig');
    case 'unreachable':
      return said('teamNotReached');
    case 'broken':
      return said(data.missing === 'keys' ? 'teamEngineOlder' : 'teamBroken');
  }
}
