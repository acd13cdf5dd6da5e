import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handlers } from '../../src/background/handlers';
import { draftKey, type ProofDraft } from '../../src/domain/proof';
import { listPromotions, openLedger } from '../../src/ledger';

const { kept, browser } = vi.hoisted(() => {
  const kept = new Map<string, unknown>();
  const browser = {
    storage: {
      local: {
        get: async (keys: string[]) =>
          structuredClone(
            Object.fromEntries(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])),
          ),
        remove: async (keys: string[]) => {
          for (const key of keys) kept.delete(key);
        },
      },
    },
  };
  return { kept, browser };
});

vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/platform/native', () => ({ browser }));

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;
const shown = {
  amazonId: 'A1',
  trackingId: 'CC-1',
  name: null,
  percentOff: 20,
  start: null,
  end: '2026-12-02T07:59:00.000Z',
};

function draft(more: Partial<ProofDraft> = {}): ProofDraft {
  return {
    ...us,
    id: crypto.randomUUID(),
    kind: 'percentage-off',
    trackingId: 'CC-1',
    amazonId: null,
    name: 'Garlic-IG-01',
    accepted: null,
    form: null,
    review: null,
    marks: [{ step: 'submit', at: '2026-11-23T20:00:00.000Z', overridden: ['max-order-quantity'] }],
    details: {
      claimCode: 'single-use',
      percentOff: 20,
      start: null,
      end: null,
      selection: null,
      price: 49.9,
      codes: null,
    },
    ...more,
  };
}

/** Where the form's page keeps a draft. */
const typed = draftKey(us, { trackingId: 'CC-1' });
const edited = draftKey(us, { amazonId: 'A1' });
const bind = () =>
  handlers['proof/bind']({ promotion: shown, status: null, kind: 'percentage-off', lines: [], ...us }, {});

async function inLedger() {
  const db = await openLedger();
  const all = await listPromotions(db);
  db.close();
  return all.map(({ promotion }) => promotion);
}

beforeEach(() => {
  kept.clear();
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
});

describe('a promotion’s own page', () => {
  it('makes a promotion of what the form left, with the price typed there, and then forgets the draft', async () => {
    const left = draft();
    kept.set(typed, left);
    // A page is told nothing of it.
    expect(await bind()).toBeNull();
    expect(await inLedger()).toMatchObject([
      { name: 'Garlic-IG-01', trackingId: 'CC-1', amazonIds: ['A1'], price: 49.9, end: shown.end },
    ]);
    expect([...kept.keys()]).toEqual([]);
  });

  it('takes a draft that is kept only after its page was read', async () => {
    const bound = bind();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await inLedger()).toEqual([]);
    kept.set(typed, draft());
    expect(await bound).toBeNull();
    expect(await inLedger()).toMatchObject([{ name: 'Garlic-IG-01', amazonIds: ['A1'] }]);
    expect(kept.size).toBe(0);
  });

  it('takes the draft of an edit as well, by Amazon’s id', async () => {
    const left = draft({ amazonId: 'A1', trackingId: '' });
    kept.set(edited, left);
    expect(await bind()).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('leaves what was never pressed, and what belongs to another store or promotion', async () => {
    const others = new Map<string, unknown>([
      [typed, draft({ marks: [] })],
      [draftKey({ ...us, marketplace: 'DE' }, { trackingId: 'CC-1' }), draft({ marketplace: 'DE' })],
      [draftKey(us, { trackingId: 'CC-2' }), draft({ trackingId: 'CC-2' })],
    ]);
    for (const [key, value] of others) kept.set(key, value);
    expect(await bind()).toBeNull();
    expect(await inLedger()).toEqual([]);
    expect([...kept.keys()]).toEqual([...others.keys()]);
  });

  it('leaves a draft that is not of the right shape where it is, and says so', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    kept.set(typed, { ...draft(), marks: [{ step: 'paid' }] });
    expect(await bind()).toBeNull();
    expect(kept.size).toBe(1);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('left out a draft'), expect.anything());
  });

  it('keeps the draft where the ledger can’t be written', async () => {
    kept.set(typed, draft());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await expect(bind()).rejects.toThrow();
    expect(kept.size).toBe(1);
  });
});
