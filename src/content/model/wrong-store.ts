import type { PageReading } from '../../page/read-page';
import { say } from '../../words/say';

/**
 * Says that Review was pressed in another store than this page shows: the switch at the top of Seller Central
 * changes every open tab at once. Names this page's store alone. Empty where nothing speaks for that.
 */
export function wrongStore({ store }: PageReading, reviewedElsewhere: boolean): string {
  if (!reviewedElsewhere) return '';
  const name = store.marketplace?.name ?? say('noStore');
  return say('reviewedIn', store.account ? `${store.account} · ${name}` : name);
}
