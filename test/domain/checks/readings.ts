import type { CheckContext } from '../../../src/domain/checks';
import { marketplace } from '../../../src/domain/marketplaces';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { duration, instant, money } from '../../../src/words/format';
import { say } from '../../say';

export const openedAt = Date.parse('2026-11-23T20:00:00Z');

/** What a page surely shows. */
export function read<T>(value: T): Reading<T> {
  return { kind: 'read', value, evidence: { signals: ['label'], label: '' }, target: 1 };
}

/** A form filled in well, without a budget. */
export const good: FormReadings = {
  claimCode: read('single-use'),
  discount: read({ kind: 'percent', value: 20, text: '20' }),
  onePerCustomer: read(true),
  combinability: read({ chosen: 'preferential', exclusiveOffered: false }),
  productSelection: read({ kind: 'list', name: 'Garlic press' }),
  detailPage: read(false),
  appliesTo: read('purchased'),
  minimum: read({ kind: 'quantity', value: 1, text: '1' }),
  tiers: read(1),
  start: read({ date: '2026-11-25', time: '00:00', text: '11/25/2026' }),
  end: read({ date: '2026-12-05', time: '23:59', text: '12/05/2026' }),
  trackingId: read('CC-US-IG-01'),
  internalDescription: read('Garlic-IG-01'),
};

export const context: CheckContext = {
  say,
  show: { instant, duration, money },
  page: 'create',
  kind: 'percentage-off',
  marketplace: marketplace('US'),
  limits: { maxPercentOff: 50, maxRunDays: 30, maxOrderQuantity: 1 },
  openedAt,
  now: openedAt,
  trackingIdTaken: false,
  maxOrderQuantityConfirmed: null,
};
