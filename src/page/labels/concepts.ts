/**
 * What words on the page may stand for. Each language lists its words in this order, one line each;
 * words for the same thing stand side by side, `!` before those that a source confirms.
 */
export const concepts = [
  'buyerPurchases',
  'purchasedItems',
  'buyerGets',
  'appliesTo',
  'startDate',
  'endDate',
  'internalDescription',
  'trackingId',
  'claimCode',
  'onePerCustomer',
  'combinability',
  'detailPage',
  'budget',
  'addTier',
  'removeTier',
  // What the choices of a control are called.
  'singleUse',
  'group',
  'none',
  'preferential',
  'unrestricted',
  'exclusive',
  'atLeastQuantity',
  'atLeastAmount',
  'forEvery',
  'percentOff',
  'amountOff',
  'fixedPrice',
  'freeItems',
  'additionalItem',
  'selectOne',
  'entireCatalog',
  // Which promotion a form makes; an empty first line means the words of `percentOff`.
  'typePercent',
  'typeSocial',
  'typeBogo',
  // Buttons, the claim-code page, the offer page.
  'review',
  'submit',
  'groupName',
  'quantity',
  'create',
  'ready',
  'download',
  'status',
  'maxOrderQuantity',
  // What only has to be called by its name.
  'tiers',
  'manageCodes',
  // What a budget counts.
  'budgetOrders',
  'budgetAmount',
  // What a button says that leads back, and no more than that.
  'wayBack',
  // How it stands with a promotion, on its own page and in the list of all.
  'statusPending',
  'statusActive',
  'statusEnded',
  'statusCanceled',
] as const;

export type Concept = (typeof concepts)[number];

/** The words for one thing; true for those that a source confirms. */
export type Terms = ReadonlyMap<string, boolean>;

export type Vocabulary = Readonly<Record<Concept, Terms>>;

/** What may be chosen in the form, which no seller calls a product list. */
export const choiceConcepts: readonly Concept[] = [
  'purchasedItems',
  'entireCatalog',
  ...concepts.slice(concepts.indexOf('singleUse'), concepts.indexOf('selectOne')),
];

/** Those that label a setting of the form. */
export const labelConcepts = concepts.slice(0, concepts.indexOf('addTier'));
