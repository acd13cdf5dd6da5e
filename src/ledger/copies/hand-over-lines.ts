import * as z from 'zod/mini';
import { codeShape, normaliseCode } from '../../domain/codes/claim-code';
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
  if (!parsed.success) throw notSound(`line 1: ${fieldFault(parsed.error.issues, told)}`);
  if (codes.length === 0) throw notSound('it holds no codes');
  const bad = codes.findIndex((code) => code !== normaliseCode(code) || codeShape(code) !== 'single-use');
  if (bad >= 0) throw notSound(`line ${bad + 2}: “${codes[bad]?.slice(0, 40)}” is no claim code`);
  if (new Set(codes).size < codes.length) throw notSound('a code is there twice');
  return { ...(parsed.data as Omit<HandOver, 'codes'>), codes };
}

function jsonIn(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notSound('line 1 can’t be read');
  }
}

function notSound(what: string): LedgerProblem {
  return new LedgerProblem(
    'damaged',
    `This hand-over file is not sound: ${what}. Nothing was loaded; ask for it again.`,
  );
}
