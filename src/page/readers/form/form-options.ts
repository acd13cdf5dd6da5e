import type { Vocabulary } from '../../labels';

/** What the choices of the form are called, by our own names for them. */
export function optionsOf(terms: Vocabulary) {
  return {
    claimCode: { 'single-use': terms.singleUse, group: terms.group, none: terms.none },
    combinability: {
      preferential: terms.preferential,
      unrestricted: terms.unrestricted,
      exclusive: terms.exclusive,
    },
    purchaseKind: {
      quantity: terms.atLeastQuantity,
      amount: terms.atLeastAmount,
      'for-every': terms.forEvery,
    },
    discountKind: {
      percent: terms.percentOff,
      amount: terms.amountOff,
      fixed: terms.fixedPrice,
      free: terms.freeItems,
    },
    appliesTo: { purchased: terms.purchasedItems, additional: terms.additionalItem },
  };
}
