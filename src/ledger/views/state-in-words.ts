import type { Promotion } from '../../domain/promotion';
import type { Span, Tx } from '../store/schema';
import { day, label } from './wording';

/** A code's promotion and state as part of a sentence: “Garlic (US), given out to Anna on 3 May 2026”. */
export async function placeInWords(tx: Tx, span: Span, promotion: Promotion): Promise<string> {
  return `${label(promotion)}, ${await stateInWords(tx, span)}`;
}

async function stateInWords(tx: Tx, span: Span): Promise<string> {
  const entries = tx.objectStore('entries');
  const redeem = await entries.get(span.redeem);
  if (redeem) return `used in an order on ${day(redeem.at)}`;
  const entry = await entries.get(span.entry);
  switch (span.state) {
    case 'available':
      return 'not given out';
    case 'issued':
      return `given out${entry?.to ? ` to ${entry.to}` : ''}${entry ? ` on ${day(entry.at)}` : ''}`;
    case 'void':
      return `cancelled${entry ? ` on ${day(entry.at)}` : ''}`;
    case 'held':
      return 'kept back';
    case 'moved':
      return `handed over to ${entry?.to || 'a colleague'}${entry ? ` on ${day(entry.at)}` : ''}`;
  }
}
