import type { Reading } from '../domain/reading';
import type { PageInventory } from './controls';
import { labels } from './labels';
import { locate } from './locate';

/**
 * The max order quantity on a product's offer page; null where the field is empty. The first name was
 * seen on the live editor; the others follow the naming of its older generations and prove nothing alone.
 */
export function readMaxOrderQuantity(inventory: PageInventory): Reading<number | null> {
  const located = locate(inventory.controls, {
    roles: ['text'],
    knownNames: ['max_order_quantity-0-value'],
    likelyName: /max_order_quantity/,
    labels: labels.maxOrderQuantity,
  });
  if (!located.found)
    return { kind: 'unread', reason: located.reason, target: located.candidates[0]?.index ?? null };
  const text = (located.found.el as HTMLInputElement).value.trim();
  if (text !== '' && !/^\d+$/.test(text))
    return { kind: 'unread', reason: 'ambiguous', target: located.found.index };
  return {
    kind: 'read',
    value: text === '' ? null : Number(text),
    evidence: located.evidence,
    target: located.found.index,
  };
}
