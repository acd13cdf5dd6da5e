/** What an import says of a new lot of a promotion of its own. */
export const newLot = {
  promotion: {
    ...{ name: 'Garlic', trackingId: null, marketplace: 'US', account: null, percentOff: null },
    ...{ start: null, end: null, amazonId: null },
  },
  as: { kind: 'new' },
  name: 'lot',
  quantityAsked: null,
  takeBack: false,
  revision: 0,
};
