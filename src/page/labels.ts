/**
 * Amazon's own words on the promotion form, in English, as `plain()` leaves them. Sources: Amazon's
 * help pages G60961, G202140170, 201843810 and 202138790, and course pages that show the form.
 */
export const labels = {
  buyerPurchases: ['buyer purchases'],
  purchasedItems: ['purchased items'],
  buyerGets: ['buyer gets'],
  appliesTo: ['applies to'],
  startDate: ['start date'],
  endDate: ['end date'],
  startTime: ['start time'],
  endTime: ['end time'],
  internalDescription: ['internal description'],
  trackingId: ['tracking id'],
  claimCode: ['claim code'],
  onePerCustomer: ['one redemption per customer', 'one redemption per buyer'],
  combinability: ['claim code combinability'],
  detailPage: ['detail page display text'],
  addTier: ['add tier', 'add another tier', 'add a tier'],
  removeTier: ['remove tier', 'remove'],
  customizeMessaging: ['customize messaging', 'customise messaging'],
  review: ['review'],
  submit: ['submit'],
  manageClaimCodes: ['manage claim codes'],
  groupName: ['group name'],
  quantity: ['quantity'],
  create: ['create'],
  ready: ['ready'],
  download: ['download'],
  status: ['status'],
  maxOrderQuantity: ['max order quantity', 'maximum order quantity', 'max. order quantity'],
} as const satisfies Record<string, readonly string[]>;

/** What the choices of a control are called. */
export const options = {
  claimCode: {
    'single-use': ['single-use', 'single use', 'single-use code', 'single-use claim code'],
    group: ['group', 'group code', 'group claim code'],
    none: ['none', 'no claim code'],
  },
  combinability: {
    preferential: ['preferential'],
    unrestricted: ['unrestricted'],
    exclusive: ['exclusive'],
  },
  purchaseKind: {
    quantity: ['at least this quantity of items', 'at least this quantity'],
    amount: ['at least amount', 'at least amount (in $)', 'at least this amount', 'at least amount (in'],
    'for-every': ['for every quantity of items purchased', 'for every quantity of items'],
  },
  discountKind: {
    percent: ['percent off', 'percentage off', 'percent off (in %)'],
    amount: ['amount off', 'amount off (in $)', 'money off', 'amount off (in'],
    fixed: ['fixed price for all items', 'fixed price for all items (in $)'],
    free: ['free items', 'free item', 'free shipping'],
  },
  appliesTo: {
    purchased: ['purchased items', 'purchased item'],
    additional: ['additional item', 'qualifying item', 'additional items', 'qualifying items'],
  },
  selection: {
    unset: [
      'select one',
      'select',
      'select a product selection',
      'select another',
      'choose one',
      'please select',
      '--',
      '-',
      'none',
      'select a product list',
      'create a new product selection',
      'select product selection',
    ],
    entire: ['entire catalog', 'entire catalogue', 'all products', 'whole catalog', 'the entire catalog'],
  },
} as const;

/** Which promotion a form makes, by its heading. */
export const headings = {
  'percentage-off': /percentage off|percent off/,
  social: /social media promo code/,
  bogo: /buy one get one/,
} as const;
