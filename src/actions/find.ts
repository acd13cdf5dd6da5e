import { type CodeState, type Promotion, validity } from '../domain/promotion';
import { showInstant } from '../domain/time';
import { type Db, type Found, findCodes } from '../ledger';
import { masked, toWhom } from './words';

/** One code found, as it may be shown: in full only where the seller typed it in full. */
export interface Answer {
  /** The whole code, for acts on it; not for showing. */
  readonly code: string;
  readonly shown: string;
  readonly promotion: Promotion;
  /** One sentence on what happened to it. */
  readonly told: string;
  /** Why it does not work now; null where nothing is known against it. */
  readonly works: string | null;
  readonly canMarkUsed: boolean;
}

const answers = 20;

/** Looks up a code, a part of one, a person, a channel, or a pasted message. At most 20 answers. */
export async function findAnswers(db: Db, text: string): Promise<Answer[]> {
  const found = await findCodes(db, text.trim(), answers);
  const asked = text.toUpperCase();
  return found.map((each) => ({
    code: each.code,
    shown: asked.includes(each.code) ? each.code : masked(each.code),
    promotion: each.promotion,
    told: told(each),
    works: works(each.promotion),
    canMarkUsed: each.state === 'issued' && each.redeemedAt === null,
  }));
}

const states: Record<Exclude<CodeState, 'issued'>, string> = {
  available: 'Left: not given out yet.',
  held: 'Kept back.',
  void: 'Cancelled.',
  moved: 'Moved to another promotion.',
};

function told(found: Found): string {
  const at = found.at ? ` on ${showInstant(Date.parse(found.at))}` : '';
  if (found.state !== 'issued') return states[found.state];
  const given = `Given out${toWhom(found)}${at}.`;
  if (found.redeemedAt === null) return given;
  return `${given} Used${found.orderId ? ` in order ${found.orderId}` : ' in an order'}.`;
}

function works(promotion: Promotion): string | null {
  const now = validity(promotion, Date.now());
  if (now === 'ended') return 'The promotion has ended: the code no longer works.';
  if (now === 'not-started') return 'The promotion has not started: the code does not work yet.';
  return null;
}
