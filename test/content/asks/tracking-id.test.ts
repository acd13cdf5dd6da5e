import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { trackingIdOwner } from '../../../src/content/asks/tracking-id';
import type { Reading } from '../../../src/domain/reading';
import type { PageReading } from '../../../src/page/read-page';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../../src/platform/native', () => ({ browser: { runtime: { id: 'claimcheck' } } }));
vi.mock('../../../src/messaging/send', () => ({
  send: async (_: unknown, __: string, { trackingId }: { trackingId: string }) => {
    asked.push(trackingId);
    return { ok: true, value: { taken: trackingId === 'CC-OLD' } };
  },
}));

const page = { page: 'create', store: { marketplace: { code: 'US' } } } as unknown as PageReading;
const reading = (value: string) => ({ kind: 'read', value }) as unknown as Reading<string>;

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
});
afterEach(() => void vi.useRealTimers());

it('asks for what the seller typed, and nothing that a page wrote into the field', async () => {
  const owner = trackingIdOwner(() => {});
  for (const typed of [null, 'CC-OL', 'CC-OLDER']) {
    expect(owner.of(reading('CC-OLD'), page, typed)).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(asked).toEqual([]);
  owner.of(reading('CC-OLD'), page, 'CC-OLD');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['CC-OLD']);
  expect(owner.of(reading('CC-OLD'), page, 'CC-OLD')).toBe(true);
  // Known by now, but again not the seller's text.
  expect(owner.of(reading('CC-OLD'), page, 'CC-NEW')).toBe(false);
});
