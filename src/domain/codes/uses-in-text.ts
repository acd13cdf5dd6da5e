import { foldedText } from './claim-code';
import { codesInLine, linesOf } from './codes-in-text';

/** A code that a line of a text tells to be used in an order. */
export interface CodeUse {
  /** The line, from 1. */
  readonly line: number;
  readonly code: string;
  /** The order id as Amazon writes it. */
  readonly order: string;
}

/** Why a line is not understood. */
export type UseFault = 'no-order' | 'no-code' | 'neither' | 'several';

/** What a pasted list of order ids and codes holds. */
export interface UsesInText {
  readonly uses: readonly CodeUse[];
  readonly bad: readonly { readonly line: number; readonly fault: UseFault }[];
}

const orderId = /(?<![\dA-Za-z-])\d{3}-\d{7}-\d{7}(?![\dA-Za-z-])/g;

/**
 * Reads a list with an order id and a code on each line, whichever comes first and whatever stands between or beside
 * them. Blank lines are none, and neither is a header above the first pair.
 */
export function usesInText(text: string): UsesInText {
  const uses: CodeUse[] = [];
  const bad: { line: number; fault: UseFault }[] = [];
  for (const [i, written] of linesOf(text).entries()) {
    if (written.trim() === '') continue;
    const line = i + 1;
    const { orders, rest } = ordersIn(written);
    const codes = codesInLine(rest, 'comparing');
    const [order, code] = [orders[0], codes[0]];
    if (order !== undefined && code !== undefined && orders.length === 1 && codes.length === 1)
      uses.push({ line, code, order });
    else if (uses.length > 0 || bad.length > 0 || orders.length > 0 || codes.length > 0 || /\d/.test(written))
      bad.push({ line, fault: faultOf(orders.length, codes.length) });
  }
  return { uses, bad };
}

/** The different order ids of a line, and the line without them. */
function ordersIn(written: string): { readonly orders: readonly string[]; readonly rest: string } {
  // Only where it is written with other signs is a line folded: its capitals tell codes from words.
  const line = written.match(orderId) ? written : foldedText(written);
  const orders = [...new Set(line.match(orderId))];
  return orders.length > 0 ? { orders, rest: line.replace(orderId, ' ; ') } : { orders, rest: written };
}

function faultOf(orders: number, codes: number): UseFault {
  if (orders > 1 || codes > 1) return 'several';
  if (orders === 0) return codes === 0 ? 'neither' : 'no-order';
  return 'no-code';
}
