import type { Say } from '../../words/sentences';
import { readValue } from '../reading';
import { called, type OfferVerdict, type Rule, unread } from './check';

export const percentOff: Rule = {
  id: 'percent-off',
  setting: 'discount',
  severity: () => 'blocker',
  judge({ discount }, context) {
    const { limits, say } = context;
    if (discount.kind !== 'read') return unread(discount, say);
    const { kind, value, text } = discount.value;
    const should = say('percentRange', called('percentOff', context), limits.maxPercentOff);
    if (kind === 'unset') return { state: 'fail', have: say('notChosen'), should, unset: true };
    if (kind !== 'percent') return { state: 'fail', have: text, should };
    if (value === null)
      return text === ''
        ? { state: 'fail', have: say('notSet'), should, unset: true }
        : { state: 'fail', have: say('quoted', text), should };
    const have = say('percent', value);
    if (value < 1) return { state: 'fail', have, should };
    if (value > limits.maxPercentOff)
      return {
        state: 'fail',
        have,
        should: say('atMostYours', limits.maxPercentOff),
        note: say('ceiling'),
      };
    return { state: 'pass', have };
  },
};

export const productSelection: Rule = {
  id: 'product-selection',
  setting: 'productSelection',
  severity: () => 'blocker',
  judge({ productSelection: reading }, context) {
    const { say } = context;
    if (reading.kind !== 'read') return unread(reading, say);
    if (reading.value.kind === 'unset')
      return { state: 'fail', have: say('noList'), should: say('ownList'), unset: true };
    if (reading.value.kind === 'entire')
      return { state: 'fail', have: called('entireCatalog', context), should: say('ownList') };
    return {
      state: 'pass',
      have: reading.value.name,
      note: say('lookInside'),
    };
  },
};

export const appliesTo: Rule = {
  id: 'applies-to',
  setting: 'appliesTo',
  severity: () => 'warning',
  judge({ appliesTo: reading }, context) {
    const { say } = context;
    if (reading.kind !== 'read') return unread(reading, say);
    if (reading.value === 'purchased') return { state: 'pass', have: called('purchasedItems', context) };
    const unset = reading.value === 'unset';
    return {
      state: 'fail',
      have: unset ? say('notChosen') : called('additionalItem', context),
      should: called('purchasedItems', context),
      unset,
    };
  },
};

export const minimumPurchase: Rule = {
  id: 'minimum-purchase',
  setting: 'minimum',
  severity: () => 'warning',
  judge({ minimum }, context) {
    const { say } = context;
    if (minimum.kind !== 'read') return unread(minimum, say);
    const { kind, value, text } = minimum.value;
    const should = say('atLeastOne', called('atLeastQuantity', context));
    if (kind === 'unset') return { state: 'fail', have: say('notChosen'), should, unset: true };
    if (kind !== 'quantity') return { state: 'fail', have: text, should };
    if (value === null) return { state: 'fail', have: say('noQuantity'), should, unset: true };
    if (value === 1) return { state: 'pass', have: say('oneItem') };
    return {
      state: 'fail',
      have: say('manyItems', value),
      should,
      note: say('mustBuy', value),
    };
  },
};

export const tiers: Rule = {
  id: 'tiers',
  setting: 'tiers',
  severity: () => 'warning',
  judge({ tiers: reading }, { say }) {
    if (reading.kind !== 'read') return unread(reading, say);
    return reading.value <= 1
      ? { state: 'pass', have: say('noTiers') }
      : { state: 'fail', have: say('manyTiers', reading.value), should: say('oneTier') };
  },
};

export const maxOrderQuantity: Rule = {
  id: 'max-order-quantity',
  setting: null,
  severity: () => 'blocker',
  judge({ productSelection: selection }, { limits, maxOrderQuantityConfirmed, offers, say }) {
    const chosen = readValue(selection);
    if (offers === 'safe') {
      return {
        state: 'pass',
        have: say('offersFit', limits.maxOrderQuantity),
        note: say('offersNote'),
      };
    }
    const name = chosen?.kind === 'list' ? say('eachOf', chosen.name) : say('eachOffered');
    return {
      state: 'confirm',
      have: maxOrderQuantityConfirmed ? say('byYou') : seen(offers, say),
      should: say('limitFor', limits.maxOrderQuantity, name),
      note: say('limitWhere'),
      confirmed: maxOrderQuantityConfirmed,
    };
  },
};

function seen(offers: OfferVerdict | undefined, say: Say): string {
  return say(offers === 'unsafe' ? 'offersUnsafe' : offers === 'open' ? 'offersLeft' : 'cantShow');
}
