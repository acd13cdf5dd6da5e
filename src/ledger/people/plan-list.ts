import { sameProduct } from '../../domain/product';
import type { CodeState } from '../../domain/promotion';
import { type KnownBy, keysOf, samePerson } from '../../domain/same-person';
import { codeToShow } from '../codes/blocks';
import { countsIn } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { overlapping, within } from '../codes/spans';
import { promotionIn } from '../promotions/promotions';
import { sortedOut } from '../repair/row-faults';
import type { Db, Tx } from '../store/schema';
import { read, revisionIn } from '../store/transact';
import { namesAmong } from '../views/known-names';
import { listedUnderEach, type Told } from './known-people';
import { People } from './people';
import { toldUnder } from './told-under';

/** What somebody of a list has already: of this promotion, or of another of the same product. */
export interface Had {
  readonly promotionId: string;
  readonly issuance: string;
  readonly code: string;
  /** As it was written then. */
  readonly to: string;
  readonly at: string;
  readonly state: CodeState;
  readonly used: boolean;
}

/** What giving out to a list would find; nothing is written. */
export interface ListPlan {
  /** The ledger's revision that all of it is true of. */
  readonly revision: number;
  readonly left: number;
  /** Parallel to the people: what each has already; null for nothing. */
  readonly had: readonly (Had | null)[];
}

/** People looked up in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 200;

/** Looks who of a list has a code already. `onProgress` is told of people; what it throws ends the look-up. */
export async function planList(
  db: Db,
  promotionId: string,
  people: readonly KnownBy[],
  onProgress?: (done: number, total: number) => void,
): Promise<ListPlan> {
  const { revision, left, others } = await read(
    db,
    ['meta', 'promotions', 'counts', 'spans', 'entries', 'batches'],
    async (tx) => {
      const own = await promotionIn(tx, promotionId);
      const all = sortedOut('promotions', await tx.objectStore('promotions').getAll()).sound;
      return {
        revision: await revisionIn(tx),
        left: (await countsIn(tx, promotionId)).available,
        others: all.filter((each) => each.id !== own.id && sameProduct(each, own)).map(({ id }) => id),
      };
    },
  );
  const names = new Set(people.flatMap(keysOf));
  const known = await namesAmong(db, names);
  const listed = await listedUnderEach(db, names);
  const had: (Had | null)[] = [];
  const isKnown = (person: KnownBy) => keysOf(person).some((name) => known.has(name) || listed.has(name));
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce);
    if (some.some(isKnown)) {
      const stores = ['promotions', 'batches', 'blocks', 'entries', 'people', 'spans'] as const;
      await read(db, [...stores], async (tx) => {
        const each = new People(tx);
        for (const person of some) had.push(isKnown(person) ? await find(tx, each, person) : null);
      });
    } else for (const _ of some) had.push(null);
    onProgress?.(had.length, people.length);
  }
  return { revision, left, had };

  async function find(tx: Tx, each: People, person: KnownBy): Promise<Had | null> {
    const elsewhere = new Set(others);
    let second: Had | null = null;
    for (const name of keysOf(person)) {
      const first = await hadUnder(tx, each, person, name, listed.get(name) ?? [], (id) =>
        id === promotionId ? 'stop' : elsewhere.has(id) && second === null ? 'note' : 'skip',
      );
      if (first?.promotionId === promotionId) return first;
      second ??= first;
    }
    return second;
  }
}

/** The newest code that somebody has by this name, of a promotion that is meant; another is noted meanwhile. */
async function hadUnder(
  tx: Tx,
  people: People,
  person: KnownBy,
  name: string,
  listed: readonly Told[],
  isMeant: (promotionId: string) => 'stop' | 'note' | 'skip',
): Promise<Had | null> {
  let noted: Had | null = null;
  for await (const { entry, range } of toldUnder(tx, name, listed)) {
    if (entry.kind !== 'issue' && entry.kind !== 'edit') continue;
    const meant = isMeant(entry.promotionId);
    if (meant === 'skip' || (meant === 'note' && noted)) continue;
    const span = (await overlapping(tx, range)).find(({ issue }) => issue === entry.seq);
    if (!span) continue;
    const { batch, from } = within(span, range);
    const told = await people.at(entry, from);
    if (!samePerson(person, told)) continue;
    const had: Had = {
      ...{ promotionId: entry.promotionId, issuance: entry.issuance, to: told.to, state: span.state },
      code: await codeToShow(tx, batch, from),
      at: (await entryAt(tx, await originOf(tx, entry.seq)))?.at ?? entry.at,
      used: span.redeem > 0,
    };
    if (meant === 'stop') return had;
    noted = had;
  }
  return noted;
}
