import { type Promotion, validity } from '../../domain/promotion';
import { sentMessages } from '../../stored/sent-messages';
import type { DeskPool, IssuanceSummary, ListedPerson } from '../pool';

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
  pool: Pick<DeskPool, 'listPeople'>,
  promotion: Promotion,
  acts: readonly IssuanceSummary[],
  now: number,
): Promise<Reserved[]> {
  const { start } = promotion;
  if (start === null || reserves(promotion, now) || validity(promotion, now) === 'ended') return [];
  const before = acts.filter(({ people, at }) => people > 0 && Date.parse(at) < Date.parse(start));
  const lists = await Promise.all(
    before.map(async ({ issuance, note, out, redeemed }) => {
      const sent = await sentMessages(issuance);
      const people = out > redeemed ? whoAwaits(await pool.listPeople(issuance)) : [];
      return { issuance, note, waiting: people.filter((each) => !sent.has(sentKey(each))).length };
    }),
  );
  return lists.filter(({ waiting }) => waiting > 0);
}

/** The people of a list to whom a message is of use: their codes are out, and not used yet. */
export function whoAwaits(people: readonly ListedPerson[]): ListedPerson[] {
  return people.filter(({ state, used }) => state === 'issued' && !used);
}

/** Under what it is kept that somebody's message was sent: the place of the code. */
export function sentKey({ place: { batch, from } }: ListedPerson): string {
  return `${batch}/${from}`;
}
