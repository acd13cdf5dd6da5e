import { countNamesLike, type Db } from '../../ledger';
import { lostMark } from './parts';

/** What stands in the place of a text that can't be read: the mark, its entry, its number there. */
const lost = new RegExp(`^${lostMark}[0-9a-f-]{36}\\.\\d+$`);

/** How many names here can't be read. What was forgotten is empty; so the keys of these are gone without a word of the log. */
export function countLost(db: Db): Promise<number> {
  return countNamesLike(db, lostMark, (name) => lost.test(name));
}
