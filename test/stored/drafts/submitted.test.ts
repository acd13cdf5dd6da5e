import { beforeEach, expect, it, vi } from 'vitest';
import { onSubmitted, readSubmitted, stillAwaited } from '../../../src/stored/drafts/submitted';
import { browser, forget } from '../../actions/fake-platform';
import { promotion } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

const now = Date.parse('2026-06-15T12:00:00.000Z');
const draft = {
  id: 'd1',
  account: null,
  marketplace: 'US',
  kind: 'percentage-off',
  trackingId: 'T-1',
  amazonId: null,
  name: 'Garlic-IG-01',
  marks: [{ step: 'submit', at: '2026-06-15T11:00:00.000Z', overridden: [] }],
  details: { claimCode: 'single-use', percentOff: 20, start: null, end: null, selection: null },
};
const keep = (key: string, value: unknown) => browser.storage.local.set({ [key]: value });

beforeEach(forget);

it('knows what was submitted and not opened since, the latest first', async () => {
  await keep('draft |US|t T-1', draft);
  const later = { ...draft, id: 'd2', name: '', trackingId: 'T-2' };
  await keep('draft |US|t T-2', { ...later, marks: [{ step: 'submit', at: '2026-06-15T11:30:00.000Z' }] });
  expect(await readSubmitted(now)).toMatchObject([
    { id: 'd2', name: 'T-2' },
    { id: 'd1', name: 'Garlic-IG-01', marketplace: 'US', percentOff: 20, at: '2026-06-15T11:00:00.000Z' },
  ]);
});

it.each([
  ['was only reviewed', { marks: [{ step: 'review', at: '2026-06-15T11:00:00.000Z' }] }],
  ['has no single-use codes', { details: { ...draft.details, claimCode: 'group' } }],
  ['is an edit', { amazonId: 'A2KA67KJQ3R6VT' }],
  ['was submitted four days ago', { marks: [{ step: 'submit', at: '2026-06-11T11:00:00.000Z' }] }],
  ['is of no shape we know', { marks: 'submit' }],
])('leaves out what %s', async (_what, other) => {
  await keep('draft |US|t T-1', { ...draft, ...other });
  expect(await readSubmitted(now)).toEqual([]);
});

it('leaves out what is in the list already, in that store', async () => {
  await keep('draft |US|t T-1', draft);
  const submitted = await readSubmitted(now);
  const known = { ...promotion({ trackingId: 'T-1', marketplace: 'US' }), id: 'p' } as never;
  expect(stillAwaited(submitted, [known])).toEqual([]);
  expect(stillAwaited(submitted, [{ ...(known as object), marketplace: 'DE' } as never])).toEqual(submitted);
});

it('tells of each new draft, and of nothing else', async () => {
  let told = 0;
  const stop = onSubmitted(() => told++);
  await keep('settings', {});
  expect(told).toBe(0);
  await keep('draft |US|t T-1', draft);
  stop();
  await keep('draft |US|t T-2', draft);
  expect(told).toBe(1);
});
