import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { keepLooking } from '../../src/background/guardian';
import { draftKey, type ProofDraft } from '../../src/domain/proof';
import { keepDrafted, openLedger } from '../../src/ledger';
import { browser, startUp } from '../actions/fake-platform';
import { eventually } from '../eventually';

const { said } = vi.hoisted(() => ({ said: [] as number[] }));
vi.mock('../../src/platform/badge', () => ({
  showBadge: async (count: number) => void said.push(count),
}));
vi.mock('../../src/platform/native', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));
vi.mock('../../src/platform/browser', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));

const store = { account: null, marketplace: 'US' } as const;

function draft(trackingId: string): ProofDraft {
  return {
    ...store,
    id: trackingId,
    kind: 'percentage-off',
    trackingId,
    amazonId: null,
    name: trackingId,
    accepted: null,
    form: null,
    review: null,
    marks: [{ step: 'submit', at: new Date().toISOString(), overridden: [] }],
    details: { claimCode: 'single-use', percentOff: 20, start: null, end: null, selection: null },
  };
}

it('counts at its start, after what the ledger took in, and after a form was submitted', async () => {
  keepLooking(Promise.resolve());
  startUp();
  await eventually(() => expect(said.at(-1)).toBe(0));
  const db = await openLedger();
  const seen = { amazonId: 'A1', trackingId: 'T-1', name: 'Garlic', percentOff: 20, start: null, end: null };
  await keepDrafted(db, { ...store, seen, drafts: [draft('T-1')] });
  db.close();
  await eventually(() => expect(said.at(-1)).toBe(1));
  await browser.storage.local.set({ [draftKey(store, { trackingId: 'T-2' })]: draft('T-2') });
  await eventually(() => expect(said.at(-1)).toBe(2));
});
