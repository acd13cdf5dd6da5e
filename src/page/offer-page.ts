import type { Reading } from '../domain/reading';
import { locate } from './locate';
import type { Scene } from './nearby';
import { westernDigits } from './numbers';

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
