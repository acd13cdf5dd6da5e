import { timeZoneOf } from '../marketplaces';
import { type Said, type SaidValue, said } from '../problem';
import { endedOnAmazon, type Promotion, validity } from '../promotion';

/** What somebody still has of a promotion: how many codes, and how many of them are known to be of no more use. */
export interface EarlierCodes {
  readonly count: number;
  /** Known to be used in orders. */
  readonly used: number;
  readonly canceled: number;
}

/** Their state and end in two short sentences: "Not marked as used. Works until Nov 30, 11:59 PM PST." */
export function stateOfEarlier(codes: EarlierCodes, promotion: Promotion, now: number): SaidValue {
  return { sentences: [stateOf(codes), endOf(promotion, now)] };
}

function stateOf({ count, used, canceled }: EarlierCodes): Said {
  if (used === 0 && canceled === 0) return said('earlierCodesOpen');
  if (count === 1) return said(used > 0 ? 'earlierCodesUsed' : 'earlierCodesCanceled');
  if (canceled === 0) return said('earlierCodesSomeUsed', { used });
  return used === 0
    ? said('earlierCodesSomeCanceled', { canceled })
    : said('earlierCodesBoth', { used, canceled });
}

function endOf(promotion: Promotion, now: number): Said {
  const { start, end, marketplace: store } = promotion;
  const zone = timeZoneOf(store);
  const at = (instant: string) => ({ time: { instant, zone, now } });
  if (endedOnAmazon(promotion)) return said('earlierCodesOver');
  const state = validity(promotion, now);
  if (state === 'not-started' && start) return said('earlierCodesFrom', at(start));
  if (end === null) return said('earlierCodesNoEnd');
  return said(state === 'ended' ? 'earlierCodesEnded' : 'earlierCodesUntil', at(end));
}
