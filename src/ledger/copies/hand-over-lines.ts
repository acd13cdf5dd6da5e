import * as z from 'zod/mini';
import { codeShape, normaliseCode } from '../../domain/codes/claim-code';
import { type Said, type SaidValue, said } from '../../domain/problem';
import type { Promotion } from '../../domain/promotion';
import { fieldFault } from '../../domain/text/field-fault';
import { LedgerProblem } from '../store/problem';
import { promotion } from '../store/row-shapes';
import { id, instant, text } from '../store/shape-parts';

const needed = {
  ...({ id: true, name: true, trackingId: true, marketplace: true, account: true } as const),
  ...({ percentOff: true, start: true, end: true, amazonIds: true } as const),
};
type Needed = keyof typeof needed;

/** A promotion with what the other side needs to know of it. */
export type HandedPromotion = Pick<Promotion, Needed> & Partial<Promotion>;

/** Codes on their way to a colleague: what the file holds. */
export interface HandOver {
  /** The file's own id; no ledger takes it twice. */
  readonly file: string;
  readonly promotion: HandedPromotion;
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly codes: readonly string[];
}

const handed = z.object({
  ...z.partial(z.omit(promotion, needed)).shape,
  ...z.pick(promotion, needed).shape,
});
const aboutShape = z.object({ file: id, promotion: handed, to: text, by: text, at: instant });

/** A hand-over as lines for a file. */
export function handOverLines({ codes, ...about }: HandOver): string[] {
  return [JSON.stringify(about), codes.join('\n')];
}

/**
 * The hand-over that a file's lines hold, checked to the last field, every code by its shape. Throws
 * LedgerProblem `damaged` with the line and the field.
 */
export function readHandOver([about, ...codes]: readonly string[]): HandOver {
  const told = jsonIn(about);
  const parsed = aboutShape.safeParse(told);
  if (!parsed.success)
    throw notSound(said('faultAt', { where: line(1), fault: fieldFault(parsed.error.issues, told) }));
  if (codes.length === 0) throw notSound(said('faultNoCodes'));
  const bad = codes.findIndex((code) => code !== normaliseCode(code) || codeShape(code) !== 'single-use');
  if (bad >= 0) {
    const fault = said('faultNoCode', { text: codes[bad]?.slice(0, 40) ?? '' });
    throw notSound(said('faultAt', { where: line(bad + 2), fault }));
  }
  if (new Set(codes).size < codes.length) throw notSound(said('faultCodeTwice'));
  return { ...(parsed.data as Omit<HandOver, 'codes'>), codes };
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notSound(said('faultUnreadable', { where: line(1) }));
  }
}

function line(at: number): Said {
  return said('placeLine', { line: String(at) });
}

function notSound(fault: SaidValue): LedgerProblem {
  return new LedgerProblem('damaged', said('problemHandOverNotSound', { fault }));
}
