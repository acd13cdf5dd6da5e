import { marketplace } from '../marketplaces';
import { type Promotion, validity } from '../promotion';
import { showInstant } from '../time';

/** What somebody still has of a promotion: how many codes, and how many of them are known to be of no more use. */
export interface EarlierCodes {
  readonly count: number;
  /** Known to be used in orders. */
  readonly used: number;
  readonly cancelled: number;
}

/** Their state and end in two short sentences: "Not marked as used. Works until Nov 30, 11:59 PM PST." */
export function earlierWords(codes: EarlierCodes, promotion: Promotion, now: number): string {
  return `${stateWords(codes)}. ${endWords(promotion, now)}.`;
}

function stateWords({ count, used, cancelled }: EarlierCodes): string {
  if (used === 0 && cancelled === 0) return 'Not marked as used';
  if (count === 1) return used > 0 ? 'Used in an order' : 'Cancelled';
  const parts = [used > 0 && `${used} used in orders`, cancelled > 0 && `${cancelled} cancelled`];
  return `Of these ${parts.filter(Boolean).join(', ')}`;
}

function endWords({ start, end, marketplace: store }: Promotion, now: number): string {
  const zone = store ? marketplace(store).timeZone : undefined;
  const show = (iso: string) => showInstant(Date.parse(iso), zone, now);
  const state = validity({ start, end }, now);
  if (state === 'not-started' && start) return `Works from ${show(start)}`;
  if (end === null) return 'End date not known';
  return state === 'ended' ? `Ended ${show(end)}` : `Works until ${show(end)}`;
}
