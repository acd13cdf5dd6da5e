import { said } from '../../domain/problem';
import type { Person } from '../people/person';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db } from '../store/schema';
import { revisionIn, writeCodes } from '../store/transact';
import { type Issued, type IssueTo, issue, pickNext, promotionGivingOut } from './issue';

/** What giving out to a list needs beside the people. */
export interface ListIssue extends Pick<IssueTo, 'channel' | 'note' | 'by'> {
  /** The ledger's revision when it was seen who has a code already: nothing is given out once it moved. */
  readonly revision?: number;
  /** Hears how many of the codes are given out. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Raised to give it up: heeded until the moment before it is written for good. */
  readonly signal?: AbortSignal;
}

/**
 * Gives out the next codes in line to these people, one each in order, as one act in one transaction. Refused while giving out is stopped, and of a
 * promotion that was put away. Throws LedgerProblem `not-enough` (then nothing is given out), `moved`, `canceled`, `not-found`, `not-allowed`.
 */
export function issueToList(
  db: Db,
  promotionId: string,
  people: readonly Person[],
  { revision, onProgress, signal, ...about }: ListIssue,
): Promise<Issued> {
  const heed = () => {
    if (signal?.aborted) throw new LedgerProblem('canceled', said('problemListCanceled'));
  };
  return writeCodes(db, async (tx) => {
    heed();
    if (revision !== undefined && (await revisionIn(tx)) !== revision)
      throw new LedgerProblem('moved', sentences.moved);
    const promotion = await promotionGivingOut(tx, promotionId);
    const ranges = await pickNext(tx, promotion, people.length);
    const onGiven = (done: number) => {
      heed();
      onProgress?.(done, people.length);
    };
    const issued = await issue(tx, promotion, ranges, { ...about, to: '' }, { people, onGiven });
    heed();
    return issued;
  });
}
