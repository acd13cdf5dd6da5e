import {
  type Db,
  draftedPromotion,
  type keepDrafted as keepDraftedHere,
  promotionsThatLearn,
} from '../../ledger';
import { addWaitingAct } from '../../stored/team/waiting-acts';

/*
 * In the place of `background/learning`: what the background met on Amazon's pages is everybody's, so the log has to say
 * it. The background has no connection; a page tells the team as soon as one is open. What offer pages showed stays with
 * this browser.
 */

export { rememberOffer, rememberProduct } from '../../ledger';

/** Has the team keep a promotion from what its form told. */
export async function keepDrafted(_db: Db, drafted: Parameters<typeof keepDraftedHere>[1]): Promise<null> {
  const wanted = draftedPromotion(drafted);
  if (wanted) await addWaitingAct('keepPromotion', [wanted]);
  return null;
}

/** Has the team's promotions learn what Amazon shows; how many of those here would. */
export async function learnFromAmazon(
  db: Db,
  page: Parameters<typeof promotionsThatLearn>[1],
): Promise<number> {
  const news = await promotionsThatLearn(db, page);
  if (news > 0) await addWaitingAct('learnFromAmazon', [page]);
  return news;
}
