import { type Promotion, validity } from '../../domain/promotion';
import { sentMessages } from '../../stored/sent-messages';
import type { IssuanceSummary } from '../pool';

/** A list of people whose codes were reserved before the promotion began. */
export interface Reserved {
  readonly issuance: string;
  /** The list's name. */
  readonly note: string;
  /** People whose message is not marked as sent. */
  readonly waiting: number;
}

/** Whether codes that go out now are reserved: they don't work yet. */
export function reserves(promotion: Promotion, now: number): boolean {
  return validity(promotion, now) === 'not-started';
}

/** The lists among these acts that wait for their messages, now that the codes work. */
export async function reservedLists(
  promotion: Promotion,
  acts: readonly IssuanceSummary[],
  now: number,
): Promise<Reserved[]> {
  const { start } = promotion;
  if (start === null || reserves(promotion, now) || validity(promotion, now) === 'ended') return [];
  const before = acts.filter(({ people, at }) => people > 0 && Date.parse(at) < Date.parse(start));
  const lists = await Promise.all(
    before.map(async ({ issuance, note, out, redeemed }) => ({
      ...{ issuance, note },
      waiting: out - redeemed - (await sentMessages(issuance)).size,
    })),
  );
  return lists.filter(({ waiting }) => waiting > 0);
}
