import { readValue } from '../reading';
import { type OfferEvidence, type Rule, unread } from './check';

const number = new Intl.NumberFormat();

export const percentOff: Rule = {
  id: 'percent-off',
  label: 'Buyer gets',
  why: 'One slip of a digit sells your stock at that price. It can’t be changed after Submit.',
  reading: (readings) => readings.discount,
  severity: () => 'blocker',
  judge({ discount }, { limits }) {
    if (discount.kind !== 'read') return unread(discount);
    const { kind, value, text } = discount.value;
    const should = `Percent off, 1 to ${number.format(limits.maxPercentOff)} %`;
    if (kind === 'unset') return { state: 'fail', have: 'Nothing chosen', should, unset: true };
    if (kind !== 'percent') return { state: 'fail', have: text, should };
    if (value === null)
      return text === ''
        ? { state: 'fail', have: 'Not set yet', should, unset: true }
        : { state: 'fail', have: `“${text}”`, should };
    const have = `${number.format(value)} % off`;
    if (value < 1) return { state: 'fail', have, should };
    if (value > limits.maxPercentOff)
      return {
        state: 'fail',
        have,
        should,
        note: 'The ceiling is yours; change it in Claimcheck’s settings.',
      };
    return { state: 'pass', have };
  },
};

export const productSelection: Rule = {
  id: 'product-selection',
  label: 'Purchased Items',
  why: 'The discount goes on everything in this list. The list can’t be swapped after Submit.',
  reading: (readings) => readings.productSelection,
  severity: () => 'blocker',
  judge({ productSelection: reading }) {
    if (reading.kind !== 'read') return unread(reading);
    if (reading.value.kind === 'unset')
      return { state: 'fail', have: 'No list chosen', should: 'Your own list of products', unset: true };
    if (reading.value.kind === 'entire')
      return { state: 'fail', have: 'Entire catalog', should: 'Your own list of products' };
    return {
      state: 'pass',
      have: reading.value.name,
      note: 'This page doesn’t show which products are in it: open the list on Amazon and look.',
    };
  },
};

export const appliesTo: Rule = {
  id: 'applies-to',
  label: 'Applies to',
  why: 'With another choice the discount goes on a different product than the one bought.',
  reading: (readings) => readings.appliesTo,
  severity: () => 'warning',
  judge({ appliesTo: reading }) {
    if (reading.kind !== 'read') return unread(reading);
    if (reading.value === 'purchased') return { state: 'pass', have: 'Purchased Items' };
    const unset = reading.value === 'unset';
    return {
      state: 'fail',
      have: unset ? 'Nothing chosen' : 'Additional item',
      should: 'Purchased Items',
      unset,
    };
  },
};

export const minimumPurchase: Rule = {
  id: 'minimum-purchase',
  label: 'Buyer purchases',
  why: 'A higher minimum makes codes fail for shoppers who put one item in the cart.',
  reading: (readings) => readings.minimum,
  severity: () => 'warning',
  judge({ minimum }) {
    if (minimum.kind !== 'read') return unread(minimum);
    const { kind, value, text } = minimum.value;
    const should = 'At least this quantity of items: 1';
    if (kind === 'unset') return { state: 'fail', have: 'Nothing chosen', should, unset: true };
    if (kind !== 'quantity') return { state: 'fail', have: text, should };
    if (value === null) return { state: 'fail', have: 'No quantity', should, unset: true };
    if (value === 1) return { state: 'pass', have: 'At least 1 item' };
    return {
      state: 'fail',
      have: `At least ${number.format(value)} items`,
      should,
      note: `Shoppers must buy ${number.format(value)} before the code works.`,
    };
  },
};

export const tiers: Rule = {
  id: 'tiers',
  label: 'Tiers',
  why: 'Further tiers give a second discount for bigger carts.',
  reading: (readings) => readings.tiers,
  severity: () => 'warning',
  judge({ tiers: reading }) {
    if (reading.kind !== 'read') return unread(reading);
    return reading.value <= 1
      ? { state: 'pass', have: 'No further tiers' }
      : { state: 'fail', have: `${number.format(reading.value)} tiers`, should: 'One tier' };
  },
};

export const maxOrderQuantity: Rule = {
  id: 'max-order-quantity',
  label: 'Max Order Quantity',
  why: 'A single-use code works on a whole cart. Only this limit on the product’s own offer page keeps one code from taking 500 units.',
  reading: () => null,
  severity: () => 'blocker',
  judge({ productSelection: selection }, { limits, maxOrderQuantityConfirmed, offers }) {
    const chosen = readValue(selection);
    if (offers && offers.total > 0 && offers.read === offers.total && offers.over.length === 0) {
      return {
        state: 'pass',
        have: `${number.format(offers.read)} of ${number.format(offers.total)} read, none above ${number.format(limits.maxOrderQuantity)}`,
        note: 'As their offer pages showed it within 30 days. Another offer of an ASIN (FBA or FBM) counts by itself once you open its page.',
      };
    }
    const name = chosen?.kind === 'list' ? `every product in “${chosen.name}”` : 'every product on offer';
    return {
      state: 'confirm',
      have: maxOrderQuantityConfirmed ? 'Confirmed by you' : seen(offers),
      should: `${number.format(limits.maxOrderQuantity)} for ${name}, each variation by itself`,
      note: 'Inventory → Edit listing → Offer → Max Order Quantity.',
      confirmed: maxOrderQuantityConfirmed,
    };
  },
};

function seen(offers: OfferEvidence | null | undefined): string {
  if (!offers || offers.total === 0) return 'This page can’t show it';
  const { total, read, over } = offers;
  const first = over.length > 0 ? `${over.slice(0, 3).join(', ')}: no safe limit; ` : '';
  return `${first}${number.format(read)} of ${number.format(total)} read, ${number.format(total - read)} to check`;
}
