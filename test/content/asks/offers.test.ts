import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OfferWitness } from '../../../src/content/asks/offers';
import { offerChecklist } from '../../../src/content/model/offer-checklist';
import type { Reading } from '../../../src/domain/reading';
import type { PageReading } from '../../../src/page/read-page';

const sent = vi.hoisted(() => [] as { limit: number | null }[]);
let answer = () => {};
vi.mock('../../../src/platform/native', () => ({ browser: { runtime: { id: 'claimcheck' } } }));
vi.mock('../../../src/messaging/send', () => ({
  send: (_: unknown, __: string, offer: { limit: number | null }) => {
    sent.push(offer);
    return new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: null });
    });
  },
}));

const url = new URL('https://sellercentral.amazon.com/abis/listing/edit/offer?sku=GP-1');
function limit(value: number | null, unverified?: readonly string[]): Reading<number | null> {
  const evidence = { signals: ['label'], label: 'max order quantity', ...(unverified ? { unverified } : {}) };
  return { kind: 'read', value, evidence, target: 1 } as Reading<number | null>;
}
const page = (reading: Reading<number | null>) =>
  ({
    page: 'offer',
    maxOrderQuantity: reading,
    price: null,
    store: { account: null, marketplace: null },
  }) as unknown as PageReading;

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
});
afterEach(() => void vi.useRealTimers());

it('keeps a limit that stood for a while, and nothing that was found by a guessed word', async () => {
  const witness = new OfferWitness(() => {});
  witness.see(page(limit(1, ['max. bestellmenge'])), url);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual([]);
  witness.see(page(limit(1)), url);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent.map((offer) => offer.limit)).toEqual([1]);
  answer();
  await vi.advanceTimersByTimeAsync(1);
  expect(witness.kept).toBe(true);
});

it('does not say that it is kept where the seller typed before the answer came', async () => {
  const witness = new OfferWitness(() => {});
  witness.see(page(limit(1)), url);
  await vi.advanceTimersByTimeAsync(2000);
  witness.stop();
  answer();
  await vi.advanceTimersByTimeAsync(1);
  expect(witness.kept).toBe(false);
});

it('asks to save only what is safe; what is not is wrong also while it is typed', () => {
  const line = (value: number | null) => offerChecklist(limit(value), '', 1, true).results[0];
  expect(line(1)).toMatchObject({ state: 'confirm', should: '' });
  expect(line(500)).toMatchObject({ state: 'fail', should: '1' });
  expect(line(null)).toMatchObject({ state: 'fail' });
});
