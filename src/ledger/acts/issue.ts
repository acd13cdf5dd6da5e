import { said, saidCount } from '../../domain/problem';
import { givesOut, type Promotion } from '../../domain/promotion';
import { append } from '../codes/append-entry';
import { type CodeRange, codesOf, joined } from '../codes/blocks';
import { count, countsIn } from '../codes/counting';
import { overlapping, refuseDamaged, setSpan } from '../codes/spans';
import { newId, timeOf } from '../follow/stamps';
import { packPeople } from '../people/people-blocks';
import type { Person } from '../people/person';
import { promotionIn } from '../promotions/promotions';
import { damagedPromotion } from '../repair/damage';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db, Span, Tx, WriteTx } from '../store/schema';
import { blockSize } from '../store/schema';
import { writeCodes } from '../store/transact';
import { label } from '../views/wording';

/** To whom codes go, where, and who gives them out; all may be empty. */
export interface IssueTo {
  readonly to: string;
  /** E-mail address or handle beside the name, where one is known. */
  readonly handle?: string;
  readonly channel: string;
  readonly note: string;
  readonly by: string;
}

/** Codes given out. It is returned only once it is stored for good. */
export interface Issued {
  readonly issuance: string;
  readonly promotionId: string;
  readonly codes: string[];
  readonly ranges: CodeRange[];
  readonly at: string;
  readonly to: string;
  readonly channel: string;
}

/**
 * Gives out the next codes in line as one act, one entry per unbroken range. Refused while giving out is stopped, and of
 * a promotion that was put away.
 * Throws LedgerProblem `not-enough` (then nothing is given out), `not-found`, `not-allowed`.
 */
export function issueNext(db: Db, promotionId: string, wanted: number, to: IssueTo): Promise<Issued> {
  return writeCodes(db, async (tx) => {
    const promotion = await promotionGivingOut(tx, promotionId);
    const issued = await issue(tx, promotion, await pickNext(tx, promotion, wanted), to);
    if (wanted === 1 && (promotion.channel ?? '') !== to.channel)
      await tx.objectStore('promotions').put({ ...promotion, channel: to.channel });
    return issued;
  });
}

/**
 * A promotion of which codes may be given out. Throws LedgerProblem `not-allowed` while that is stopped or it is put away:
 * a page may not have heard of it yet; `not-found`.
 */
export async function promotionGivingOut(tx: Tx, promotionId: string): Promise<Promotion> {
  const promotion = await promotionIn(tx, promotionId);
  if (givesOut(promotion)) return promotion;
  const why = promotion.archived ? 'problemArchived' : 'problemGivingStopped';
  throw new LedgerProblem('not-allowed', said(why, { promotion: label(promotion) }));
}

/**
 * Gives out exactly these ranges as one act. Throws LedgerProblem `moved` if any of their codes is no
 * longer available in this promotion.
 */
export function issueRanges(
  db: Db,
  promotionId: string,
  ranges: readonly CodeRange[],
  to: IssueTo,
): Promise<Issued> {
  return writeCodes(db, async (tx) => {
    const promotion = await promotionIn(tx, promotionId);
    if (ranges.length === 0) throw new LedgerProblem('not-allowed', said('problemNoCodesToGive'));
    return issue(tx, promotion, joined(ranges), to);
  });
}

/** A promotion's available spans in the order of giving out. */
export function line(promotionId: string): IDBKeyRange {
  return IDBKeyRange.bound(
    [promotionId, 'available', 0],
    [promotionId, 'available', Number.POSITIVE_INFINITY],
  );
}

/** The ranges of the next codes in line. Throws LedgerProblem `not-enough`, `not-allowed`. */
export async function pickNext(tx: Tx, promotion: Promotion, wanted: number): Promise<CodeRange[]> {
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw new LedgerProblem('not-allowed', said('problemSayHowManyToGive'));
  }
  const left = (await countsIn(tx, promotion.id)).available;
  if (left < wanted) throw notEnough(promotion, left, wanted);
  return nextInLine(tx, promotion, wanted);
}

async function nextInLine(tx: Tx, promotion: Promotion, wanted: number): Promise<CodeRange[]> {
  const picked: CodeRange[] = [];
  let missing = wanted;
  let cursor = await tx.objectStore('spans').index('line').openCursor(line(promotion.id));
  while (cursor && missing > 0) {
    refuseDamaged(cursor.value);
    const { batch, from, count } = cursor.value;
    picked.push({ batch, from, count: Math.min(count, missing) });
    missing -= Math.min(count, missing);
    cursor = missing > 0 ? await cursor.continue() : null;
  }
  if (missing > 0)
    throw damagedPromotion({
      name: label(promotion),
      fault: saidCount('faultCodesNotFound', missing),
    });
  return joined(picked);
}

/** The persons that codes go to, one each in order, where it isn't all to the same. */
interface GivenEach {
  readonly people: readonly Person[];
  /** Hears how many codes are given out so far; what it throws takes all of it back. */
  readonly onGiven: (done: number) => void;
}

/** Gives out these ranges as one act, one entry per range. Throws LedgerProblem `moved`. */
export async function issue(
  tx: WriteTx,
  promotion: Promotion,
  ranges: CodeRange[],
  to: IssueTo,
  each?: GivenEach,
): Promise<Issued> {
  const promotionId = promotion.id;
  const issuance = newId(tx);
  const at = timeOf(tx);
  const act = { issuance, promotionId, to: to.to, channel: to.channel, note: to.note, at, by: to.by };
  const handle = to.handle ? { handle: to.handle } : {};
  const codes: string[] = [];
  for (const range of ranges) {
    if (!covers(await overlapping(tx, range), range, promotionId))
      throw new LedgerProblem('moved', sentences.moved);
    const listed = each ? { people: true as const } : {};
    const entry = await append(tx, { ...act, ...handle, ...range, ...listed, kind: 'issue' });
    const own = each?.people.slice(codes.length, codes.length + range.count) ?? [];
    const given = codes.length;
    await Promise.all(
      packPeople(entry, own).map(async (block) => {
        await tx.objectStore('people').add(block);
        each?.onGiven(Math.min(given + (block.n + 1) * blockSize, given + range.count));
      }),
    );
    await setSpan(tx, { ...range, promotionId, state: 'issued', entry, issue: entry, redeem: 0 });
    for (const code of await codesOf(tx, range)) codes.push(code);
  }
  await count(tx, promotionId, { available: -codes.length, issued: codes.length });
  return { issuance, promotionId, codes, ranges, at, to: to.to, channel: to.channel };
}

function covers(spans: readonly Span[], range: CodeRange, promotionId: string): boolean {
  const free = spans.every((span) => span.state === 'available' && span.promotionId === promotionId);
  const last = spans.at(-1);
  return free && last !== undefined && last.from + last.count >= range.from + range.count;
}

function notEnough(promotion: Promotion, left: number, wanted: number): LedgerProblem {
  const name = label(promotion);
  return new LedgerProblem(
    'not-enough',
    left === 0
      ? said('problemNoCodesLeftIn', { promotion: name })
      : saidCount('problemOnlyLeftIn', left, { promotion: name, wanted }),
  );
}
