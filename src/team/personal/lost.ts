import { countNamesLike, type Db } from '../../ledger';
import { lostMark } from './parts';

/** How many names here can't be read. What was forgotten is empty; so the keys of these are gone without a word of the log. */
export function countLost(db: Db): Promise<number> {
  return countNamesLike(db, lostMark);
}
