import { randomInt, randomUUID } from 'node:crypto';
import { type Marketplace, marketplace } from '../../src/domain/marketplaces.ts';
import { instantOf } from './clock.ts';
import { type Draft, freshDraft } from './draft.ts';

/** One claim code group: a named lot of single-use codes. */
export interface ClaimCodeGroup {
  id: string;
  name: string;
  quantity: number;
  createdAt: number;
  /** How often its page was shown: codes are ready at the second look, as after a refresh. */
  shown: number;
  codes: readonly string[];
}

export interface StoredPromotion {
  id: string;
  store: Marketplace;
  draft: Draft;
  ended: boolean;
  /** Ended before it began. */
  canceled: boolean;
  history: { at: number; what: string }[];
  groups: ClaimCodeGroup[];
}

/** An offer's attributes as saved, by attribute name. */
export type Offer = Record<string, string>;

/** All that one replica knows; it starts afresh with each server. */
export interface State {
  promotions: StoredPromotion[];
  offers: Map<string, Offer>;
  /** Amazon's anti-CSRF token: without it no form post is taken. */
  token: string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const text = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** `quantity` different codes, 4-6-6 as in sellers' help pages; the common first block and the alphabet are guesses. */
export function makeCodes(quantity: number): string[] {
  const first = `7G${text(2)}`;
  const codes = new Set<string>();
  while (codes.size < quantity) codes.add(`${first}-${text(6)}-${text(6)}`);
  return [...codes];
}

/** A new promotion from a form, in old style id: A and 13 letters or numbers. */
export function addPromotion(state: State, store: Marketplace, draft: Draft, now: number): StoredPromotion {
  const promotion = {
    id: `A${text(13)}`,
    store,
    draft,
    ended: false,
    canceled: false,
    history: [{ at: now, what: 'Created' }],
    groups: [],
  };
  state.promotions.unshift(promotion);
  return promotion;
}

/** Makes a claim code group, its codes made at once. */
export function addGroup(
  promotion: StoredPromotion,
  name: string,
  quantity: number,
  now: number,
): ClaimCodeGroup {
  const group = { id: text(10), name, quantity, createdAt: now, shown: 0, codes: makeCodes(quantity) };
  promotion.groups.unshift(group);
  return group;
}

export type Status = 'Pending' | 'Active' | 'Expired' | 'Canceled';

/** The status as the manage list words it; "Canceled" as a tool that reads these pages calls it. */
export function statusOf({ draft, store, ended, canceled }: StoredPromotion, now: number): Status {
  if (canceled) return 'Canceled';
  if (ended || (instantOf(draft.endDate, draft.endTime, store) ?? 0) <= now) return 'Expired';
  return (instantOf(draft.startDate, draft.startTime, store) ?? 0) > now ? 'Pending' : 'Active';
}

/** A store with two old promotions, so that lists are not empty and a duplicate copies old dates. */
export function freshState(now: number): State {
  const state: State = { promotions: [], offers: new Map(), token: randomUUID() };
  const us = marketplace('US');
  const past = now - 60 * 24 * 3_600_000;
  const old = { ...freshDraft('PERCENTAGE_OFF', us, past), purchasedItems: 'PSL-KITCHEN', discount: '15' };
  const shared = { claimCode: 'GROUP' as const, groupCode: 'SPRINGIS', combinability: 'PREFERENTIAL' };
  addPromotion(state, us, { ...old, ...shared, internalDescription: 'Spring influencers' }, past);
  const running = { ...freshDraft('PERCENTAGE_OFF', us, now), purchasedItems: 'PSL-NEW', discount: '5' };
  const began = { startDate: old.startDate, trackingId: 'NEWSLETTER-2026' };
  addPromotion(state, us, { ...running, ...began, internalDescription: 'Newsletter' }, past);
  return state;
}
