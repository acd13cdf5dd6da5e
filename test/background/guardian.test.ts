import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { keepLooking } from '../../src/background/guardian';
import { draftKey, type ProofDraft } from '../../src/domain/proof';
import { type Db, issueNext, keepDrafted, openLedger } from '../../src/ledger';
import { saveSwitches } from '../../src/stored/alerts/alert-switches';
import { witness } from '../../src/stored/ledger-witness';
import { browser, clickNotification, done, ring, startUp } from '../actions/fake-platform';
import { eventually } from '../eventually';
import { sample } from '../files/reports/helpers';
import { codes, importCodes, promotion, to } from '../ledger/helpers';
import { takeFile } from '../ledger/reports/helpers';

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

async function inLedger<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  const db = await openLedger();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

describe('the background', () => {
  beforeAll(() => keepLooking(Promise.resolve()));

  it('counts at its start, after what the ledger took in, and after a form was submitted', async () => {
    startUp();
    await eventually(() => expect(said.at(-1)).toBe(0));
    const seen = {
      amazonId: 'A1',
      trackingId: 'T-1',
      name: 'Garlic',
      percentOff: 20,
      start: null,
      end: null,
    };
    await inLedger((db) => keepDrafted(db, { ...store, seen, drafts: [draft('T-1')] }));
    await eventually(() => expect(said.at(-1)).toBe(1));
    await browser.storage.local.set({ [draftKey(store, { trackingId: 'T-2' })]: draft('T-2') });
    await eventually(() => expect(said.at(-1)).toBe(2));
  });

  it('has its alarm set, and tells of a leak once, with the way to it', async () => {
    expect(done.alarms).toContain('look');
    done.mayNotify = true;
    await saveSwitches({ notify: true });
    const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';
    const into = promotion({ name: 'Leaking', trackingId });
    const { promotionId } = await inLedger((db) => importCodes(db, codes(10), { into }));
    await inLedger((db) => takeFile(db, sample('all-orders.us.utf8.crlf.txt')));
    ring('another');
    ring('look');
    await eventually(() =>
      expect(done.shown).toEqual([
        expect.objectContaining({
          title: 'Leaking',
          message: expect.stringMatching(/^Sign of a leak: .* 2 uses/),
        }),
      ]),
    );
    await eventually(() => expect(said.at(-1)).toBe(3));
    startUp();
    ring('look');
    ring('look');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(done.shown).toHaveLength(1);
    clickNotification(done.shown[0]?.id ?? '');
    await eventually(() =>
      expect(done.tabs).toEqual([
        `chrome-extension://id/src/workspace/index.html#/promotion/${promotionId}/results`,
      ]),
    );
  });

  it('is woken by what a page keeps of the ledger', async () => {
    await inLedger(async (db) => {
      const { promotionId } = await importCodes(db, codes(6, 'CCCC'), { into: promotion({ name: 'Low' }) });
      await issueNext(db, promotionId, 5, to('Anna'));
    });
    // As though the worker had been stopped while that was written.
    await eventually(() => expect(done.shown.some(({ title }) => title === 'Low')).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    said.length = 0;
    await witness.write({ revision: 9, codes: 9, at: new Date().toISOString() });
    await eventually(() => expect(said.at(-1)).toBe(4));
  });
});
