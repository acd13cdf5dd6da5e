import { foldedText } from '../../domain/codes/claim-code';
import { whyItFails } from '../../domain/codes/why-it-fails';
import { marketplace } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { copyText } from '../../platform/clipboard';
import { instant, masked, sayWhom } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say } from '../../words/say';
import type { DeskPool, EarlierLife, Found } from '../pool';

/** One code found, as it may be shown: in full only where the seller typed it in full. */
export interface Answer {
  /** The whole code, for acts on it; not for showing. */
  readonly code: string;
  readonly shown: string;
  readonly promotion: Promotion;
  /** One sentence on what happened to it. */
  readonly told: string;
  /** From and until when it works, in the store's time; null where neither is known. */
  readonly works: string | null;
  /** What it works for; null: not known. */
  readonly products: string | null;
  /** Why it may fail, those that are proved first. */
  readonly reasons: readonly { readonly sure: boolean; readonly text: string }[];
  /** Somebody has it and has not used it, as far as is known: it can be copied for them, and marked as used. */
  readonly isOut: boolean;
  /** It went out and is not known as used: also where it was canceled since, for Amazon takes it all the same. */
  readonly canBeUsed: boolean;
}

const answers = 20;

/** Makes ready for the first look-up; should that fail, the look-up itself tells. */
export function prepareAnswers(pool: DeskPool): void {
  pool.prepareFind().catch(() => undefined);
}

/** Looks up a code, a part of one, a person, a channel, or a pasted message. At most 20 answers. */
export async function findAnswers(pool: DeskPool, text: string): Promise<Answer[]> {
  const found = await pool.findCodes(text.trim(), answers);
  const asked = letters(text);
  return found.map((each) => ({
    code: each.code,
    shown: asked.includes(letters(each.code)) ? each.code : masked(each.code),
    promotion: each.promotion,
    told: [told(each), ...each.earlier.map(earlierWords)].join(' '),
    works: works(each.promotion),
    products: each.promotion.productName || each.promotion.selection || null,
    reasons: whyItFails(
      { state: each.state, used: each.redeemedAt !== null, orderId: each.orderId },
      each.promotion,
      Date.now(),
    ).map(({ sure, why }) => ({ sure, text: inWords(why) })),
    isOut: isOut(each),
    canBeUsed: isOut(each) || (each.state === 'void' && each.at !== null),
  }));
}

/** What became of copying a code found. */
export type CopyAnswer = 'copied' | 'refused' | 'not-out';

/**
 * Copies a code that somebody has. It is looked up once more: taken back since, it is left again, and a copy
 * of it would go out uncounted.
 */
export async function copyAnswer(pool: DeskPool, code: string): Promise<CopyAnswer> {
  const now = (await pool.findCodes(code, answers)).find((each) => each.code === code);
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
  const zone = store ? marketplace(store).timeZone : undefined;
  const show = (iso: string) => instant(Date.parse(iso), zone);
  if (start !== null && end !== null) return say('foundWorksBetween', { start: show(start), end: show(end) });
  if (end !== null) return say('foundWorksUntil', { end: show(end) });
  return start === null ? null : say('foundWorksFrom', { start: show(start) });
}
