import type { Reading } from '../../domain/reading';
import { locate } from '../locate/locate';
import type { Scene } from '../locate/scene';
import { westernDigits } from '../values/numbers';

/**
 * The max order quantity on a product's offer page; null where the field is empty. The first name was
 * seen on the live editor; the others follow the naming of its older generations and prove nothing alone.
 */
export function readMaxOrderQuantity(scene: Scene): Reading<number | null> {
  const located = locate(scene, {
    setting: 'maxOrderQuantity',
    roles: ['text'],
    knownNames: ['max_order_quantity-0-value'],
    likelyName: /max_order_quantity/,
    labels: scene.terms.maxOrderQuantity,
  });
  if (!located.found)
    return { kind: 'unread', reason: located.reason, target: located.candidates[0]?.index ?? null };
  const { found, evidence } = located;
  const text = westernDigits((found.el as HTMLInputElement).value).trim();
  if (text !== '' && !/^\d+$/.test(text)) return { kind: 'unread', reason: 'ambiguous', target: found.index };
  return { kind: 'read', value: text === '' ? null : Number(text), evidence, target: found.index };
}

/** What the product is called, with the field it stands in; known by its names alone, null where there is none. */
export function readProductName(scene: Scene): { readonly value: string; readonly target: number } | null {
  const { found } = locate(scene, { roles: ['text'], knownNames: ['item_name-0-value', 'item_name'] });
  const value = found ? (found.el as HTMLInputElement).value.replace(/\s+/g, ' ').trim() : '';
  return found && value !== '' && value.length <= 500 ? { value, target: found.index } : null;
}

/** The field of the seller's own price, as public code names it on three generations of the live editor. */
const priceNames = [
  'purchasable_offer-0-our_price-0-schedule-0-value_with_tax',
  'purchasable_offer#1.our_price#1.schedule#1.value_with_tax',
  'standard_price',
];

/** The field of what a seller who ships has in stock, as public code names it; what lies at Amazon stands in no field. */
const stockNames = ['fulfillment_availability#1.quantity'];

/** What one unit costs, or how many there are, with the field it stands in. */
export interface NumberReading {
  readonly value: number;
  readonly target: number;
}

/**
 * The seller's price on a product's offer page, found by its known names alone; null where there is none,
 * or where it could be another number than it seems: "1.299" is one thing in Germany and another in the US.
 */
export function readPrice(scene: Scene): NumberReading | null {
  const { found } = locate(scene, { roles: ['text'], knownNames: priceNames });
  if (!found) return null;
  const text = westernDigits((found.el as HTMLInputElement).value).trim();
  if (!/^\d{1,9}([.,]\d{1,2})?$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return value > 0 ? { value, target: found.index } : null;
}

/** How many units the seller has in stock, found by its known name alone; null where there is no such field. */
export function readStock(scene: Scene): NumberReading | null {
  const { found } = locate(scene, { roles: ['text'], knownNames: stockNames });
  if (!found) return null;
  const text = westernDigits((found.el as HTMLInputElement).value).trim();
  return /^\d{1,7}$/.test(text) ? { value: Number(text), target: found.index } : null;
}
