import { ENTIRE, type Settings } from './drawing.ts';

const garlic = 'Garlic press (3 ASINs)';

/**
 * What is chosen on the drawings. `sound` is as it should be; the others are wrong on purpose, because a
 * form that looks fine and isn't is what must never be called fine.
 */
export const values: Readonly<Record<string, Omit<Settings, 'budget' | 'store' | 'kind'>>> = {
  sound: {
    claimCode: 'single-use',
    onePerCustomer: true,
    combinability: 'preferential',
    percentOff: 20,
    selection: garlic,
    detailPage: false,
    appliesTo: 'purchased',
    minimum: 1,
    tiers: 0,
    start: '2026-12-14T08:00',
    end: '2026-12-28T23:59',
    trackingId: 'GARLIC-DEC-20',
    internalDescription: 'December giveaway',
  },
  loose: {
    claimCode: 'group',
    onePerCustomer: false,
    combinability: 'unrestricted',
    percentOff: 90,
    selection: ENTIRE,
    detailPage: true,
    appliesTo: 'additional',
    minimum: 3,
    tiers: 2,
    start: '2026-12-16T00:00',
    end: '2027-10-20T12:00',
    trackingId: '',
    internalDescription: '',
  },
  uncoded: {
    claimCode: 'none',
    onePerCustomer: true,
    combinability: 'exclusive',
    percentOff: 45,
    selection: 'Spring list',
    detailPage: true,
    appliesTo: 'purchased',
    minimum: 2,
    tiers: 1,
    start: '2026-12-15T15:00',
    end: '2027-01-13T00:00',
    trackingId: 'SPRING 7',
    internalDescription: 'Friends and family',
  },
  nearly: {
    claimCode: 'single-use',
    onePerCustomer: false,
    combinability: 'exclusive',
    percentOff: 75,
    selection: 'Kitchen 50',
    detailPage: false,
    appliesTo: 'purchased',
    minimum: 1,
    tiers: 0,
    start: '2026-12-31T12:00',
    end: '2027-01-30T23:00',
    trackingId: 'KITCHEN-50-10',
    internalDescription: '10 for reviewers',
  },
};
