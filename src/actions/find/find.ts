import { foldedText, lookAlikeForm } from '../../domain/codes/claim-code';
import { slipsIn } from '../../domain/codes/near-codes';
import { whyItFails } from '../../domain/codes/why-it-fails';
import { marketplace, timeZoneOf } from '../../domain/marketplaces';
import type { FailKind } from '../../domain/messages/message-words';
import { type Promotion, validity } from '../../domain/promotion';
import { groupPeople } from '../../domain/same-person';
import { nearlyCodes } from '../../domain/text/asked-text';
import { nameKey } from '../../domain/text/name-key';
import { copyText } from '../../platform/clipboard';
import { instant, masked, maskedBut, sayWhom } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say } from '../../words/say';
import type { DeskPool, EarlierLife, Found, IssuanceSummary, OneCode, PromotionWithCounts } from '../pool';

/** One code found, as it may be shown: in full only where the seller typed it in full. */
export interface Answer {
  /** The whole code, for acts on it; not for showing. */
  readonly code: string;
  readonly shown: string;
  /** Places in it that are other than what was typed, where it is `near`. */
  readonly marks: readonly number[];
  readonly promotion: Promotion;
  /** It is not what was typed, but close to it. */
  readonly near: boolean;
  /** One sentence on what happened to it. */
  readonly told: string;
  /** From and until when it works, in the store's time; null where neither is known. */
  readonly works: string | null;
  /** What it works for; null: not known. */
  readonly products: string | null;
  /** Why it may fail, those that are proved first. */
  readonly reasons: readonly { readonly sure: boolean; readonly text: string }[];
  /** Somebody has it and has not used it, as far as is known: it can be copied for them, taken back, and marked as used. */
  readonly isOut: boolean;
  /** It went out and is not known as used: also where it was canceled since, for Amazon takes it all the same. */
  readonly canBeUsed: boolean;
  readonly canceled: boolean;
  /** The code alone, as an act of giving out of its own; null where nobody has it. */
  readonly act: IssuanceSummary | null;
  readonly place: OneCode;
  /** What a reply to the shopper says of it. */
  readonly fails: FailKind;
}

/** Everything that answers to what was typed. */
export interface Finding {
  readonly answers: readonly Answer[];
  /** How many codes there are; where there may be more, `more`. */
  readonly total: number;
  readonly more: boolean;
  /** Those who go by this name, and how many of these codes went to them; null where not all of them are here. */
  readonly people: readonly {
    readonly name: string;
    readonly handle: string;
    readonly codes: number | null;
  }[];
  readonly promotions: readonly { readonly promotion: Promotion; readonly left: number }[];
}

/** Answers shown at first; each time that the rest is asked for, five times as many. */
export const firstAnswers = 20;
const moreEachTime = 5;
/** Promotions and people named, at most. */
const mostNamed = 5;

/** What a look-up needs beside the text. */
interface FindHow {
  /** All of them, as the page that asks knows them already. */
  readonly promotions: readonly PromotionWithCounts[];
  readonly shown?: number;
  readonly stop?: AbortSignal;
}

/** Makes ready for the first look-up; should that fail, the look-up itself tells. */
export function prepareAnswers(pool: DeskPool): void {
  pool.prepareFind().catch(() => undefined);
}

/**
 * Looks up a code, a part of one, a person, a channel, a promotion, or a pasted message. Only where nothing answers are
 * codes looked for that are one or two letters away; `stop` gives that up.
 */
export async function findAnswers(
  pool: DeskPool,
  text: string,
  { promotions: all, shown = firstAnswers, stop }: FindHow,
): Promise<Finding> {
  const asked = text.trim();
  const promotions = asked.length < 2 ? [] : promotionsNamed(all, asked);
  const page = await pool.findPage(asked, shown, shown * moreEachTime);
  if (page.found.length > 0 || promotions.length > 0) {
    const answers = page.found.map((found) => answerOf(found, text, false));
    const isWhole = !page.more && page.total === page.found.length;
    return {
      answers,
      total: page.total,
      more: page.more,
      people: peopleNamed(page.found, asked).map((each) => (isWhole ? each : { ...each, codes: null })),
      promotions,
    };
  }
  const near = (await pool.findNear(asked, stop)).map((found) => answerOf(found, text, true));
  return { answers: near, total: near.length, more: false, people: [], promotions };
}

/** By every word of name and Tracking ID, or by the store, those in use first. */
function promotionsNamed(all: readonly PromotionWithCounts[], text: string): Finding['promotions'] {
  const wanted = nameKey(text);
  const words = wanted.split(' ');
  const isAsked = ({ name, trackingId, marketplace: store }: Promotion) =>
    words.every((word) => nameKey(`${name} ${trackingId ?? ''}`).includes(word)) ||
    (store !== null && [store, marketplace(store).name].some((each) => nameKey(each) === wanted));
  return all
    .filter(({ promotion }) => isAsked(promotion))
    .sort((a, b) => Number(Boolean(a.promotion.archived)) - Number(Boolean(b.promotion.archived)))
    .slice(0, mostNamed)
    .map(({ promotion, counts }) => ({ promotion, left: counts.available }));
}

function peopleNamed(found: readonly Found[], text: string) {
  const wanted = nameKey(text);
  const named = found.filter(({ to, handle }) => [to, handle].some((name) => nameKey(name).includes(wanted)));
  const groups = groupPeople(named);
  const people = new Map<number, { name: string; handle: string; codes: number }>();
  for (const [i, { to, handle }] of named.entries()) {
    const known = people.get(groups[i] ?? -1) ?? { name: to, handle, codes: 0 };
    known.codes++;
    known.handle ||= handle;
    people.set(groups[i] ?? -1, known);
  }
  return [...people.values()].slice(0, mostNamed);
}

function answerOf(found: Found, text: string, near: boolean): Answer {
  const { promotion, state, redeemedAt, orderId } = found;
  const reasons = whyItFails({ state, used: redeemedAt !== null, orderId }, promotion, Date.now());
  return {
    ...{ code: found.code, promotion, near, place: found.place },
    ...(near ? shownNear(found.code, text) : { shown: shownOf(found.code, text), marks: [] }),
    told: [told(found), ...found.earlier.map(earlierWords)].join(' '),
    works: works(promotion),
    products: promotion.productName || promotion.selection || null,
    reasons: reasons.map(({ sure, why }) => ({ sure, text: inWords(why) })),
    isOut: isOut(found),
    canBeUsed: isOut(found) || (state === 'void' && found.at !== null),
    canceled: state === 'void',
    act: actOf(found),
    fails: near ? 'typo' : failKind(found, promotion),
  };
}

function shownOf(code: string, text: string): string {
  return letters(text).includes(letters(code)) ? code : masked(code);
}

/** Two codes a slip away from what was typed often begin and end alike: what is other than typed tells them apart. */
function shownNear(code: string, text: string): Pick<Answer, 'shown' | 'marks'> {
  const wanted = lookAlikeForm(code);
  const [meant] = nearlyCodes(text)
    .map((typed) => slipsIn(lookAlikeForm(typed), wanted))
    .sort((a, b) => a.slips - b.slips);
  const { text: shown, marks } = maskedBut(code, meant?.at ?? []);
  return { shown, marks };
}

/** The code alone, as an act: what it was given out with may be with others. */
function actOf(found: Found): IssuanceSummary | null {
  const { issuance, promotion, at, to, handle, channel, code } = found;
  if (issuance === null) return null;
  const counts = { count: 1, people: 0, returned: 0, out: isOut(found) ? 1 : 0, redeemed: 0 };
  const whom = { to: to || handle, channel, note: '', by: '' };
  return { issuance, promotionId: promotion.id, at: at ?? '', ...whom, ...counts, firstCode: code };
}

function failKind({ state, redeemedAt }: Found, promotion: Promotion): FailKind {
  if (redeemedAt !== null) return 'used';
  const valid = validity(promotion, Date.now());
  if (valid === 'ended') return 'ended';
  if (state === 'void') return 'canceled';
  return valid === 'not-started' ? 'early' : 'check';
}

/** What became of copying a code found. */
export type CopyAnswer = 'copied' | 'refused' | 'not-out';

/**
 * Copies a code that somebody has. It is looked up once more: taken back since, it is left again, and a copy
 * of it would go out uncounted.
 */
export async function copyAnswer(pool: DeskPool, code: string): Promise<CopyAnswer> {
  const now = (await pool.findCodes(code)).find((each) => each.code === code);
  if (!now || !isOut(now)) return 'not-out';
  return (await copyText(code)) ? 'copied' : 'refused';
}

function isOut({ state, redeemedAt }: Found): boolean {
  return state === 'issued' && redeemedAt === null;
}

/** Who had it before: “Before: Anna through Instagram, from Oct 4 to Oct 5.” */
function earlierWords(life: EarlierLife): string {
  const had = sayWhom(
    life,
    () => say('foundNobody'),
    (whom) => whom,
    (channel) => say('foundThrough', { channel }),
  );
  const end = instant(Date.parse(life.until));
  return life.edited
    ? say('foundNotedBefore', { whom: had, date: end })
    : say('foundBefore', { whom: had, start: instant(Date.parse(life.from)), end });
}

/** However it was typed. */
function letters(text: string): string {
  return foldedText(text).replace(/[^A-Z0-9]/g, '');
}

function told(found: Found): string {
  const { state, movedTo: name } = found;
  // Whoever has a canceled code may still try it.
  if (state === 'void') return found.at ? `${given(found)} ${say('foundCanceled')}` : say('foundCanceled');
  if (state === 'moved') return name ? say('foundMoved', { name }) : say('foundMovedAway');
  if (state === 'held') return keptBack(found);
  if (state === 'available') return say(found.earlier.length === 0 ? 'foundLeftYet' : 'foundLeft');
  if (found.redeemedAt === null) return given(found);
  const used = found.orderId ? say('foundUsedIn', { order: found.orderId }) : say('foundUsed');
  return `${given(found)} ${used}`;
}

function given(found: Found): string {
  if (!found.at) {
    return sayWhom(
      found,
      () => say('foundGiven'),
      (whom) => say('foundGivenTo', { whom }),
      (channel) => say('foundGivenThrough', { channel }),
    );
  }
  const date = instant(Date.parse(found.at));
  return sayWhom(
    found,
    () => say('foundGivenOn', { date }),
    (whom) => say('foundGivenOnTo', { whom, date }),
    (channel) => say('foundGivenOnThrough', { channel, date }),
  );
}

function keptBack({ keptBack }: Found): string {
  const whom = keptBack?.to;
  const date = keptBack?.until && instant(Date.parse(keptBack.until));
  if (whom) return date ? say('foundHeldForUntil', { whom, date }) : say('foundHeldFor', { whom });
  return date ? say('foundHeldUntil', { date }) : say('foundHeld');
}

function works({ start, end, marketplace: store }: Promotion): string | null {
  const zone = timeZoneOf(store);
  const show = (iso: string) => instant(Date.parse(iso), zone);
  if (start !== null && end !== null) return say('foundWorksBetween', { start: show(start), end: show(end) });
  if (end !== null) return say('foundWorksUntil', { end: show(end) });
  return start === null ? null : say('foundWorksFrom', { start: show(start) });
}
